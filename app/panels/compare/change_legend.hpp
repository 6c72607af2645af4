#pragma once

#include "app/render/map_data.hpp"

#include <QFrame>

#include <memory>

class QGridLayout;

namespace app {

/// What the colours of a comparison mean, on a card over the map's lower right corner; only what the map has.
class ChangeLegend : public QFrame {
    Q_OBJECT

   public:
    explicit ChangeLegend(QWidget* parent = nullptr);

    void showData(std::shared_ptr<const MapData> shown);  ///< null or without changes: hidden
    void setDarkMap(bool dark);  ///< the card is of the map, whatever the window's theme
    int rowCount() const { return m_row_count; }

   protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

   private:
    void refresh();

    QGridLayout* m_rows;
    std::shared_ptr<const MapData> m_data;
    int m_row_count = 0;
    bool m_is_dark = false;
};

}  // namespace app
