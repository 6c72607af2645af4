#pragma once

#include "app/pages/page_writer.hpp"

namespace app {

/// Numbered sentences that may go on at another place.
struct PageNotes {
    std::vector<geo::Message> notes = {};
    std::size_t next = 0;  ///< first one not yet written

    bool isDone() const { return next >= notes.size(); }
};

/// Of what is not yet written, with its heading.
double notes_height(const PageWriter& writer, const PageNotes& notes, double width);

/// Writes as many as fit. @return y of the lower end
double write_notes(PageWriter& writer, PageNotes& notes, const QRectF& room);

}  // namespace app
