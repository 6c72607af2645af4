#pragma once

#include "geo/model/phase.hpp"

#include <QFrame>

class QLabel;
class QLineEdit;

namespace app {

class DateField;

/// Name, dates and budget of one phase.
class PhaseForm : public QFrame {
    Q_OBJECT

   public:
    explicit PhaseForm(QWidget* parent = nullptr);

    void showPhase(const geo::Phase& phase);
    QLineEdit* name() const { return m_name; }
    DateField* begins() const { return m_begins; }
    DateField* ends() const { return m_ends; }
    QLineEdit* budget() const { return m_budget; }

   signals:
    void changed(const geo::Phase& phase);  ///< by the user

   protected:
    void changeEvent(QEvent* event) override;

   private:
    void take();
    void takeBudget();
    void retranslate();

    geo::Phase m_phase;  ///< as shown
    QLineEdit *m_name, *m_budget;
    DateField *m_begins, *m_ends;
    QLabel *m_name_title, *m_begins_title, *m_ends_title, *m_budget_title, *m_note;
};

}  // namespace app
