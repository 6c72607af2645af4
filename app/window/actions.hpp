#pragma once

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>

#include <vector>

class QMenu;
class QMenuBar;
class QMainWindow;
class QToolButton;

namespace app {

/// What the user can do, each once: the menus, the toolbar and the keys show the same actions.
class Actions {
    Q_DECLARE_TR_FUNCTIONS(app::Actions)

   public:
    explicit Actions(QMainWindow& window);

    /// Titles, tips and menus in the language of the moment.
    void retranslate();

    // File
    QAction *new_project, *open, *sample, *save, *save_as, *close, *export_shp, *export_gpkg, *export_geojson, *export_heat, *sheets, *quit;
    // Edit
    QAction *undo, *redo, *copy_map, *clear_selection;
    // View
    QActionGroup* tools;
    QAction *pan, *zoom_box, *identify, *measure;
    QAction *full_extent, *zoom_in, *zoom_out, *go_to, *full_screen, *dark_theme, *dark_map;
    QActionGroup* languages;
    QAction *chinese, *english;
    // Plan
    QAction *run, *run_zones, *check, *compare, *cancel;
    // Window and help
    QAction *reset_layout, *keys, *about;

    // Menus; `recent`, `packs`, `zone_types` and `docks` are filled by the window.
    QMenu *file, *recent, *exports, *edit, *view, *language, *layers, *rules, *packs, *zone_types, *plan, *report, *docks, *help;

   private:
    QAction* make(const char* icon_name, const QKeySequence& key = {});

    QMainWindow& m_window;
};

/// Words of an action as they read outside of menus: `&Save` and `保存(&S)` without the letter to press.
QString without_mnemonic(QString words);

}  // namespace app
