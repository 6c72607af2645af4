#include "app/theme/theme.hpp"

#include "app/theme/embedded_styles.hpp"

#include <nlohmann/json.hpp>

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QRegularExpression>
#include <QStyleFactory>
#include <QSvgRenderer>
#include <QTemporaryDir>

#include <algorithm>

namespace app {
namespace {

Theme current = Theme::Light;

std::string_view style_file(const QString& name) {
    const auto files = geo::embedded::ui_styles();
    const auto at = std::ranges::find(files, name.toStdString(), &geo::embedded::File::name);
    return at == files.end() ? std::string_view{} : at->text;
}

using Colours = QHash<QString, QColor>;

Colours read_colours(const char* which) {
    Colours colours;
    const auto palette = nlohmann::json::parse(style_file("palette.json"));
    for (const auto& [token, values] : palette.at("colours").items())
        colours.insert(QString::fromStdString(token), QColor{QString::fromStdString(values.at(which).get<std::string>())});
    return colours;
}

const Colours& colours_of(Theme theme) {
    static const Colours light = read_colours("light"), dark = read_colours("dark");
    return theme == Theme::Light ? light : dark;
}

QByteArray svg(const QString& name, const QColor& colour) {
    const std::string_view text = style_file(name + ".svg");
    Q_ASSERT_X(!text.empty(), "icon", qPrintable(name));
    return QByteArray{text.data(), static_cast<qsizetype>(text.size())}.replace("currentColor", colour.name().toLatin1());
}

/// Draws the icon at the size asked for in the colour of the moment, so that a change of theme needs no new icons.
class SvgIcon : public QIconEngine {
   public:
    explicit SvgIcon(QString name) : m_name{std::move(name)} {}

    QIconEngine* clone() const override { return new SvgIcon{*this}; }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        QSvgRenderer renderer{svg(m_name, tint(mode))};
        renderer.render(painter, QRectF{rect});
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        const QString key = QString{"anchong-icon-%1-%2-%3x%4"}.arg(m_name, tint(mode).name()).arg(size.width()).arg(size.height());
        QPixmap made;
        if (QPixmapCache::find(key, &made)) return made;
        made = QPixmap{size};
        made.fill(Qt::transparent);
        QPainter painter{&made};
        paint(&painter, QRect{{}, size}, mode, state);
        painter.end();
        QPixmapCache::insert(key, made);
        return made;
    }

   private:
    QColor tint(QIcon::Mode mode) const {
        if (m_name.endsWith("-on-accent") || m_name == "run") return colour(mode == QIcon::Disabled ? "text_disabled" : "on_accent");
        return colour(mode == QIcon::Disabled ? "text_disabled" : mode == QIcon::Selected ? "accent" : "text");
    }

    QString m_name;
};

/// Style sheets take pictures from files only: the icons they name, in their colour, in a folder that ends with the program.
QString icon_file(const QString& name) {
    static const QTemporaryDir folder;
    const QColor tint = colour(name.endsWith("-on-accent") ? "on_accent" : "text_second");
    const QString path = folder.filePath(name + tint.name().mid(1) + ".svg");
    if (!QFile::exists(path)) {
        QFile file{path};
        if (file.open(QIODevice::WriteOnly)) file.write(svg(name, tint));
    }
    return path;
}

QString style_sheet() {
    const std::string_view text = style_file("window.qss");
    QString sheet = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    static const QRegularExpression names{R"(@icon:([a-z-]+)|@([a-z_]+))"};
    QString out;
    qsizetype from = 0;
    for (auto it = names.globalMatch(sheet); it.hasNext();) {
        const auto match = it.next();
        out += sheet.mid(from, match.capturedStart() - from);
        out += match.captured(1).isEmpty() ? colour(match.captured(2)).name() : icon_file(match.captured(1));
        from = match.capturedEnd();
    }
    return out + sheet.mid(from);
}

QPalette palette_of_theme() {
    QPalette palette;
    palette.setColor(QPalette::Window, colour("panel"));
    palette.setColor(QPalette::Base, colour("panel"));
    palette.setColor(QPalette::AlternateBase, colour("window"));
    palette.setColor(QPalette::Button, colour("panel"));
    palette.setColor(QPalette::Highlight, colour("chosen_row"));
    palette.setColor(QPalette::HighlightedText, colour("text"));
    palette.setColor(QPalette::Link, colour("accent"));
    palette.setColor(QPalette::ToolTipBase, colour("panel"));
    palette.setColor(QPalette::ToolTipText, colour("text"));
    palette.setColor(QPalette::PlaceholderText, colour("text_second"));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(role, colour("text"));
        palette.setColor(QPalette::Disabled, role, colour("text_disabled"));
    }
    return palette;
}

/// The first of the families that is there draws Chinese; one size for all, so that columns keep their widths.
QFont font_of_window() {
    QFont font;
    QStringList families;
    const QStringList there = QFontDatabase::families();
    for (const char* family : {"Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Zen Hei", "Microsoft YaHei"})
        if (there.contains(family)) families << family;
    font.setFamilies(families << "sans-serif");
    font.setPixelSize(13);
    return font;
}

}  // namespace

QColor colour(const QString& token) {
    const Colours& colours = colours_of(current);
    const auto at = colours.find(token);
    Q_ASSERT_X(at != colours.end(), "colour", qPrintable(token));
    return at == colours.end() ? QColor{Qt::magenta} : *at;
}

Theme theme() { return current; }

void setTheme(QApplication& application, Theme theme) {
    current = theme;
    application.setStyle(QStyleFactory::create("Fusion"));
    application.setFont(font_of_window());
    application.setPalette(palette_of_theme());
    application.setStyleSheet(style_sheet());
}

QIcon icon(const QString& name) { return QIcon{new SvgIcon{name}}; }

}  // namespace app
