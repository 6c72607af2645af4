#pragma once

namespace app {

/// Kinds of undo commands that may merge, for `QUndoCommand::id`.
enum EditId { SetLayersId = 1, SetHeatId };

}  // namespace app
