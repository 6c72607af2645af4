#include "app/pages/sheet_files.hpp"

#include "app/pages/page_looks.hpp"
#include "app/pages/pdf_finish.hpp"
#include "app/pages/pdf_text_maps.hpp"
#include "geo/core/error.hpp"
#include "geo/io/atomic_file.hpp"

#include <QBuffer>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QHashSeed>
#include <QPageLayout>
#include <QPainter>
#include <QPdfWriter>

#include <algorithm>
#include <clocale>

namespace app {
namespace {

namespace fs = std::filesystem;
using geo::say;

constexpr int dots_per_inch = 2540;  // One dot is a hundredth of a millimetre.

QPageLayout layout_of(const Sheet& sheet) {
    const QSizeF paper = paper_of(sheet);
    return {QPageSize{paper, QPageSize::Millimeter, {}, QPageSize::ExactMatch}, QPageLayout::Portrait, QMarginsF{}, QPageLayout::Millimeter};
}

/// While it lives and SOURCE_DATE_EPOCH is set, Qt's tables have the same order at every run: a PDF lists its fonts in that of one of them.
class SameOrder {
   public:
    SameOrder() {
        if (m_is_wanted) QHashSeed::setDeterministicGlobalSeed();
    }
    ~SameOrder() {
        if (m_is_wanted) QHashSeed::resetRandomGlobalSeed();
    }
    SameOrder(const SameOrder&) = delete;
    SameOrder& operator=(const SameOrder&) = delete;

   private:
    bool m_is_wanted = !qEnvironmentVariableIsEmpty("SOURCE_DATE_EPOCH");
};

/// Sheets as a PDF file at a place that nobody else uses.
void write_pdf(const fs::path& place, const fs::path& told, const std::vector<const Sheet*>& sheets, const QString& title, const geo::Progress& progress) {
    // In memory first: a QPdfWriter does not tell when the disk takes no more.
    QByteArray pdf;
    {
        const SameOrder same_order;
        QBuffer device{&pdf};
        device.open(QIODevice::WriteOnly);
        QPdfWriter writer{&device};
        writer.setPdfVersion(QPagedPaintDevice::PdfVersion_1_6);
        writer.setResolution(dots_per_inch);
        writer.setTitle(title);
        writer.setCreator(QStringLiteral("Anchong 安充"));
        writer.setPageLayout(layout_of(*sheets.front()));
        QPainter painter{&writer};
        if (!painter.isActive()) throw geo::storage::write_failure(told, geo::Message{"无法开始绘图", "drawing cannot begin"});
        for (std::size_t s = 0; s < sheets.size(); ++s) {
            if (s > 0) {
                writer.setPageLayout(layout_of(*sheets[s]));
                writer.newPage();
            }
            draw_sheet(painter, *sheets[s], progress.part(static_cast<double>(s) / static_cast<double>(sheets.size()), static_cast<double>(s + 1) / static_cast<double>(sheets.size())));
        }
        painter.end();
    }
    mend_text_maps(pdf);
    write_finished_pdf(pdf.toStdString(), place, told);
}

/// What file systems and shells take without quarrel.
QString file_words(QString text) {
    for (QChar& letter : text)
        if (letter < u' ' || QStringLiteral("/\\:*?\"<>|").contains(letter)) letter = u'_';
    return text.trimmed().left(80);
}

struct Drawing {
    std::string file;
    QString title;
    std::vector<const Sheet*> sheets;
};

std::vector<Drawing> drawings_of(const std::vector<Sheet>& sheets) {
    std::vector<Drawing> drawings;
    for (const Sheet& sheet : sheets) {
        if (sheet.page() == 1 || drawings.empty()) {
            const QString subject = sheet.title().section(QStringLiteral(" · "), 0, 0);
            drawings.push_back({(sheet.number() + " " + file_words(subject) + ".pdf").toStdString(), sheet.number() + " " + sheet.title(), {}});
        }
        drawings.back().sheets.push_back(&sheet);
    }
    return drawings;
}

void refuse_existing(const fs::path& folder, const std::vector<Drawing>& drawings) {
    std::vector<fs::path> there;
    std::error_code ignored;
    for (const Drawing& drawing : drawings)
        if (fs::exists(folder / drawing.file, ignored)) there.push_back(folder / drawing.file);
    if (!there.empty()) throw geo::storage::exists_already(there);
}

/// Makes a folder and those above it; takes them away again unless they are to stay.
class MadeFolders {
   public:
    explicit MadeFolders(const fs::path& folder) {
        std::error_code error;
        for (fs::path p = fs::absolute(folder); p != p.root_path() && !fs::exists(p, error); p = p.parent_path()) m_made.push_back(p);
        fs::create_directories(folder, error);
        if (error) throw geo::storage::write_failure(folder, geo::storage::reason_of(error.value()));
    }
    ~MadeFolders() {
        std::error_code ignored;
        for (const fs::path& p : m_made) fs::remove(p, ignored);
    }
    MadeFolders(const MadeFolders&) = delete;
    MadeFolders& operator=(const MadeFolders&) = delete;
    void keep() { m_made.clear(); }

