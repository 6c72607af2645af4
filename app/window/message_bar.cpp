#include "app/window/message_bar.hpp"

#include "app/theme/theme.hpp"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

namespace app {
namespace {

constexpr int most = 2, height_px = 36;
constexpr std::chrono::seconds note_stays{8};

QString icon_name(Severity severity) { return severity == Severity::Note ? "info" : severity == Severity::Warning ? "warning" : "error"; }

QString object_name(Severity severity) {
    return severity == Severity::Note ? "messageNote" : severity == Severity::Warning ? "messageWarning" : "messageError";
}

}  // namespace

class MessageBar::Strip : public QFrame {
   public:
    Strip(Severity severity, Words text, Words link, std::function<void()> follow, QWidget* parent)
        : QFrame{parent}, m_words{std::move(text)}, m_link_words{std::move(link)} {
        setObjectName(object_name(severity));
        setMinimumHeight(height_px);
        auto* row = new QHBoxLayout{this};
        row->setContentsMargins(16, 4, 8, 4);
        row->setSpacing(12);
        auto* mark = new QLabel{this};
        mark->setPixmap(icon(icon_name(severity)).pixmap(QSize{18, 18}, devicePixelRatioF()));
        m_text = new QLabel{this};
        m_text->setObjectName("messageText");
        m_text->setTextFormat(Qt::PlainText);
        m_text->setWordWrap(true);
        m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        row->addWidget(mark);
        row->addWidget(m_text, 1);
        if (m_link_words) {
            m_link = new QPushButton{this};
            m_link->setProperty("link", true);
            m_link->setCursor(Qt::PointingHandCursor);
            connect(m_link, &QPushButton::clicked, this, [this, follow = std::move(follow)] {
                if (follow) follow();
                leave();
            });
            row->addWidget(m_link);
        }
        auto* shut = new QToolButton{this};
        shut->setIcon(icon("close"));
        shut->setObjectName("messageClose");
        connect(shut, &QToolButton::clicked, this, &Strip::leave);
        row->addWidget(shut);
        retranslate();
        if (severity == Severity::Note) QTimer::singleShot(note_stays, this, &Strip::leave);
    }

    void retranslate() {
        m_text->setText(m_words());
        if (m_link) m_link->setText(m_link_words());
    }

   private:
    void leave() {
        setParent(nullptr);  // Out of the layout at once; a click of its own is still being handled.
        deleteLater();
    }

    Words m_words, m_link_words;
    QLabel* m_text = nullptr;
    QPushButton* m_link = nullptr;
};

MessageBar::MessageBar(QWidget* parent) : QWidget{parent}, m_strips{new QVBoxLayout{this}} {
    setObjectName("messageBar");
    m_strips->setContentsMargins(0, 0, 0, 0);
    m_strips->setSpacing(0);
}

void MessageBar::post(Severity severity, Words text, Words link, std::function<void()> follow) {
    m_strips->insertWidget(0, new Strip{severity, std::move(text), std::move(link), std::move(follow), this});
    while (m_strips->count() > most) {
        QWidget* oldest = m_strips->itemAt(m_strips->count() - 1)->widget();
        oldest->setParent(nullptr);
        oldest->deleteLater();
    }
}

void MessageBar::clear() {
    while (m_strips->count() > 0) {
        QWidget* strip = m_strips->itemAt(0)->widget();
        strip->setParent(nullptr);
        strip->deleteLater();
    }
}

int MessageBar::count() const { return m_strips->count(); }

void MessageBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    for (int i = 0; i < m_strips->count(); ++i) static_cast<Strip*>(m_strips->itemAt(i)->widget())->retranslate();
}

}  // namespace app
