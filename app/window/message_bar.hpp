#pragma once

#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace app {

enum class Severity { Note, Warning, Error };

/// What the window says above the map: what and where, with one link to the next step. At most two at a time, the newest first; errors and
/// warnings stay, notes leave after eight seconds.
class MessageBar : public QWidget {
    Q_OBJECT

   public:
    using Words = std::function<QString()>;  ///< asked again when the language changes

    explicit MessageBar(QWidget* parent = nullptr);

    void post(Severity severity, Words text, Words link = {}, std::function<void()> follow = {});
    void clear();
    int count() const;

   protected:
    void changeEvent(QEvent* event) override;

   private:
    class Strip;
    QVBoxLayout* m_strips;
};

}  // namespace app
