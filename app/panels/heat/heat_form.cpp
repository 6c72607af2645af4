#include "app/panels/heat/heat_form.hpp"

#include "app/panels/heat/bandwidth_field.hpp"
#include "app/panels/heat/check_list.hpp"
#include "app/panels/heat/weight_list.hpp"
#include "app/theme/language.hpp"

#include <QComboBox>
#include <QDateEdit>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <array>

namespace app {
namespace {

constexpr std::array kernels{geo::Kernel::Quartic, geo::Kernel::Epanechnikov, geo::Kernel::Uniform, geo::Kernel::Triangular, geo::Kernel::Gaussian};

QString kernel_word(geo::Kernel kernel) {
    switch (kernel) {
        case geo::Kernel::Quartic: return HeatForm::tr("Quartic");
        case geo::Kernel::Epanechnikov: return HeatForm::tr("Epanechnikov");
        case geo::Kernel::Uniform: return HeatForm::tr("Uniform");
        case geo::Kernel::Triangular: return HeatForm::tr("Triangular");
        case geo::Kernel::Gaussian: return HeatForm::tr("Gaussian");
    }
    return {};
}

const QDate epoch{1970, 1, 1};
QDate date_of(std::chrono::sys_days day) { return epoch.addDays(day.time_since_epoch().count()); }
std::chrono::sys_days day_of(QDate date) { return std::chrono::sys_days{std::chrono::days{epoch.daysTo(date)}}; }

/// The least date of a field stands for any.
void show_day(QDateEdit& field, const std::optional<std::chrono::sys_days>& day) {
    const QSignalBlocker quiet{&field};
    field.setDate(day ? date_of(*day) : field.minimumDate());
}

std::optional<std::chrono::sys_days> shown_day(const QDateEdit& field) {
    if (field.date() <= field.minimumDate()) return std::nullopt;
    return day_of(field.date());
}

}  // namespace

HeatForm::HeatForm(QWidget* parent)
    : QWidget{parent}, m_kernel{new QComboBox{this}}, m_bandwidth{new BandwidthField{this}}, m_cell{new QDoubleSpinBox{this}},
      m_types{new CheckList{this}}, m_statuses{new CheckList{this}}, m_from{new QDateEdit{this}}, m_to{new QDateEdit{this}},
      m_weights{new WeightList{this}}, m_half_life{new QDoubleSpinBox{this}}, m_undated{new QLabel{this}} {
    for (const geo::Kernel kernel : kernels) m_kernel->addItem(kernel_word(kernel));
    m_cell->setRange(0.0, 10'000.0);
    m_cell->setDecimals(1);
    m_cell->setKeyboardTracking(false);
    m_half_life->setRange(0.0, 36'500.0);
    m_half_life->setDecimals(0);
    m_half_life->setSingleStep(30.0);
    m_half_life->setKeyboardTracking(false);
    for (QDateEdit* field : {m_from, m_to}) {
        field->setCalendarPopup(true);
        field->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
        field->setKeyboardTracking(false);
    }
    build();
    join();
    retranslate();
    showDateRange();
}

void HeatForm::build() {
    const auto title = [this](QLabel*& label, const char* role) {
        label = new QLabel{this};
        label->setProperty("role", role);
        return label;
    };
    auto* rows = new QVBoxLayout{this};
    rows->setContentsMargins(12, 8, 12, 12);
    rows->setSpacing(4);
    const auto add = [&](QLabel*& label, QWidget* field) {
        rows->addWidget(title(label, "second"));
        rows->addWidget(field);
        rows->addSpacing(4);
        label->setBuddy(field);
    };
    const auto add_beside = [&](QLabel*& left, QWidget* left_field, QLabel*& right, QWidget* right_field) {
        auto* halves = new QGridLayout;
        halves->setHorizontalSpacing(8);
        halves->setVerticalSpacing(4);
        halves->addWidget(title(left, "second"), 0, 0);
        halves->addWidget(title(right, "second"), 0, 1);
        halves->addWidget(left_field, 1, 0);
        halves->addWidget(right_field, 1, 1);
        for (const int column : {0, 1}) halves->setColumnStretch(column, 1);
        left->setBuddy(left_field);
        right->setBuddy(right_field);
        rows->addLayout(halves);
    };
    add(m_bandwidth_title, m_bandwidth);
    add_beside(m_kernel_title, m_kernel, m_cell_title, m_cell);
    rows->addSpacing(12);
    rows->addWidget(title(m_filter_title, "section"));
    add(m_types_title, m_types);
    add(m_statuses_title, m_statuses);
    add_beside(m_from_title, m_from, m_to_title, m_to);
    m_undated->setProperty("role", "second");
    m_undated->setWordWrap(true);
    rows->addWidget(m_undated);
    rows->addSpacing(12);
    rows->addWidget(title(m_weights_title, "section"));
    add(m_severity_title, m_weights);
    add(m_half_life_title, m_half_life);
    rows->addStretch(1);
}

void HeatForm::join() {
    connect(m_bandwidth, &BandwidthField::changed, this, [this](double metres) {
        m_settings.bandwidth_m = metres;
        tell();
    });
    connect(m_kernel, &QComboBox::currentIndexChanged, this, [this](int place) {
        m_settings.kernel = kernels.at(static_cast<std::size_t>(place));
        tell();
    });
    connect(m_cell, &QDoubleSpinBox::valueChanged, this, [this](double metres) {
        m_settings.cell_m = metres > 0.0 ? std::optional{metres} : std::nullopt;
        tell();
    });
    connect(m_types, &CheckList::chosenChanged, this, [this] {
        m_settings.filter.types = m_types->chosen();
        tell();
    });
    connect(m_statuses, &CheckList::chosenChanged, this, [this] {
        m_settings.filter.statuses = m_statuses->chosen();
        tell();
    });
    connect(m_from, &QDateEdit::dateChanged, this, [this] {
        m_settings.filter.from = shown_day(*m_from);
        tell();
    });
    connect(m_to, &QDateEdit::dateChanged, this, [this] {
        m_settings.filter.to = shown_day(*m_to);
        tell();
    });
    connect(m_weights, &WeightList::weightsChanged, this, [this] {
        m_settings.weights.by_severity = m_weights->weights();
        tell();
    });
    connect(m_half_life, &QDoubleSpinBox::valueChanged, this, [this](double days) {
        m_settings.weights.half_life_days = days > 0.0 ? std::optional{days} : std::nullopt;
        tell();
    });
}

void HeatForm::showFacts(const HazardFacts& facts) {
    m_types->showWords(facts.types);
    m_statuses->showWords(facts.statuses);
    m_weights->showSeverities(facts.severities);
    m_first = facts.first;
    m_undated_count = facts.undated;
    showDateRange();
    showSettings(m_settings);
    retranslate();
}

/// "Any" is the day before the first report, or before the first day asked for, so that the calendar opens where the reports are.
void HeatForm::showDateRange() {
    auto first = m_first.value_or(day_of(QDate{2000, 1, 1}));
    for (const auto& asked : {m_settings.filter.from, m_settings.filter.to})
        if (asked) first = std::min(first, *asked);
    for (QDateEdit* field : {m_from, m_to}) {
        const QSignalBlocker quiet{field};
        field->setMinimumDate(date_of(first).addDays(-1));
        field->setEnabled(m_first.has_value());
    }
}

void HeatForm::showSettings(const geo::HeatSettings& settings) {
    m_settings = settings;
    const QSignalBlocker quiet_kernel{m_kernel}, quiet_cell{m_cell}, quiet_half_life{m_half_life};
    m_kernel->setCurrentIndex(static_cast<int>(std::ranges::find(kernels, settings.kernel) - kernels.begin()));
    m_bandwidth->setValue(settings.bandwidth_m);
    m_cell->setValue(settings.cell_m.value_or(0.0));
    m_types->setChosen(settings.filter.types);
    m_statuses->setChosen(settings.filter.statuses);
    showDateRange();
    show_day(*m_from, settings.filter.from);
    show_day(*m_to, settings.filter.to);
    m_weights->setWeights(settings.weights.by_severity);
    m_half_life->setValue(settings.weights.half_life_days.value_or(0.0));
}

bool HeatForm::isDragged() const { return m_bandwidth->isDragged(); }

void HeatForm::retranslate() {
    {
        const QSignalBlocker quiet{m_kernel};
        for (int i = 0; i < m_kernel->count(); ++i) m_kernel->setItemText(i, kernel_word(kernels.at(static_cast<std::size_t>(i))));
    }
    m_kernel_title->setText(tr("Kernel"));
    m_bandwidth_title->setText(tr("Bandwidth"));
    m_bandwidth->setToolTip(tr("How far a report reaches, in metres on the ground; of the Gaussian its standard deviation"));
    m_cell_title->setText(tr("Cell"));
    m_cell->setSpecialValueText(tr("automatic"));
    m_cell->setSuffix(tr(" m"));
    m_cell->setToolTip(tr("Side of a cell in metres on the ground"));
    m_filter_title->setText(tr("Reports that count"));
    m_types_title->setText(tr("Type"));
    m_types->retranslate(tr("All types"));
    m_statuses_title->setText(tr("Status"));
    m_statuses->retranslate(tr("All statuses"));
    m_from_title->setText(tr("From"));
    m_to_title->setText(tr("To"));
    for (QDateEdit* field : {m_from, m_to}) field->setSpecialValueText(tr("any"));
    m_undated->setText(tr("%n report(s) without a date count only while both are \"any\".", nullptr, static_cast<int>(m_undated_count)));
    m_undated->setVisible(m_undated_count > 0);
    m_weights_title->setText(tr("Weights"));
    m_severity_title->setText(tr("A report counts, by severity"));
    m_weights->retranslate();
    m_half_life_title->setText(tr("Half-life of a report"));
    m_half_life->setSpecialValueText(tr("does not age"));
    m_half_life->setSuffix(tr(" days"));
    m_half_life->setToolTip(tr("A report counts half as much for each such age, from the latest report back"));
}

}  // namespace app
