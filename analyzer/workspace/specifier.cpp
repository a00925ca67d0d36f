#include "workspace/specifier.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <iterator>
#include <optional>
#include <regex>

namespace forklint::workspace {
namespace {

// No Python has had so many patch releases.
constexpr std::uint32_t kMaxPatch = 60;

constexpr std::string_view kBlanks = " \t\r\n";
constexpr std::string_view kOperatorBytes = "=!<>~^";

bool is_blank_text(std::string_view text) {
  return text.find_first_not_of(kBlanks) == std::string_view::npos;
}

// Takes the bytes off the front of `text` that are, or are not, among `bytes`.
std::string_view take_while(std::string_view& text, std::string_view bytes) {
  const std::string_view taken = text.substr(0, text.find_first_not_of(bytes));
  text.remove_prefix(taken.size());
  return taken;
}
std::string_view take_until(std::string_view& text, std::string_view bytes) {
  const std::string_view taken = text.substr(0, text.find_first_of(bytes));
  text.remove_prefix(taken.size());
  return taken;
}

struct Version {
  std::vector<std::uint32_t> parts;
  bool wildcard = false;
  // Where it lies beside the release that its first three parts name.
  std::strong_ordering beside = std::strong_ordering::equal;
};

// What may follow the numbers, such as "rc1", ".dev0", ".post2" and "+local": pre-releases and development
// releases come before their release, the others after it.
std::optional<std::strong_ordering> place_of_suffix(std::string_view suffix) {
  // Longer ones are no work for a regular expression.
  constexpr std::size_t kLongest = 64;
  if (suffix.empty()) return std::strong_ordering::equal;
  if (suffix.size() > kLongest) return std::nullopt;
  const std::regex grammar(
      R"(([-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?\d*)?)"
      R"((-\d+|[-_.]?(post|rev|r)[-_.]?\d*)?([-_.]?dev[-_.]?\d*)?(\+[a-z\d]+([-_.][a-z\d]+)*)?)",
      std::regex::icase);
  std::cmatch parts;
  if (!std::regex_match(suffix.data(), suffix.data() + suffix.size(), parts, grammar)) return std::nullopt;
  const bool is_pre = parts[1].matched;
  const bool is_post = parts[3].matched;
  const bool is_dev = parts[5].matched;
  return is_pre || (is_dev && !is_post) ? std::strong_ordering::less : std::strong_ordering::greater;
}

// "3", "3.8", "3.8.*", "3.8.1", "3.8.1rc1".
std::optional<Version> version_named(std::string_view text) {
  Version version;
  while (true) {
    std::uint32_t part = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), part);
    if (error != std::errc()) return std::nullopt;
    version.parts.push_back(part);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    if (text.size() < 2 || text[0] != '.' || std::isdigit(static_cast<unsigned char>(text[1])) == 0) break;
    text.remove_prefix(1);
  }
  version.wildcard = text == ".*";
  if (version.wildcard) return version;
  const auto beside = place_of_suffix(text);
  if (!beside) return std::nullopt;
  const bool has_more =
      std::any_of(version.parts.begin() + std::min<std::ptrdiff_t>(3, std::ssize(version.parts)),
                  version.parts.end(), [](std::uint32_t part) { return part != 0; });
  version.beside = has_more ? std::strong_ordering::greater : *beside;
  return version;
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
  const bool has_choice = text.find('|') != std::string_view::npos;
  for (bool more = true; more;) {
    const std::string_view alternative = take_until(text, "|");
    if (has_choice && is_blank_text(alternative)) return fail("a choice is missing beside '||'");
    Result<Clauses> clauses = parse_alternative(alternative);
    if (!clauses) return tl::unexpected(clauses.error());
    specifier.alternatives_.push_back(std::move(*clauses));
    more = !take_while(text, "|").empty();
  }
  return specifier;
}

// Clauses are separated by commas, by Poetry also by blanks, which may stand behind an operator as well.
Result<Specifier::Clauses> Specifier::parse_alternative(std::string_view text) {
  Clauses all;
  for (take_while(text, " \t\r\n,"); !text.empty(); take_while(text, " \t\r\n,")) {
    const std::string_view op = take_while(text, kOperatorBytes);
    take_while(text, kBlanks);
    const std::string_view version = take_until(text, " \t\r\n,=!<>~^");
    Result<Clauses> clauses = parse_clause(op, version);
    if (!clauses) return clauses;
    all.insert(all.end(), clauses->begin(), clauses->end());
  }
  return all;
}

Result<Specifier::Clauses> Specifier::parse_clause(std::string_view op, std::string_view text) {
  constexpr std::pair<std::string_view, Operator> kOperators[] = {
      {"", Operator::equal},       {"===", Operator::equal},   {"==", Operator::equal},
      {"!=", Operator::not_equal}, {">=", Operator::at_least}, {"<=", Operator::at_most},
      {">", Operator::above},      {"<", Operator::below},
  };
  if (op.empty() && text == "*") return Clauses{};
  const auto wrong = [&] {
    return fail("'" + std::string(op) + std::string(text) + "' is no version specifier");
  };
  const auto version = version_named(text);
  if (!version) return wrong();
  const std::vector<std::uint32_t>& parts = version->parts;
  for (const auto& [known, meaning] : kOperators) {
    if (op == known) return Clauses{{meaning, parts, version->wildcard, version->beside}};
  }
  // From here up to where the part at `index` is greater.
  const auto range = [&](std::size_t index) {
    return Clauses{{Operator::at_least, parts, false, version->beside},
                   {Operator::below, raised(parts, index)}};
  };
  if (op == "~=" && parts.size() > 1) return range(parts.size() - 2);
  if (op == "^") return range(0);
  if (op == "~") return range(std::min<std::size_t>(1, parts.size() - 1));
  return wrong();
}

bool Specifier::holds(const Clause& clause, PatchVersion version) {
  const std::array<std::uint32_t, 3> mine{version.major, version.minor, version.patch};
  const auto wanted = three(clause.parts);
  const auto compared = std::min<std::ptrdiff_t>(3, std::ssize(clause.parts));
  const bool starts_so = std::equal(mine.begin(), mine.begin() + compared, wanted.begin());
  std::strong_ordering order = mine <=> wanted;
  // What is no release itself lies before or behind the one beside it.
  if (order == 0) order = 0 <=> clause.beside;
  const bool same = clause.wildcard ? starts_so : order == 0;
  switch (clause.op) {
    case Operator::equal:
      return same;
    case Operator::not_equal:
      return !same;
    case Operator::at_least:
      return order >= 0;
    case Operator::at_most:
      return order <= 0;
    case Operator::above:
      return order > 0;
    case Operator::below:
      return order < 0;
  }
  return false;
}

bool Specifier::allows(PatchVersion version) const {
  return std::any_of(alternatives_.begin(), alternatives_.end(), [&](const Clauses& clauses) {
    return std::all_of(clauses.begin(), clauses.end(),
                       [&](const Clause& clause) { return holds(clause, version); });
  });
}

bool Specifier::allows_some(PythonVersion version) const {
  for (std::uint32_t patch = 0; patch <= kMaxPatch; ++patch) {
    if (allows({version.major, version.minor, patch})) return true;
  }
  return false;
}

}  // namespace forklint::workspace
