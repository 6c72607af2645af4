#include "app/window/actions.hpp"

#include "app/theme/theme.hpp"

#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

namespace app {
namespace {

void name(QAction* action, const QString& words, const QString& tip = {}) {
    action->setText(words);
    QString hint = !tip.isEmpty() ? tip : without_mnemonic(words).remove(QChar{0x2026});
    const QString key = action->shortcut().toString(QKeySequence::NativeText);
    if (!key.isEmpty()) hint += "  (" + key + ")";
    action->setToolTip(hint);
}

}  // namespace

QString without_mnemonic(QString words) {
    static const QRegularExpression in_brackets{R"(\(&.\))"};  // As Chinese has them: 保存(&S).
    return words.remove(in_brackets).remove('&');
}

QAction* Actions::make(const char* icon_name, const QKeySequence& key) {
    auto* action = new QAction{&m_window};
    if (*icon_name) action->setIcon(icon(icon_name));
    action->setShortcut(key);
    m_window.addAction(action);  // Its key works though its menu is never opened.
    return action;
}

Actions::Actions(QMainWindow& window) : m_window{window} {
    new_project = make("new", QKeySequence::New);
    open = make("open", QKeySequence::Open);
    sample = make("");
    save = make("save", QKeySequence::Save);
    save_as = make("", QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_S});
    close = make("", QKeySequence{Qt::CTRL | Qt::Key_W});
    export_shp = make("export", QKeySequence{Qt::CTRL | Qt::Key_E});
    export_gpkg = make("");
    export_geojson = make("");
    export_heat = make("");
    sheets = make("print", QKeySequence::Print);
    quit = make("", QKeySequence{Qt::CTRL | Qt::Key_Q});

    undo = make("undo", QKeySequence::Undo);
    redo = make("redo", QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_Z});
    redo->setShortcuts({QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_Z}, QKeySequence{Qt::CTRL | Qt::Key_Y}});
    copy_map = make("copy", QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_C});
    clear_selection = make("", QKeySequence{Qt::CTRL | Qt::SHIFT | Qt::Key_A});

    tools = new QActionGroup{&window};
    pan = make("pan", QKeySequence{Qt::Key_F2});
    zoom_box = make("zoom-box", QKeySequence{Qt::Key_F3});
    identify = make("identify", QKeySequence{Qt::Key_F4});
    measure = make("measure", QKeySequence{Qt::Key_F6});
    for (QAction* tool : {pan, zoom_box, identify, measure}) {
        tool->setCheckable(true);
        tools->addAction(tool);
    }
    full_extent = make("full-extent", QKeySequence{Qt::CTRL | Qt::Key_0});
    zoom_in = make("", QKeySequence::ZoomIn);
    zoom_in->setShortcuts({QKeySequence{Qt::CTRL | Qt::Key_Plus}, QKeySequence{Qt::CTRL | Qt::Key_Equal}});
    zoom_out = make("", QKeySequence{Qt::CTRL | Qt::Key_Minus});
    go_to = make("", QKeySequence{Qt::CTRL | Qt::Key_G});
    full_screen = make("", QKeySequence{Qt::Key_F11});
    dark_theme = make("moon");
    dark_map = make("");
    for (QAction* each : {full_screen, dark_theme, dark_map}) each->setCheckable(true);
    languages = new QActionGroup{&window};
    chinese = make("");
    english = make("");
    for (QAction* each : {chinese, english}) {
        each->setCheckable(true);
        languages->addAction(each);
    }

    run = make("run", QKeySequence{Qt::Key_F5});
    run_zones = make("");
    check = make("check", QKeySequence{Qt::SHIFT | Qt::Key_F5});
    compare = make("compare", QKeySequence{Qt::Key_F7});
    compare->setCheckable(true);
    cancel = make("stop", QKeySequence{Qt::CTRL | Qt::Key_Period});
    reset_layout = make("");
    keys = make("", QKeySequence{Qt::Key_F1});
    about = make("info");
    about->setMenuRole(QAction::AboutRole);
    quit->setMenuRole(QAction::QuitRole);

    QMenuBar* bar = window.menuBar();
    file = bar->addMenu(QString{});
    recent = new QMenu{&window};
    exports = new QMenu{&window};
    file->addActions({new_project, open});
    file->addMenu(recent);
    file->addAction(sample);
    file->addSeparator();
    file->addActions({save, save_as, close});
    file->addSeparator();
    file->addMenu(exports);
    exports->addActions({sheets, export_shp, export_gpkg, export_geojson, export_heat});
    file->addSeparator();
    file->addAction(quit);

    edit = bar->addMenu(QString{});
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addActions({copy_map, clear_selection});

    view = bar->addMenu(QString{});
    view->addActions(tools->actions());
    view->addSeparator();
    view->addActions({full_extent, zoom_in, zoom_out, go_to});
    view->addSeparator();
    view->addActions({full_screen, dark_theme, dark_map});
    language = view->addMenu(QString{});
    language->addActions(languages->actions());

    layers = bar->addMenu(QString{});
    rules = bar->addMenu(QString{});
    packs = rules->addMenu(QString{});
    zone_types = rules->addMenu(QString{});
    plan = bar->addMenu(QString{});
    plan->addActions({run, run_zones, check});
    plan->addSeparator();
    plan->addAction(compare);
    plan->addSeparator();
    plan->addAction(cancel);
    report = bar->addMenu(QString{});
    report->addActions({sheets, export_shp, export_gpkg, export_geojson, export_heat});
    docks = bar->addMenu(QString{});
    help = bar->addMenu(QString{});
    help->addActions({keys, about});
    retranslate();
}

