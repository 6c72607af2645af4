#include "data/samples/township.hpp"
#include "data/samples/write_township.hpp"

#include <iostream>
#include <span>
#include <string_view>

/// `samples FOLDER [--overwrite]`: writes the sample township's files and lists them with their roles.
int main(int argc, char** argv) {
    const std::span<char*> args{argv, static_cast<std::size_t>(argc)};
    const bool overwrite = args.size() == 3 && std::string_view{args[2]} == "--overwrite";
    if (args.size() != 2 && !overwrite) {
        std::cerr << "usage: samples FOLDER [--overwrite]\n";
        return 2;
    }
    try {
        for (const samples::SampleFile& file : samples::write_township(samples::township(), args[1], overwrite))
            std::cout << "--role " << geo::role_info(file.role).name << '=' << file.file.string() << '\n';
    } catch (const geo::OutputError& error) {
        std::cerr << error.message().zh << '\n' << error.message().en << '\n';
        return 8;
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}
