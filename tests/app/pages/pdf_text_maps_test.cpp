#include "app/pages/pdf_text_maps.hpp"

#include "app/pages/mark_texts.hpp"
#include "tests/app/pages/map_pdf.hpp"

#include <QPainter>
#include <gtest/gtest.h>

namespace {

QByteArray mended(QByteArray pdf) {
    app::mend_text_maps(pdf);
    return pdf;
}

TEST(PdfTextMaps, ChangeLettersAndNoCodes) {
    EXPECT_EQ(mended("2 beginbfrange\n<0000> <0000> <0000>\n<2F70> <2F71> [<2F70> <0041> ]\nendbfrange"),
              "2 beginbfrange\n<0000> <0000> <0000>\n<2F70> <2F71> [<793A> <0041> ]\nendbfrange");
    EXPECT_EQ(mended("beginbfrange <0009> <0009> <0009> <0010> <0010> <2F64> endbfrange"), "beginbfrange <0009> <0009> <0020> <0010> <0010> <7528> endbfrange");
}

TEST(PdfTextMaps, LeaveOtherBytesAlone) {
    for (const char* bytes : {"", "<2F70>", "beginbfrange <2F70>", "beginbfrange <0001> <0002> [<2F70", "beginbfrange <0001> endbfrange <2F70>", "beginbfrange [] endbfrange",
                              "beginbfrange <0001> <0002> <zzzz> endbfrange"})
        EXPECT_EQ(mended(bytes), bytes);
}

// Letters whose glyphs radicals share, of both blocks, and digits beside letters, bold and regular.
TEST(PdfTextMaps, MakeWhatIsWrittenFound) {
    const QStringList words{"示例小区", "青禾苑", "车位用地", "消防车道", "人民街", "一层", "长度", "23# 6F", "S12", "GB 50016 7.1.8", "≥ 6.00 m", "高层", "龙门", "见长大门"};
    const MapPdf pdf{[&](QPainter& painter) {
        const app::MarkTexts texts;
        double y = 2000.0;
        for (const bool is_bold : {false, true})
            for (const QString& word : words) texts.paint(painter, word, {2.5, is_bold, Qt::black}, {is_bold ? 25000.0 : 10000.0, y += 600.0}, 0.0, Qt::white);
    }};
    const QString text = pdf.text().simplified();
    for (const QString& word : words) EXPECT_EQ(text.count(word), 2) << word.toStdString() << " in " << text.toStdString();
}

}  // namespace
