#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace app {

/// Something to be known about what is shown, with one thing to do about it.
struct Notice {
    QString words;
    QString action;  ///< empty: none
    QString id;      ///< told when the action is asked for

    bool operator==(const Notice&) const = default;
};

/// Notices one below the other, each a line; of no height without any.
class Notices : public QWidget {
    Q_OBJECT

   public:
    explicit Notices(QWidget* parent = nullptr);

    void show(const std::vector<Notice>& notices);
    const std::vector<Notice>& shown() const { return m_shown; }

   signals:
    void actionAsked(const QString& id);

   private:
    QVBoxLayout* m_rows;
    std::vector<Notice> m_shown;
};

}  // namespace app
