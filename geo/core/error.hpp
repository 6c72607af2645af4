#pragma once

#include "geo/core/message.hpp"

#include <cstddef>
#include <exception>
#include <optional>
#include <stdexcept>

namespace geo {

/// A failure that ends what was being done. What merely was found in the data is a `Finding` instead.
class Error : public std::runtime_error {
   public:
    explicit Error(Message message) : std::runtime_error{message.en}, m_message{std::move(message)} {}
    const Message& message() const { return m_message; }

    /// Which of several layers asked for failed, by position; told by what reads them.
    std::optional<std::size_t> layer() const { return m_layer; }
    void concerns_layer(std::size_t position) { m_layer = position; }

   private:
    Message m_message;
    std::optional<std::size_t> m_layer;
};

class UsageError : public Error { using Error::Error; };     ///< a wrong call: exit 2
class SourceError : public Error { using Error::Error; };    ///< input missing or unreadable: exit 3
class InvalidInput : public Error { using Error::Error; };   ///< readable, but its content cannot be used: exit 4
class CrsError : public InvalidInput { using InvalidInput::InvalidInput; };
class GeometryError : public InvalidInput { using InvalidInput::InvalidInput; };
class RuleError : public InvalidInput { using InvalidInput::InvalidInput; };
class OutputError : public Error { using Error::Error; };    ///< not writable, or exists: exit 8

/// The sentence of a failure: of an Error its own, of anything else one that says that it is internal.
Message sentence_of(const std::exception_ptr& failure);

/// Thrown out of long work once its `Progress` was stopped: exit 130.
class Cancelled : public std::exception {
   public:
    const char* what() const noexcept override { return "cancelled"; }
};

}  // namespace geo
