#include "app/window/asked_file.hpp"

#include <QFileDialog>
#include <QFileInfo>

namespace app {

QString asked_file(QWidget* parent, const QString& title, const QString& suggested, const QString& filter, const QString& suffix) {
    // The static function adds no suffix; adding it afterwards would replace a file that nobody was asked about.
    QFileDialog dialog{parent, title, QFileInfo{suggested}.absolutePath(), filter};
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    dialog.setDefaultSuffix(suffix);
    dialog.selectFile(QFileInfo{suggested}.fileName());
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString{};
}

}  // namespace app
