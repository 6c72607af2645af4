#pragma once

#include <QStringList>
#include <QWidget>

#include <array>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;

namespace app {

class ElidedLabel;

/// Which scenarios are compared.
struct Compared {
    QString a, b;
    QStringList further;  ///< without a and b

    QStringList all() const { return QStringList{a, b} + further; }
    bool operator==(const Compared&) const = default;
};

/// Head of the comparison: the choosers of A and B, each over its map, with what their rules differ in; further scenarios, changes on or off, exports.
class CompareHead : public QWidget {
    Q_OBJECT

   public:
    explicit CompareHead(QWidget* parent = nullptr);

    /// @param scenarios  of the project
    void show(const QStringList& scenarios, const Compared& compared);
    /// Below each other in the tooltip, on one line in the head as far as there is room.
    void showRules(const QStringList& a, const QStringList& b);
    bool showsChanges() const;
    void setShowsChanges(bool on);
    const Compared& compared() const { return m_compared; }

    QComboBox* chooser(int side) const { return m_sides[static_cast<std::size_t>(side)].chooser; }
    QString rulesText(int side) const;
    QMenu* furtherMenu() const { return m_further_menu; }

   signals:
    void chosen(const app::Compared& compared);
    void changesToggled(bool on);
    void pdfAsked();
    void jsonAsked();
    void closeAsked();

   protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

   private:
    struct Side {
        QLabel* letter;
        QComboBox* chooser;
        ElidedLabel* rules;
    };
    Side makeSide(const char* letter, QHBoxLayout* row);
    void choose(int side, const QString& scenario);
    void fillFurther();
    void retranslate();

    std::array<Side, 2> m_sides;
    QToolButton *m_further, *m_changes, *m_pdf, *m_json, *m_close;
    QMenu* m_further_menu;
    QStringList m_scenarios;
    Compared m_compared;
};

}  // namespace app
