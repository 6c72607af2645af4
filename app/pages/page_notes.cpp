#include "app/pages/page_notes.hpp"

#include "app/pages/page_legend.hpp"
#include "app/pages/page_text.hpp"

namespace app {
namespace {

constexpr double indent = 3.6;  // Of a note's words behind its number.
constexpr double between = 0.7;
constexpr double foot = 1.6;
constexpr double first_base = 1.0;

struct Lines {
    QStringList first, second;
    double height(double pitch) const { return static_cast<double>(first.size() + second.size()) * pitch + between; }
};

Lines lines_of(const PageWriter& writer, const geo::Message& note, double width) {
    Lines lines{wrapped(writer.words().first(note), Type::Note, width - indent), {}};
    if (const QString other = writer.words().second(note); !other.isEmpty()) lines.second = wrapped(other, Type::NoteSecond, width - indent);
    return lines;
}

}  // namespace

double notes_height(const PageWriter& writer, const PageNotes& notes, double width) {
    if (notes.isDone()) return 0.0;
    double height = writer.looks().rows.block + foot;
    for (std::size_t i = notes.next; i < notes.notes.size(); ++i) height += lines_of(writer, notes.notes[i], width).height(writer.looks().rows.notes);
    return height;
}

double write_notes(PageWriter& writer, PageNotes& notes, const QRectF& room) {
    if (notes.isDone()) return room.top();
    const double pitch = writer.looks().rows.notes;
    double y = room.top() + writer.looks().rows.block;
    if (y + lines_of(writer, notes.notes[notes.next], room.width()).height(pitch) > room.bottom()) return room.top();
    write_block_heading(writer, notes.next == 0 ? geo::Message{"说明", "Notes"} : geo::Message{"说明（续）", "Notes (continued)"}, room.left(), room.top(), room.width());
    for (; !notes.isDone(); ++notes.next) {
        const Lines lines = lines_of(writer, notes.notes[notes.next], room.width());
        if (y + lines.height(pitch) > room.bottom()) break;
        double base = y + first_base + 0.37 * pitch;
        writer.text({room.left(), base}, QStringLiteral("%1.").arg(notes.next + 1), Type::Note);
        for (const QString& line : lines.first) writer.text({room.left() + indent, base}, line, Type::Note), base += pitch;
        for (const QString& line : lines.second) writer.text({room.left() + indent, base}, line, Type::NoteSecond), base += pitch;
        y += lines.height(pitch);
    }
    return y + foot;
}

}  // namespace app
