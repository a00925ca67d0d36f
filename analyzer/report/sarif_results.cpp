#include "report/sarif_results.h"

#include <algorithm>

#include "base/check.h"
#include "base/text.h"
#include "finding/fingerprint.h"
#include "report/on_disk.h"
#include "report/page_text.h"
#include "report/sarif_rules.h"
#include "report/terminal.h"
#include "sarif/fingerprints.h"

namespace forklint::report {
namespace {

constexpr std::size_t kMaxLinks = 10;

struct Entry {
  const Finding* finding = nullptr;
  const Suppression* suppression = nullptr;
  bool known = false;  // from the baseline
};

std::vector<Entry> entries_in_order(const RunResult& run, bool show_suppressed) {
  std::vector<Entry> entries;
  entries.reserve(run.findings.size());
  for (const Finding& finding : run.findings) entries.push_back({&finding, nullptr, false});
  if (run.known) {
    for (const Finding& finding : *run.known) entries.push_back({&finding, nullptr, true});
  }
  if (show_suppressed) {
    for (const SuppressedFinding& each : run.suppressed) {
      entries.push_back({&each.finding, &each.suppression, false});
    }
  }
  std::ranges::stable_sort(entries, [](const Entry& left, const Entry& right) {
    return comes_before(*left.finding, *right.finding);
  });
  return entries;
}

std::map<std::string_view, std::uint32_t> rule_indexes(const RunResult& run) {
  std::map<std::string_view, std::uint32_t> indexes;
  for (const RuleEntry& entry : run.rules) {
    indexes.emplace(entry.info->id, static_cast<std::uint32_t>(indexes.size()));
  }
  return indexes;
}

std::string link_text(std::string_view message) {
  std::string text;
  for (const char byte : one_line(message)) {
    if (byte == '[' || byte == ']' || byte == '\\') text += '\\';
    text += byte;
  }
  while (text.ends_with('.')) text.pop_back();
  return text;
}

// "handlers[0](1)" in a finding's words would be read as a link.
std::string without_links(std::string text) {
  for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at)) {
    text.insert(at + 1, " ");
  }
  return text;
}

std::string_view name_of(Applicability applicability) {
  switch (applicability) {
    case Applicability::safe:
      return "safe";
    case Applicability::unsafe:
      return "unsafe";
    case Applicability::display_only:
      break;
  }
  return "display-only";
}

std::string_view in_words(Applicability applicability) {
  switch (applicability) {
    case Applicability::safe:
      return "safe to apply";
    case Applicability::unsafe:
      return "unsafe: review it before applying";
    case Applicability::display_only:
      break;
  }
  return "an illustration, not to be applied as it is";
}

// The edit's bytes are in the file's encoding; nothing where they are no text for us.
std::optional<std::string> inserted_text(const std::string& replacement, const SourceFile& source) {
  if (text::is_ascii(replacement)) return replacement;
  if (source.encoding() == Encoding::utf8) {
    return text::is_valid_utf8(replacement) ? std::optional(replacement) : std::nullopt;
  }
  if (source.encoding() != Encoding::latin1) return std::nullopt;
  std::string decoded;
  for (const char byte : replacement) text::append_utf8(decoded, static_cast<unsigned char>(byte));
  return decoded;
}

class ResultBuilder {
 public:
  ResultBuilder(const RunResult& run, SarifPlaces& places)
      : run_(run), places_(places), rule_indexes_(rule_indexes(run)) {}

  sarif::Result build(const Finding& finding) {
    const auto index = rule_indexes_.find(finding.rule->id);
    FORKLINT_CHECK(index != rule_indexes_.end(), "a finding of a rule that took no part in the run");
    sarif::Result result;
    result.rule_id = finding.rule->id;
    result.rule_index = index->second;
    result.level = sarif_level(finding.level);
    result.message = {linked_message(finding), std::string(finding.rule->messages[finding.message].id),
                      finding.arguments};
    result.locations.push_back(
        {0, places_.location_in_context(finding.place), "", cell_of(finding.place, run_)});
    for (const RelatedPlace& related : finding.related) {
      const auto id = static_cast<std::uint32_t>(result.related_locations.size() + 1);
      result.related_locations.push_back(
          {id, places_.location(related.place), related.message, cell_of(related.place, run_)});
    }
    if (!finding.flow.empty()) result.code_flows.push_back(flow(finding.flow));
    for (const Fix& fix : finding.fixes) add_fix(result, fix);
    if (std::string hash = places_.line_hash(finding.place); !hash.empty()) {
      result.partial_fingerprints[std::string(sarif::kPrimaryLocationLineHash)] = std::move(hash);
    }
    if (std::string shape = fingerprint_of(finding, run_); !shape.empty()) {
      result.partial_fingerprints["forklint/v1"] = std::move(shape);
    }
    return result;
  }

 private:
  sarif::CodeFlow flow(const std::vector<FlowStep>& steps) const {
    sarif::CodeFlow flow;
    for (const FlowStep& step : steps) {
      flow.locations.push_back(
          {{0, places_.location(step.place), step.message, cell_of(step.place, run_)}, step.depth});
    }
    return flow;
  }

  // All or nothing: a fix with an edit that cannot be said is left out.
  void add_fix(sarif::Result& result, const Fix& fix) const {
    sarif::Fix out;
    for (const Edit& edit : fix.edits) {
      const std::optional<SarifPlaces::Change> change = places_.change(edit);
      if (!change) return;
      std::optional<std::string> text = inserted_text(change->text, *change->file);
      if (!text) return;
      sarif::ArtifactLocation artifact = places_.artifact(edit.path);
      if (out.changes.empty() || out.changes.back().artifact.uri != artifact.uri) {
        out.changes.push_back({std::move(artifact), {}});
      }
      out.changes.back().replacements.push_back({change->region, std::move(*text)});
    }
    if (out.changes.empty()) return;
    std::string title = one_line(fix.title);
    while (title.ends_with('.')) title.pop_back();
    out.description = title + " (" + std::string(in_words(fix.applicability)) + ").";
    out.properties.values["applicability"] = name_of(fix.applicability);
    result.fixes.push_back(std::move(out));
  }

  const RunResult& run_;
  SarifPlaces& places_;
  std::map<std::string_view, std::uint32_t> rule_indexes_;
};

}  // namespace

std::string linked_message(const Finding& finding) {
  std::string text = without_links(one_line(message_text(finding)));
  const std::size_t links = std::min(finding.related.size(), kMaxLinks);
  for (std::size_t i = 0; i < links; ++i) {
    text += i == 0 ? " Related: " : ", ";
    text += "[" + link_text(finding.related[i].message) + "](" + std::to_string(i + 1) + ")";
  }
  return links == 0 ? text : text + ".";
}

std::vector<sarif::Result> sarif_results(const RunResult& run, bool show_suppressed, SarifPlaces& places) {
  ResultBuilder builder(run, places);
  std::vector<sarif::Result> results;
  for (const Entry& entry : entries_in_order(run, show_suppressed)) {
    sarif::Result& result = results.emplace_back(builder.build(*entry.finding));
    if (run.known) {
      result.baseline_state = entry.known ? sarif::BaselineState::unchanged : sarif::BaselineState::is_new;
    }
    if (!show_suppressed) continue;
    result.suppressions.emplace();
    if (entry.suppression != nullptr) result.suppressions->push_back({entry.suppression->justification});
  }
  return results;
}

}  // namespace forklint::report
