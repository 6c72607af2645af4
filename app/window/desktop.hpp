#pragma once

namespace app {

/// Opens the window, with a project when one is given, and runs until it is closed.
/// @return exit code: 0; 2 when there is no display to open it on, 3 when there is no such file
int run_desktop(int argc, char** argv);

/// Whether a command line asks for the window: no arguments, or nothing but a project file.
bool is_for_desktop(int argc, char** argv);

}  // namespace app
