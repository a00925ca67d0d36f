#include "workspace/specifier.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace forklint::workspace {
namespace {

// No Python has had so many patch releases.
constexpr std::uint32_t kMaxPatch = 60;

std::string_view trimmed(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

struct Version {
  std::vector<std::uint32_t> parts;
  bool wildcard = false;
};

// "3", "3.8", "3.8.*", "3.8.1"; what follows a number, such as "rc1", is dropped.
std::optional<Version> version_named(std::string_view text) {
  Version version;
  while (!text.empty()) {
    if (text == "*") {
      version.wildcard = true;
      return version.parts.empty() ? std::nullopt : std::optional(version);
    }
    std::uint32_t part = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), part);
    if (error != std::errc()) return std::nullopt;
    version.parts.push_back(part);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (!text.starts_with('.')) break;
    text.remove_prefix(1);
    if (text.empty()) return std::nullopt;
  }
  return version.parts.empty() ? std::nullopt : std::optional(version);
}

std::array<std::uint32_t, 3> three(const std::vector<std::uint32_t>& parts) {
  std::array<std::uint32_t, 3> padded{};
  std::copy_n(parts.begin(), std::min<std::size_t>(3, parts.size()), padded.begin());
  return padded;
}

// The first version that a caret or tilde range no longer holds: the part at `index` goes up.
std::vector<std::uint32_t> raised(std::vector<std::uint32_t> parts, std::size_t index) {
  parts.resize(index + 1);
  ++parts[index];
  return parts;
}

}  // namespace

std::string to_string(PatchVersion version) {
  return std::to_string(version.major) + "." + std::to_string(version.minor) + "." +
         std::to_string(version.patch);
}

Result<Specifier> Specifier::parse(std::string_view text) {
  Specifier specifier;
  for (std::string_view rest = trimmed(text); !rest.empty();) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    const std::string_view part = trimmed(rest.substr(0, comma));
    rest = trimmed(rest.substr(std::min(comma + 1, rest.size())));
    if (part.empty()) continue;
    Result<std::vector<Clause>> clauses = parse_clause(part);
    if (!clauses) return tl::unexpected(clauses.error());
    specifier.clauses_.insert(specifier.clauses_.end(), clauses->begin(), clauses->end());
  }
  return specifier;
}

Result<std::vector<Specifier::Clause>> Specifier::parse_clause(std::string_view text) {
  const auto rest_after = [&](std::string_view op) -> std::optional<std::string_view> {
    return text.starts_with(op) ? std::optional(trimmed(text.substr(op.size()))) : std::nullopt;
  };
  const auto wrong = [&] { return fail("'" + std::string(text) + "' is no version specifier"); };
  constexpr std::pair<std::string_view, Operator> kOperators[] = {
      {"===", Operator::equal},   {"==", Operator::equal},   {"!=", Operator::not_equal},
      {">=", Operator::at_least}, {"<=", Operator::at_most}, {">", Operator::above},
      {"<", Operator::below},
  };
  for (const auto& [op, meaning] : kOperators) {
    const auto rest = rest_after(op);
    if (!rest) continue;
    const auto version = version_named(*rest);
    if (!version) return wrong();
    return std::vector<Clause>{{meaning, version->parts, version->wildcard}};
  }
  // ~=3.8.1 and Poetry's ~3.8.1, ^3.8: from here up to the next greater part.
  const bool compatible = text.starts_with("~=");
  const bool caret = text.starts_with("^");
  const std::string_view rest = compatible                       ? text.substr(2)
                                : caret || text.starts_with("~") ? text.substr(1)
                                                                 : text;
  const auto version = version_named(trimmed(rest));
  if (!version) return wrong();
  if (rest == text) return std::vector<Clause>{{Operator::equal, version->parts, version->wildcard}};
  if (compatible && version->parts.size() < 2) return wrong();
  const std::size_t index = caret        ? 0
                            : compatible ? version->parts.size() - 2
                                         : std::min<std::size_t>(1, version->parts.size() - 1);
  return std::vector<Clause>{{Operator::at_least, version->parts},
                             {Operator::below, raised(version->parts, index)}};
}

bool Specifier::holds(const Clause& clause, PatchVersion version) {
  const std::array<std::uint32_t, 3> mine{version.major, version.minor, version.patch};
  const auto wanted = three(clause.parts);
  const bool same = clause.wildcard
                        ? std::equal(clause.parts.begin(),
                                     clause.parts.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(
                                                                3, clause.parts.size())),
                                     mine.begin())
                        : mine == wanted;
  switch (clause.op) {
    case Operator::equal:
      return same;
    case Operator::not_equal:
      return !same;
    case Operator::at_least:
      return mine >= wanted;
    case Operator::at_most:
      return mine <= wanted;
    case Operator::above:
      return mine > wanted;
    case Operator::below:
      return mine < wanted;
  }
  return false;
}

bool Specifier::allows(PatchVersion version) const {
  return std::all_of(clauses_.begin(), clauses_.end(),
                     [&](const Clause& clause) { return holds(clause, version); });
}

bool Specifier::allows_some(PythonVersion version) const {
  for (std::uint32_t patch = 0; patch <= kMaxPatch; ++patch) {
    if (allows({version.major, version.minor, patch})) return true;
  }
  return false;
}

}  // namespace forklint::workspace
