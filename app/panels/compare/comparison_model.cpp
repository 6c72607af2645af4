#include "app/panels/compare/comparison_model.hpp"

#include "app/theme/language.hpp"

#include <QCoreApplication>

#include <cmath>

namespace app {
namespace {

const QString unknown = QStringLiteral("–");

/// Whole percents, or a tenth where they would read as nothing.
QString percent_words(std::optional<double> percent) {
    if (!percent) return unknown;
    const bool is_small = *percent != 0.0 && std::abs(*percent) < 0.95;
    return signedNumber(*percent, is_small ? 1 : 0) + QStringLiteral("\u2009%");
}

QString value_words(std::optional<double> value, int decimals) { return value ? number(*value, decimals) : unknown; }
QString difference_words(std::optional<double> value, int decimals) { return value ? signedNumber(*value, decimals) : unknown; }

}  // namespace

QString reading_words(geo::Reading reading) {
    switch (reading) {
        case geo::Reading::Better: return QStringLiteral("▲ ") + QCoreApplication::translate("Reading", "better");
        case geo::Reading::Worse: return QStringLiteral("▼ ") + QCoreApplication::translate("Reading", "worse");
        case geo::Reading::Neutral: return QStringLiteral("● ") + QCoreApplication::translate("Reading", "neutral");
        case geo::Reading::Same: return QStringLiteral("● ") + QCoreApplication::translate("Reading", "same");
    }
    return {};
}

QString reading_colour(geo::Reading reading) {
    switch (reading) {
        case geo::Reading::Better: return QStringLiteral("complies_text");
        case geo::Reading::Worse: return QStringLiteral("fails_text");
        case geo::Reading::Neutral: return QStringLiteral("text");
        case geo::Reading::Same: return QStringLiteral("text_second");
    }
    return {};
}

void ComparisonModel::show(std::vector<geo::Indicator> indicators, QStringList names) {
    beginResetModel();
    m_indicators = std::move(indicators);
    m_names = std::move(names);
    endResetModel();
}

void ComparisonModel::retranslate() {
    beginResetModel();
    endResetModel();
}

int ComparisonModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_indicators.size()); }

int ComparisonModel::columnCount(const QModelIndex& parent) const {
    const int further = std::max(0, static_cast<int>(m_names.size()) - 2);
    return parent.isValid() ? 0 : first_further + 2 * further;
}

std::size_t ComparisonModel::scenarioOf(int column) const {
    if (column == A) return 0;
    return column < first_further ? 1 : 2 + static_cast<std::size_t>(column - first_further) / 2;
}

QString ComparisonModel::words(const geo::Indicator& indicator, int column) const {
    const std::size_t scenario = scenarioOf(column);
    switch (column) {
        case Title: return text(indicator.title);
        case Unit: return text(indicator.unit);
        case A:
        case B: return value_words(indicator.values[scenario], indicator.decimals);
        case Difference: return difference_words(indicator.difference(scenario), indicator.decimals);
        case Percent: return percent_words(indicator.percent(scenario));
        case Bar: return {};
        case Reading: return indicator.difference(scenario) ? reading_words(indicator.reading(scenario)) : unknown;
        default:
            return (column - first_further) % 2 == 0 ? value_words(indicator.values[scenario], indicator.decimals)
                                                     : difference_words(indicator.difference(scenario), indicator.decimals);
    }
}

QVariant ComparisonModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const geo::Indicator& indicator = m_indicators[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    const std::size_t scenario = scenarioOf(column);
    const bool is_further_difference = column >= first_further && (column - first_further) % 2 == 1;
    const bool is_number = column >= first_further || (column >= A && column <= Percent);
    const bool is_read = is_further_difference || column == Difference || column == Percent || column == Bar || column == Reading;
    switch (role) {
        case Qt::DisplayRole: return words(indicator, column);
        case Qt::ToolTipRole:
            if (is_further_difference && indicator.difference(scenario))
                return reading_words(indicator.reading(scenario)) + QStringLiteral(" · ") + percent_words(indicator.percent(scenario));
            return column == Title ? QVariant{text(indicator.title)} : QVariant{};
        case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::AlignVCenter | (is_number ? Qt::AlignRight : Qt::AlignLeft));
        case PercentRole:
            if (const auto percent = indicator.percent(scenario); column == Bar && percent) return *percent;
            return {};
        case ReadingRole:
            if (is_read && indicator.difference(scenario)) return QVariant::fromValue(static_cast<int>(indicator.reading(scenario)));
            return {};
        case StrongRole: return column == B || column == Difference;
        default: return {};
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    const bool is_number = section >= first_further || (section >= A && section <= Percent);
    if (role == Qt::TextAlignmentRole) return QVariant::fromValue(Qt::AlignVCenter | (is_number ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    const auto name = [this](int at) { return m_names.value(at); };
    switch (section) {
        case Title: return tr("Indicator");
        case Unit: return role == Qt::ToolTipRole ? tr("Unit") : QString{};
        case A: return QStringLiteral("A  ") + name(0);
        case B: return QStringLiteral("B  ") + name(1);
        case Difference: return tr("Difference");
        case Percent: return QStringLiteral("%");
        case Bar: return role == Qt::ToolTipRole ? tr("From −100 % to +100 % of A") : tr("Change");
        case Reading: return tr("Reading");
        default: {
            const int further = (section - first_further) / 2;
            return (section - first_further) % 2 == 0 ? name(2 + further) : tr("less A");
        }
    }
}

}  // namespace app
