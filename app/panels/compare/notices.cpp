#include "app/panels/compare/notices.hpp"

#include "app/theme/theme.hpp"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace app {

Notices::Notices(QWidget* parent) : QWidget{parent}, m_rows{new QVBoxLayout{this}} {
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
    hide();
}

void Notices::show(const std::vector<Notice>& notices) {
    if (notices == m_shown) return;
    m_shown = notices;
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        // A row may be what was just clicked in.
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const Notice& notice : notices) {
        auto* frame = new QFrame{this};
        frame->setObjectName("messageWarning");
        auto* row = new QHBoxLayout{frame};
        row->setContentsMargins(16, 3, 16, 3);
        auto* mark = new QLabel;
        mark->setPixmap(icon("warning").pixmap(16, 16));
        auto* words = new QLabel{notice.words};
        words->setTextFormat(Qt::PlainText);
        row->addWidget(mark);
        row->addWidget(words);
        if (!notice.action.isEmpty()) {
            auto* action = new QPushButton{notice.action};
            action->setProperty("link", true);
            connect(action, &QPushButton::clicked, this, [this, id = notice.id] { emit actionAsked(id); });
            row->addWidget(action);
        }
        row->addStretch(1);
        m_rows->addWidget(frame);
    }
    setVisible(!notices.empty());
}

}  // namespace app
