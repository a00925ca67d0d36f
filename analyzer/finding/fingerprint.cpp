#include "finding/fingerprint.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>

#include "base/check.h"
#include "base/text.h"

namespace forklint {
namespace {

bool is_blank(char byte) { return std::string_view(" \t\r\n\f\v").find(byte) != std::string_view::npos; }
bool closes(char byte) { return byte == ')' || byte == ']' || byte == '}'; }

std::string hash_of(std::string_view text) {
  return fmt::format("{:016x}", static_cast<std::uint64_t>(XXH3_64bits(text.data(), text.size())));
}

// Behind the string that begins at `at`; the end of the text where it does not end.
std::size_t end_of_string(std::string_view text, std::size_t at) {
  const std::string_view triple = text.substr(at, 3);
  const bool is_triple = triple == R"(""")" || triple == "'''";
  const std::string_view quote = is_triple ? triple : triple.substr(0, 1);
  for (std::size_t end = at + quote.size(); end < text.size(); ++end) {
    if (text[end] == '\\') {
      ++end;
    } else if (text.substr(end, quote.size()) == quote) {
      return end + quote.size();
    }
  }
  return text.size();
}

// Behind the bracket that closes the one at `at`; nothing where none does.
std::optional<std::size_t> end_of_brackets(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  while (at < text.size()) {
    const char byte = text[at];
    if (byte == '"' || byte == '\'') {
      at = end_of_string(text, at);
      continue;
    }
    if (byte == '#') at = std::min(text::line_end(text, at), text.size() - 1);
    if (byte == '(' || byte == '[' || byte == '{') ++depth;
    ++at;
    if (closes(byte) && --depth == 0) return at;
  }
  return std::nullopt;
}

// A call that reaches over several lines is reported at its name alone. It is recognised by what it is on one
// line: a formatter may make the one of the other.
std::string_view recognised(const SourceFile& file, Span place) {
  const std::string_view text = file.bytes();
  const std::size_t bracket = text.find_first_not_of(" \t", place.end);
  if (bracket == std::string_view::npos || text[bracket] != '(') return file.text(place);
  const std::optional<std::size_t> end = end_of_brackets(text, bracket);
  if (!end) return file.text(place);
  const std::string_view call = text.substr(place.begin, *end - place.begin);
  return call.find_first_of("\r\n") == std::string_view::npos ? file.text(place) : call;
}

std::string identity(const Finding& finding, const SourceFile* file) {
  FORKLINT_CHECK(finding.rule != nullptr, "a finding without a rule");
  // NUL ends each part, so that no two different parts run into the same text.
  std::string identity(finding.rule->id);
  identity += '\0';
  identity += finding.place.path;
  identity += '\0';
  // The file may have become shorter since it was analysed.
  if (file != nullptr && finding.place.span.end <= file->bytes().size())
    identity += code_shape(recognised(*file, finding.place.span));
  identity += '\0';
  return identity;
}

}  // namespace

std::string code_shape(std::string_view code) {
  std::string shape;
  for (std::size_t at = 0; at < code.size(); ++at) {
    const char byte = code[at];
    const bool joins_lines = byte == '\\' && at + 1 < code.size() && is_blank(code[at + 1]);
    if (is_blank(byte) || joins_lines) continue;
    if (closes(byte) && shape.ends_with(',')) shape.pop_back();
    shape += byte == '\'' ? '"' : byte;
  }
  return shape;
}

std::vector<std::string> fingerprints(std::span<const Finding* const> findings,
                                      const std::function<const SourceFile*(const std::string&)>& source) {
  std::unordered_map<std::string, std::uint32_t> occurrences;
  std::vector<std::string> result;
  result.reserve(findings.size());
  for (const Finding* finding : findings) {
    const SourceFile* file = source ? source(finding->place.path) : nullptr;
    const std::string text = identity(*finding, file);
    const std::uint32_t ordinal = occurrences[text]++;
    result.push_back(hash_of(text + std::to_string(ordinal)));
  }
  return result;
}

void identify(RunResult& run) {
  std::vector<const Finding*> findings;
  findings.reserve(run.findings.size() + run.suppressed.size());
  for (const Finding& finding : run.findings) findings.push_back(&finding);
  for (const SuppressedFinding& each : run.suppressed) findings.push_back(&each.finding);
  std::ranges::stable_sort(
      findings, [](const Finding* left, const Finding* right) { return comes_before(*left, *right); });
  std::vector<std::string> identities = fingerprints(findings, run.source);
  run.fingerprints.clear();
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = *findings[i];
    Finding key{finding.rule, finding.level, finding.message, finding.arguments, finding.place, {}, {}, {}};
    run.fingerprints.emplace(std::move(key), std::move(identities[i]));
  }
}

std::string fingerprint_of(const Finding& finding, const RunResult& run) {
  const auto found = run.fingerprints.find(finding);
  return found == run.fingerprints.end() ? std::string() : found->second;
}

}  // namespace forklint
