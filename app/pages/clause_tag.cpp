#include "app/pages/sheet_maps.hpp"

#include <QRegularExpression>

namespace app {
namespace {

constexpr int most_letters = 12;

/// The source as far as it names a document: brackets and what follows the first comma say how it was read.
QString document_of(const QString& source) {
    static const QRegularExpression bracketed{QStringLiteral("（[^）]*）")}, rest{QStringLiteral("[，；,;].*$")};
    return QString{source}.remove(bracketed).remove(rest).trimmed();
}

/// `渝建消防〔2024〕20号` → `渝2024-20`: the place by which the file number begins, year and number.
std::optional<QString> file_number(const QString& document) {
    static const QRegularExpression form{QStringLiteral("(\\p{Han}+)〔(\\d{4})〕(\\d+)号")};
    static const QString places = QStringLiteral("京津沪渝冀晋蒙辽吉黑苏浙皖闽赣鲁豫鄂湘粤桂琼川贵云藏陕甘青宁新");
    const auto match = form.match(document);
    if (!match.hasMatch()) return std::nullopt;
    const QString office = match.captured(1);
    QChar place = office.front();
    for (const QChar letter : office)
        if (places.contains(letter)) {
            place = letter;
            break;
        }
    return QStringLiteral("%1%2-%3").arg(place).arg(match.captured(2), match.captured(3));
}

/// `GB 50016-2014` → `GB 50016`.
std::optional<QString> standard_number(const QString& document) {
    static const QRegularExpression form{QStringLiteral("^([A-Z]+(?:/[A-Z])?)\\s*(\\d+)")};
    const auto match = form.match(document);
    if (!match.hasMatch()) return std::nullopt;
    return match.captured(1) + QLatin1Char{' '} + match.captured(2);
}

QString name_of(const QString& document) {
    return document.size() <= most_letters ? document : document.left(most_letters - 1) + QStringLiteral("…");
}

}  // namespace

geo::Message short_clause(const geo::Clause& clause) {
    const QString document = document_of(QString::fromStdString(clause.source)), number = QString::fromStdString(clause.number);
    // A scenario's own distance names the clause that it departs from behind a colon: that clause does not ask for it.
    if (const qsizetype colon = document.indexOf(QChar{0xFF1A}); colon > 0 && clause.status == geo::Status::Assumption)
        return {name_of(document.left(colon)).toStdString(), "assumed by the scenario"};
    if (number == QStringLiteral("设定")) return geo::say("设定 {}", "assumed {}", clause.pack);
    QString name = file_number(document).value_or(QString{});
    if (name.isEmpty()) name = standard_number(document).value_or(name_of(document));
    static const QRegularExpression digit{QStringLiteral("\\d|^第")};
    if (number.contains(digit)) name += QLatin1Char{' '} + number;
    const std::string words = name.toStdString();
    if (clause.status == geo::Status::Assumption) return {words + "（设定）", words + " (assumed)"};
    if (clause.status == geo::Status::Unverified) return {words + "（未核实）", words + " (unverified)"};
    return {words, words};
}

}  // namespace app
