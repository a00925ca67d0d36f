// The three kinds of failure are never mixed: the user's code gives a Finding, the user's environment
// gives an Error value (this header) that ends as one clear line, a bug of ours trips FORKLINT_CHECK.
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace forklint {

// What went wrong in the user's environment: one line, no trailing newline, naming file and cause.
struct Error {
  std::string message;
};

template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(std::string message) {
  return tl::unexpected<Error>(Error{std::move(message)});
}

}  // namespace forklint
