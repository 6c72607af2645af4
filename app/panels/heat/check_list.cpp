#include "app/panels/heat/check_list.hpp"

#include "app/theme/language.hpp"

#include <QHeaderView>
#include <QSignalBlocker>

#include <algorithm>

namespace app {
namespace {

constexpr int row_height = 27;
constexpr int most_rows = 9;
constexpr int count_width = 72;

}  // namespace

CheckList::CheckList(QWidget* parent) : QTreeWidget{parent} {
    setColumnCount(2);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setIndentation(0);
    setUniformRowHeights(true);
    setSelectionMode(NoSelection);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::Fixed);
    header()->resizeSection(1, count_width);
    connect(this, &QTreeWidget::itemChanged, this, &CheckList::tick);
}

void CheckList::showWords(const std::map<std::string, std::size_t>& words) {
    m_words = words;
    const QSignalBlocker quiet{this};
    clear();
    std::size_t all = 0;
    for (const auto& [word, count] : m_words) all += count;
    const auto add = [this](std::size_t count) {
        auto* item = new QTreeWidgetItem{this};
        item->setText(1, number(static_cast<double>(count), 0));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setSizeHint(0, {0, row_height});
    };
    add(all);
    for (const auto& [word, count] : m_words) add(count);
    setFixedHeight(std::min(topLevelItemCount(), most_rows) * row_height + 2);
    showChosen();
}

void CheckList::setChosen(const std::optional<std::set<std::string>>& chosen) {
    m_chosen = chosen;
    showChosen();
}

std::optional<std::set<std::string>> CheckList::chosen() const { return m_chosen; }

void CheckList::retranslate(const QString& all) {
    m_all = all;
    showChosen();
}

void CheckList::tick(QTreeWidgetItem* item) {
    const int row = indexOfTopLevelItem(item);
    const bool is_ticked = item->checkState(0) != Qt::Unchecked;
    if (row == 0) {
        m_chosen = is_ticked ? std::nullopt : std::optional{std::set<std::string>{}};
    } else {
        std::set<std::string> chosen;
        if (m_chosen) chosen = *m_chosen;
        else
            for (const auto& [word, count] : m_words) chosen.insert(word);
        const std::string& word = std::next(m_words.begin(), row - 1)->first;
        if (is_ticked) chosen.insert(word);
        else chosen.erase(word);
        const bool is_all = std::ranges::all_of(m_words, [&](const auto& listed) { return chosen.contains(listed.first); });
        m_chosen = is_all ? std::nullopt : std::optional{std::move(chosen)};
    }
    showChosen();
    emit chosenChanged();
}

void CheckList::showChosen() {
    if (topLevelItemCount() == 0) return;
    const QSignalBlocker quiet{this};
    int row = 0, ticked = 0;
    for (const auto& [word, count] : m_words) {
        QTreeWidgetItem* item = topLevelItem(++row);
        const bool is_ticked = !m_chosen || m_chosen->contains(word);
        ticked += is_ticked ? 1 : 0;
        item->setText(0, word.empty() ? tr("not stated") : text(word));
        item->setToolTip(0, item->text(0));
        item->setCheckState(0, is_ticked ? Qt::Checked : Qt::Unchecked);
    }
    topLevelItem(0)->setText(0, m_all);
    topLevelItem(0)->setCheckState(0, !m_chosen ? Qt::Checked : ticked > 0 ? Qt::PartiallyChecked : Qt::Unchecked);
    viewport()->update();
}

}  // namespace app
