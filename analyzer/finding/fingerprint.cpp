#include "finding/fingerprint.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <cstdint>
#include <unordered_map>

#include "base/check.h"

namespace forklint {
namespace {

bool is_blank(char byte) { return std::string_view(" \t\r\n\f\v").find(byte) != std::string_view::npos; }
bool closes(char byte) { return byte == ')' || byte == ']' || byte == '}'; }

std::string hash_of(std::string_view text) {
  return fmt::format("{:016x}", static_cast<std::uint64_t>(XXH3_64bits(text.data(), text.size())));
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
    identity += code_shape(file->text(finding.place.span));
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
