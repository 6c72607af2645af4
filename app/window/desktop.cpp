#include "app/window/desktop.hpp"

#include "app/theme/language.hpp"
#include "app/theme/theme.hpp"
#include "app/window/main_window.hpp"
#include "app/window/settings.hpp"

#include <QApplication>
#include <QFileInfo>
#include <QFontDatabase>

#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace app {
namespace {

bool has_display() {
    for (const char* name : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}) {
        const char* const value = std::getenv(name);
        if (value && *value) return true;
    }
    return false;
}

void say_on_terminal(const geo::Message& words) { std::fprintf(stderr, "%s\n%s\n", words.zh.c_str(), words.en.c_str()); }

bool draws_chinese() { return !QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty(); }

}  // namespace

bool is_for_desktop(int argc, char** argv) {
    if (argc == 1) return true;
    const std::string_view word{argv[1]};
    return argc == 2 && word.ends_with(".gpkg") && !word.starts_with("-");
}

int run_desktop(int argc, char** argv) {
    if (argc == 2 && !QFileInfo::exists(QString::fromLocal8Bit(argv[1]))) {
        say_on_terminal(geo::say("打开工程 {0}：没有这个文件。请检查路径，或用 anchong new {0} 建立。",
                                 "Opening project {0}: there is no such file. Check the path, or make it with anchong new {0}.", argv[1]));
        return 3;
    }
    if (!has_display()) {
        say_on_terminal(geo::say("没有可用的显示器，不能打开窗口。请在图形桌面中运行，或使用命令：anchong --help。",
                                 "There is no display to open the window on. Run it in a graphical session, or use a command: anchong --help."));
        return 2;
    }
    QApplication application{argc, argv};
    QApplication::setApplicationName("anchong");
    QApplication::setOrganizationName("Anchong");
    QApplication::setApplicationDisplayName("安充 Anchong");
    QApplication::setWindowIcon(icon("anchong"));
    QApplication::setDesktopFileName("anchong");
    setTheme(application, settings::theme());
    setLanguage(application, settings::language());

    MainWindow window;
    window.show();
    if (!draws_chinese()) {
        window.tell(Severity::Warning, geo::say("没有中文字体，图上的中文会显示为方框。请安装 fonts-noto-cjk 或文泉驿字体后重新打开。",
                                                "There is no Chinese font: Chinese on the map shows as boxes. Install fonts-noto-cjk or WenQuanYi and open again."));
    }
    if (argc == 2) window.open(QString::fromLocal8Bit(argv[1]));
    return QApplication::exec();
}

}  // namespace app
