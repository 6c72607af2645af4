#include "app/pages/pdf_text_maps.hpp"

#include "app/render/map_style.hpp"
#include "app/render/style_layers.hpp"

#include <QFont>
#include <QHash>
#include <QRawFont>

#include <cctype>

namespace app {
namespace {

constexpr char32_t radicals_from = 0x2E80, radicals_to = 0x2FDF;  // CJK and Kangxi radicals.
constexpr char32_t figure_dash = 0x2012, en_dash = 0x2013;
constexpr char32_t letters_from = 0x4E00, letters_to = 0x9FFF;    // The letters that look the same.

quint32 glyph_of(const QRawFont& font, char32_t letter) {
    const auto glyphs = font.glyphIndexesForString(QString::fromUcs4(&letter, 1));
    return glyphs.isEmpty() ? 0 : glyphs.front();
}

/// Radicals that share their glyph with a letter.
QHash<char32_t, char32_t> letters_of_radicals() {
    QFont font;
    font.setFamilies(MapStyle::standard()->layers().fonts);
    const QRawFont raw = QRawFont::fromFont(font, QFontDatabase::SimplifiedChinese);
    QHash<quint32, char32_t> radical_of;
    for (char32_t radical = radicals_from; radical <= radicals_to; ++radical)
        if (const quint32 glyph = glyph_of(raw, radical)) radical_of.insert(glyph, radical);
    QHash<char32_t, char32_t> letters;
    for (char32_t letter = letters_from; letter <= letters_to; ++letter)
        if (const auto radical = radical_of.constFind(glyph_of(raw, letter)); radical != radical_of.constEnd()) letters.insert(*radical, letter);
    return letters;
}

char32_t letter_for(char32_t told) {
    static const QHash<char32_t, char32_t> letters = letters_of_radicals();
    if (told == U'\t') return U' ';
    if (told == figure_dash) return en_dash;  // Of one shape, and only the one is written.
    const auto found = letters.constFind(told);
    if (found != letters.constEnd()) return *found;
    // Another font than this one's: what Unicode says of the radical.
    const QString plain = told >= radicals_from && told <= radicals_to ? QString::fromUcs4(&told, 1).normalized(QString::NormalizationForm_KC) : QString{};
    return plain.size() == 1 ? plain.front().unicode() : told;
}

/// The ranges of one map: `<from> <to> <letter>` or `<from> <to> [<letter> …]`; only letters change.
class Ranges {
   public:
    Ranges(QByteArray& pdf, qsizetype from, qsizetype to) : m_pdf{pdf}, m_at{from}, m_end{to} {}

    void mend() {
        while (skip_code() && skip_code()) {
            skip_space();
            const bool is_list = m_at < m_end && m_pdf[m_at] == '[';
            if (is_list) ++m_at;
            while (mend_code() && is_list) {}
            skip_space();
            if (is_list && m_at < m_end && m_pdf[m_at] == ']') ++m_at;
        }
    }

   private:
    void skip_space() {
        while (m_at < m_end && std::isspace(static_cast<unsigned char>(m_pdf[m_at]))) ++m_at;
    }

    /// The hexadecimal digits of the code that comes next; empty where there is none.
    QByteArrayView next_code() {
        skip_space();
        if (m_at >= m_end || m_pdf[m_at] != '<') return {};
        const qsizetype close = m_pdf.indexOf('>', m_at);
        if (close < 0 || close >= m_end) return {};
        const QByteArrayView digits = QByteArrayView{m_pdf}.sliced(m_at + 1, close - m_at - 1);
        m_at = close + 1;
        return digits;
    }

    bool skip_code() { return !next_code().isEmpty(); }

    bool mend_code() {
        const QByteArrayView digits = next_code();
        if (digits.isEmpty()) return false;
        bool is_number = false;
        const auto told = static_cast<char32_t>(digits.toUInt(&is_number, 16));
        const char32_t letter = letter_for(told);
        if (digits.size() == 4 && is_number && letter != told)
            m_pdf.replace(m_at - 5, 4, QByteArray::number(static_cast<uint>(letter), 16).toUpper().rightJustified(4, '0'));
        return true;
    }

    QByteArray& m_pdf;
    qsizetype m_at, m_end;
};

}  // namespace

void mend_text_maps(QByteArray& pdf) {
    const QByteArray begin = "beginbfrange", end = "endbfrange";
    for (qsizetype at = pdf.indexOf(begin); at >= 0; at = pdf.indexOf(begin, at)) {
        at += begin.size();
        const qsizetype to = pdf.indexOf(end, at);
        if (to < 0) return;
        Ranges{pdf, at, to}.mend();
    }
}

}  // namespace app
