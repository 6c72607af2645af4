#pragma once

#include <QTreeWidget>

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace app {

/// Words to be ticked, each with how often it occurs, under a row that stands for all of them.
class CheckList : public QTreeWidget {
    Q_OBJECT

   public:
    explicit CheckList(QWidget* parent = nullptr);

    void showWords(const std::map<std::string, std::size_t>& words);
    /// @param chosen  absent: all; words that are not listed are kept, so that ticking others does not lose them
    void setChosen(const std::optional<std::set<std::string>>& chosen);
    std::optional<std::set<std::string>> chosen() const;
    void retranslate(const QString& all);  ///< title of the row of all

   signals:
    void chosenChanged();

   private:
    void tick(QTreeWidgetItem* item);
    void showChosen();

    std::map<std::string, std::size_t> m_words;
    std::optional<std::set<std::string>> m_chosen;
    QString m_all;
};

}  // namespace app
