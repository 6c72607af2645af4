#pragma once

#include <QStringList>
#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace app {

/// What is shown while no project is open: new, open, the sample, and projects opened before. Projects may be dropped on it.
class StartPage : public QWidget {
    Q_OBJECT

   public:
    explicit StartPage(QWidget* parent = nullptr);

    void showRecent(const QStringList& files);  ///< newest first; those that are gone are greyed

   signals:
    void newAsked();
    void openAsked();
    void sampleAsked();
    void recentChosen(const QString& file);

   protected:
    void changeEvent(QEvent* event) override;

   private:
    void retranslate();

    QLabel* m_title;
    QLabel* m_words;
    QPushButton* m_new;
    QPushButton* m_open;
    QPushButton* m_sample;
    QLabel* m_recent_title;
    QLabel* m_none;
    QListWidget* m_recent;
    QLabel* m_disclaimer;
};

}  // namespace app
