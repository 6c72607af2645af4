#pragma once

#include "geo/core/message.hpp"

#include <string>

namespace app {

/// What is wrong with a map style, in the order in which it was met, each with its place.
class StyleFaults {
   public:
    explicit StyleFaults(std::string file) : m_file{std::move(file)} {}

    void add(const geo::Message& where, const geo::Message& reason);
    void add(const std::string& layer, const std::string& key, const geo::Message& reason);
    void throw_if_any() const;  ///< @throws geo::InvalidInput  all of them

   private:
    std::string m_file;
    geo::Message m_text;
};

}  // namespace app
