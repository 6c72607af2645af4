#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What each fuzz target defines; the fuzzer's own loop and the replay in the plain tests both drive it.
namespace fuzz {

using Bytes = std::span<const unsigned char>;

/// Gives the bytes to the code under test and ends the process where something does not hold that must.
void try_input(Bytes input);

/// Inputs of every kind that the code knows, to start from.
std::vector<std::string> seeds();

/// Ends the process with the words unless the condition holds.
void require(bool holds, const char* what);

inline std::string_view as_text(Bytes input) { return {reinterpret_cast<const char*>(input.data()), input.size()}; }

/// Takes values off the front of the input; zero once it is used up.
class Supply {
   public:
    explicit Supply(Bytes input) : m_left{input} {}
    bool empty() const { return m_left.empty(); }
    template <typename T>
    T take() {
        T value{};
        const std::size_t size = std::min(sizeof value, m_left.size());
        std::memcpy(&value, m_left.data(), size);
        m_left = m_left.subspan(size);
        return value;
    }
    Bytes rest() const { return m_left; }

   private:
    Bytes m_left;
};

}  // namespace fuzz