   private:
    std::vector<fs::path> m_made;  ///< innermost first
};

}  // namespace

void begin_pages(int& argc, char** argv) {
    if (QCoreApplication::instance()) return;
    // Whatever the user's windows are shown with: Qt ends the program where it finds no display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // What Qt says of missing session folders is nothing to the user of a command.
    const auto previous = qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString&) {});
    static QGuiApplication application{argc, argv};
    qInstallMessageHandler(previous);
    std::setlocale(LC_NUMERIC, "C");  // Qt takes the user's locale for the whole process; files are not to be written with its decimal commas.
}

void require_page_fonts() {
    QFont font;
    font.setFamilies(page_looks().fonts);
    const QFontMetrics metrics{font};
    const bool has_chinese = !QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty();
    if (has_chinese && metrics.inFontUcs4(0x5145) && metrics.inFontUcs4(0x7535)) return;
    throw geo::OutputError{say("输出图纸时：没有安装中文字体，图中文字无法显示。请安装 fonts-noto-cjk 或 fonts-wqy-zenhei 后重试；未写入任何文件。",
                               "Writing sheets: no font with Chinese characters is installed. Install fonts-noto-cjk or fonts-wqy-zenhei and try again; nothing was written.")};
}

std::vector<fs::path> write_sheets(const fs::path& folder, const std::vector<Sheet>& sheets, const QString& name, bool in_one, bool overwrite,
                                   const geo::Progress& progress) {
    require_page_fonts();
    if (sheets.empty()) return {};
    std::vector<Drawing> drawings;
    if (in_one) {
        drawings.push_back({(file_words(name) + ".pdf").toStdString(), name, {}});
        for (const Sheet& sheet : sheets) drawings.front().sheets.push_back(&sheet);
    } else {
        drawings = drawings_of(sheets);
    }
    if (!overwrite) refuse_existing(folder, drawings);
    MadeFolders made{folder};
    const geo::storage::TempFolder staging{folder};
    std::vector<std::string> names;
    std::vector<fs::path> files;
    std::size_t done = 0;
    for (const Drawing& drawing : drawings) {
        const auto share = [&](std::size_t count) { return static_cast<double>(count) / static_cast<double>(sheets.size()); };
        write_pdf(staging.path() / drawing.file, folder / drawing.file, drawing.sheets, drawing.title, progress.part(share(done), share(done + drawing.sheets.size())));
        done += drawing.sheets.size();
        geo::storage::sync_to_disk(staging.path() / drawing.file);
        names.push_back(drawing.file);
        files.push_back(folder / drawing.file);
    }
    geo::storage::move_all(staging, folder, names, {});
    made.keep();
    return files;
}

void write_sheet_file(const fs::path& file, const std::vector<Sheet>& sheets, const QString& title, bool overwrite, const geo::Progress& progress) {
    require_page_fonts();
    std::error_code ignored;
    if (!overwrite && fs::exists(file, ignored)) throw geo::storage::exists_already({file});
    if (sheets.empty()) return;
    geo::storage::TempFile place{file};
    std::vector<const Sheet*> all;
    for (const Sheet& sheet : sheets) all.push_back(&sheet);
    write_pdf(place.path(), file, all, title, progress);
    place.become_target(overwrite);
}

}  // namespace app
