// Edits a project until it is killed: `editing_child FILE SEED`. Each line on standard output says which edit is on the disk by now.
#include "geo/io/edited_project.hpp"
#include "killed_editor.hpp"

#include <cstdio>
#include <cstdlib>
#include <random>

int main(int argc, char** argv) {
    if (argc != 3) return 2;
    std::mt19937 random{static_cast<unsigned>(std::atoi(argv[2]))};
    geo::EditedProject project{argv[1]};
    const bool is_recovered = project.unsaved_since().has_value();
    geo::EditedState state = project.read(is_recovered);
    for (int edit = io_fixtures::edit_of(state) + 1;; ++edit) {
        state = io_fixtures::edited(state, edit, random() % 4 == 0);
        project.keep(state);
        std::printf("kept %d\n", edit);
        std::fflush(stdout);
        if (random() % 3 != 0) continue;
        project.save(state);
        std::printf("saved %d\n", edit);
        std::fflush(stdout);
    }
}
