#pragma once

namespace app {

/// Runs one command line. @return the exit code of design: 0 done, 2 usage, 3 source, 4 input, 5 check, 6 no site, 8 output, 130 cancelled
int run(int argc, char** argv);

}  // namespace app