void Actions::retranslate() {
    file->setTitle(tr("&File"));
    recent->setTitle(tr("Open &recent"));
    exports->setTitle(tr("&Export"));
    edit->setTitle(tr("&Edit"));
    view->setTitle(tr("&View"));
    language->setTitle(tr("&Language"));
    layers->setTitle(tr("&Layers"));
    rules->setTitle(tr("&Rules"));
    packs->setTitle(tr("Rule &pack"));
    zone_types->setTitle(tr("&Zone type"));
    plan->setTitle(tr("&Plan"));
    report->setTitle(tr("Rep&ort"));
    docks->setTitle(tr("&Window"));
    help->setTitle(tr("&Help"));

    name(new_project, tr("&New project…"));
    name(open, tr("&Open…"));
    name(sample, tr("Open the sample &township"));
    name(save, tr("&Save"));
    name(save_as, tr("Save &as…"));
    name(close, tr("&Close project"));
    name(sheets, tr("Site plans on &paper (PDF)…"));
    name(export_shp, tr("Export &shapefiles…"));
    name(export_gpkg, tr("Export &GeoPackage…"));
    name(export_geojson, tr("Export Geo&JSON…"));
    name(export_heat, tr("Export hazard &density (GeoTIFF)…"));
    name(quit, tr("&Quit"));
    name(undo, tr("&Undo"));
    name(redo, tr("&Redo"));
    name(copy_map, tr("&Copy map picture"));
    name(clear_selection, tr("Clear &selection"));
    name(pan, tr("&Pan"));
    name(zoom_box, tr("Zoom to a &box"));
    name(identify, tr("&Identify: why here, why not"), tr("Identify: what is here, and why charging may or may not stand here"));
    name(measure, tr("&Measure distance"));
    name(full_extent, tr("&Full extent"));
    name(zoom_in, tr("Zoom &in"));
    name(zoom_out, tr("Zoom &out"));
    name(go_to, tr("&Go to coordinates…"));
    name(full_screen, tr("Full scr&een"));
    name(dark_theme, tr("&Dark theme"));
    name(dark_map, tr("Dark &map"));
    chinese->setText("中文");
    english->setText("English");
    name(run, tr("&Run plan"), tr("Find the zones, lay out the bays, judge every site"));
    run->setIconText(tr("Run"));
    name(run_zones, tr("Run &zones only"), tr("Find the zones only; sites are dropped, as their ground changes"));
    name(check, tr("&Check again"), tr("Measure every ring, site and distance again from the inputs"));
    name(compare, tr("C&ompare scenarios"), tr("Scenarios side by side: maps, indicators, what was added and removed"));
    name(cancel, tr("&Cancel what is running"));
    name(reset_layout, tr("&Reset the panels' layout"));
    name(keys, tr("&Keyboard shortcuts"));
    name(about, tr("&About Anchong"));
}

}  // namespace app
