// Ranges of Python versions as projects declare them: PEP 440 specifiers, and Poetry's ^ and ~.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "catalog/target.h"

namespace forklint::workspace {

struct PatchVersion {
  std::uint32_t major = 0;
  std::uint32_t minor = 0;
  std::uint32_t patch = 0;
  auto operator<=>(const PatchVersion&) const = default;
};

std::string to_string(PatchVersion version);

class Specifier {
 public:
  // ">=3.8,<3.13", "~=3.9", "!=3.9.*"; Poetry's "^3.10", "~3.10", "*", ">=3.8 <4", "~3.8 || ^3.10". "" allows
  // everything. Fails on what is no specifier.
  static Result<Specifier> parse(std::string_view text);

  bool allows(PatchVersion version) const;
  // Whether some patch release of this minor version is allowed.
  bool allows_some(PythonVersion version) const;

 private:
  enum class Operator : std::uint8_t { equal, not_equal, at_least, at_most, above, below };
  struct Clause {
    Operator op;
    std::vector<std::uint32_t> parts;  // of the version, as many as were written
    bool wildcard = false;             // ".*"
    // Pre-releases lie before the release that the parts name, post-releases behind it.
    std::strong_ordering beside = std::strong_ordering::equal;
  };
  // All of them hold.
  using Clauses = std::vector<Clause>;
  static Result<Clauses> parse_alternative(std::string_view text);
  static Result<Clauses> parse_clause(std::string_view op, std::string_view version);
  static bool holds(const Clause& clause, PatchVersion version);

  std::vector<Clauses> alternatives_;
};

}  // namespace forklint::workspace
