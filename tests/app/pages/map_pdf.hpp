#pragma once

#include <QColor>
#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <QTemporaryDir>

#include <functional>
#include <vector>

class QPainter;

/// A page of A3 landscape as a PDF, painted in hundredths of a millimetre, read back with poppler's tools.
class MapPdf {
   public:
    explicit MapPdf(const std::function<void(QPainter&)>& paint);

    /// Corners of what is filled with a colour, mm on the paper; a polygon for each closed run.
    std::vector<QPolygonF> filled(const QColor& colour) const;
    /// Lines of `pdfimages -list`, without its heading.
    QStringList images() const;
    QString text() const;
    struct Word {
        QString text;
        QRectF box;  ///< mm
    };
    std::vector<Word> words() const;
    QByteArray bytes() const;

   private:
    QString file() const { return m_folder.filePath("map.pdf"); }
    QByteArray output(const QString& program, const QStringList& arguments) const;

    QTemporaryDir m_folder;
};
