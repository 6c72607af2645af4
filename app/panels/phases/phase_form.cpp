#include "app/panels/phases/phase_form.hpp"

#include "app/panels/phases/date_field.hpp"
#include "app/panels/phases/yuan.hpp"
#include "app/theme/language.hpp"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>

namespace app {

PhaseForm::PhaseForm(QWidget* parent)
    : QFrame{parent}, m_name{new QLineEdit{this}}, m_budget{new QLineEdit{this}}, m_begins{new DateField{this}}, m_ends{new DateField{this}},
      m_note{new QLabel{this}} {
    setProperty("card", true);
    m_name->setObjectName("phaseName");
    m_begins->setObjectName("phaseBegins");
    m_ends->setObjectName("phaseEnds");
    m_budget->setObjectName("phaseBudget");
    m_name->setMaxLength(60);
    auto* grid = new QGridLayout{this};
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    const auto add = [&](QLabel*& title, QWidget* field, int row, int column, int span) {
        title = new QLabel{this};
        title->setProperty("role", "second");
        title->setBuddy(field);
        grid->addWidget(title, row, column, 1, span);
        grid->addWidget(field, row + 1, column, 1, span);
    };
    add(m_name_title, m_name, 0, 0, 2);
    add(m_begins_title, m_begins, 3, 0, 1);
    add(m_ends_title, m_ends, 3, 1, 1);
    m_note->setProperty("verdict", "verify");
    m_note->setWordWrap(true);
    grid->addWidget(m_note, 5, 0, 1, 2);
    add(m_budget_title, m_budget, 7, 0, 2);
    for (const int gap : {2, 6}) grid->setRowMinimumHeight(gap, 4);
    for (const int column : {0, 1}) grid->setColumnStretch(column, 1);
    connect(m_name, &QLineEdit::editingFinished, this, &PhaseForm::take);
    connect(m_begins, &DateField::changed, this, &PhaseForm::take);
    connect(m_ends, &DateField::changed, this, &PhaseForm::take);
    connect(m_budget, &QLineEdit::editingFinished, this, &PhaseForm::takeBudget);
    retranslate();
}

void PhaseForm::showPhase(const geo::Phase& phase) {
    m_phase = phase;
    // What is being typed there, and is the same, keeps its cursor.
    if (m_name->text() != text(phase.name)) m_name->setText(text(phase.name));
    m_begins->showDay(phase.begins);
    m_ends->showDay(phase.ends);
    m_budget->setText(phase.budget ? yuan_words(*phase.budget) : QString{});
    m_budget->setProperty("wrong", false);
    retranslate();
}

void PhaseForm::take() {
    geo::Phase phase = m_phase;
    phase.name = m_name->text().trimmed().toStdString();
    phase.begins = m_begins->day();
    phase.ends = m_ends->day();
    if (phase == m_phase) return;
    m_phase = phase;
    emit changed(phase);
}

void PhaseForm::takeBudget() {
    const QString typed = m_budget->text().trimmed();
    const auto yuan = yuan_in(typed);
    const bool is_wrong = !typed.isEmpty() && !yuan;
    m_budget->setProperty("wrong", is_wrong);
    m_budget->style()->unpolish(m_budget);
    m_budget->style()->polish(m_budget);
    retranslate();
    if (is_wrong) return;
    m_budget->setText(yuan ? yuan_words(*yuan) : QString{});
    if (yuan == m_phase.budget) return;
    m_phase.budget = yuan;
    emit changed(m_phase);
}

void PhaseForm::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QFrame::changeEvent(event);
}

void PhaseForm::retranslate() {
    m_name_title->setText(tr("Name"));
    m_begins_title->setText(tr("Begins"));
    m_ends_title->setText(tr("Ends"));
    m_budget_title->setText(tr("Budget, yuan"));
    m_name->setPlaceholderText(text(geo::phase_word(geo::phase_rank(m_phase.id).value_or(0))));
    m_budget->setPlaceholderText(tr("not set"));
    m_budget->setToolTip(m_budget->property("wrong").toBool() ? tr("This is no amount. Write it like 120 000 or 12万, or leave it empty.")
                                                              : tr("An amount like 120 000 or 12万; empty: not set"));
    const bool is_turned = !m_phase.begins.empty() && !m_phase.ends.empty() && m_phase.ends < m_phase.begins;
    m_note->setText(tr("It ends before it begins."));
    m_note->setVisible(is_turned);
}

}  // namespace app
