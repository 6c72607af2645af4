#include "app/cli/commands.hpp"
#include "app/window/desktop.hpp"

int main(int argc, char** argv) { return app::is_for_desktop(argc, argv) ? app::run_desktop(argc, argv) : app::run(argc, argv); }
