#pragma once

#include <map>
#include <string>
#include <vector>

namespace geo::jts {

/// What became of the cases of one family.
struct Counts {
    int passed = 0;
    std::map<std::string, std::vector<std::string>> failed;  ///< why → names of the cases
    std::map<std::string, int> not_asked;                    ///< why the case asks for something that `geo/geometry` does not do

    int failures() const;
    int total() const;
};

/// Counts by family, printed as a table.
class Tally {
   public:
    /// @param why  empty: passed
    void note(const std::string& family, const std::string& why, const std::string& name);
    void leave_out(const std::string& family, const std::string& why) { ++m_families[family].not_asked[why]; }

    const Counts& of(const std::string& family) const { return m_families.at(family); }
    std::string table() const;  ///< Markdown, with the reasons below it and the names of up to four cases each

   private:
    std::map<std::string, Counts> m_families;
};

}  // namespace geo::jts
