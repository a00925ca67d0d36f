#include <algorithm>
#include <array>
#include <ostream>

#include "base/version.h"
#include "diagnose/report.h"
#include "sarif/limits.h"

namespace forklint::diagnose {
namespace {

struct RuleText {
  Kind kind;
  std::string_view name;
  std::string_view text;
};

// Their ids are the names of the kinds: rules of a diagnosis, not of the check.
constexpr std::array kRules = {
    RuleText{Kind::after_fork, "ChildInAfterForkCode",
             "A forked child stands in the interpreter's after-fork code."},
    RuleText{Kind::inherited_lock, "ChildAtInheritedLock",
             "A forked child waits for a lock that was held when it was forked."},
    RuleText{Kind::waits_for_child, "ParentWaitsForForkedChild",
             "A process waits for a child that it forked."},
    RuleText{Kind::message, "RuntimeMessage",
             "A runtime says that its process was forked beside its threads."},
};

sarif::Rule rule_of(const RuleText& text) {
  sarif::Rule rule;
  rule.id = std::string("diagnose/") + std::string(name_of(text.kind));
  rule.name = text.name;
  rule.short_description.text = text.text;
  rule.full_description.text = text.text;
  rule.help.text = std::string(text.text) + " 'forklint diagnose' says so of a stack dump, not of the code.";
  rule.help_uri = kHome;
  rule.default_level = sarif::Level::error;
  rule.properties.tags = {"reliability", "deadlock"};
  return rule;
}

sarif::Location location_of(const dump::Frame& frame, const std::string& path, const SarifPlaces& places) {
  sarif::Location location;
  if (!path.empty() && path.front() != '<') {
    location.physical.artifact = places.artifact(path);
    if (frame.line > 0) location.physical.region = sarif::Region{.start_line = frame.line};
  }
  location.message = frame.function;
  return location;
}

sarif::Stack stack_of(const dump::Thread& thread, const SarifPlaces& places) {
  sarif::Stack stack;
  stack.message = thread.name.empty() ? "Thread " + thread.id : thread.name;
  for (const dump::Frame& frame : thread.frames) {
    stack.frames.push_back({location_of(frame, frame.native ? "" : frame.file, places), frame.library});
  }
  return stack;
}

std::string message_of(const Finding& finding) {
  std::string text = finding.diagnosis.what + " (" + std::string(name_of(finding.diagnosis.certainty)) + ").";
  if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
  if (!finding.diagnosis.why.empty()) text += " " + finding.diagnosis.why;
  for (const std::string& advice : finding.advice) text += " " + advice;
  return text;
}

sarif::Result result_of(const DiagnosedFile& file, const Finding& finding, std::size_t rule,
                        const SarifPlaces& places) {
  const Diagnosis& diagnosis = finding.diagnosis;
  sarif::Result result;
  result.rule_id = std::string("diagnose/") + std::string(name_of(diagnosis.kind));
  result.rule_index = static_cast<std::uint32_t>(rule);
  result.level = diagnosis.certainty == Certainty::possible ? sarif::Level::warning : sarif::Level::error;
  result.message.text = message_of(finding);
  if (diagnosis.forked_at) {
    const std::string& path = finding.project_path.empty() ? diagnosis.forked_at->file : finding.project_path;
    // Code scanning refuses a place outside of the project; the message and the stack have it all the same.
    if (!file.is_file || !places.is_outside(path))
      result.locations.push_back(location_of(*diagnosis.forked_at, path, places));
  }
  if (result.locations.empty() || result.locations.front().physical.artifact.uri.empty()) {
    // The dump is then the only place there is.
    result.locations = {location_of({.line = std::max(diagnosis.line, 1U)}, file.name, places)};
  }
  result.locations.front().message.clear();
  if (!diagnosis.thread.frames.empty()) result.stacks.push_back(stack_of(diagnosis.thread, places));
  return result;
}

}  // namespace

void render_sarif(const Report& report, const SarifPlaces& places, std::ostream& out) {
  sarif::Log log;
  sarif::Run& run = log.runs.emplace_back();
  run.driver.name = "forklint";
  run.driver.version = kVersion;
  run.driver.semantic_version = kVersion;
  run.driver.information_uri = kHome;
  for (const RuleText& text : kRules) run.driver.rules.push_back(rule_of(text));
  places.describe(run);
  for (const DiagnosedFile& file : report) {
    for (const Finding& finding : file.findings) {
      const auto rule = std::find_if(kRules.begin(), kRules.end(), [&](const RuleText& each) {
        return each.kind == finding.diagnosis.kind;
      });
      if (rule == kRules.end()) continue;
      run.results.push_back(
          result_of(file, finding, static_cast<std::size_t>(rule - kRules.begin()), places));
    }
  }
  out << sarif::to_json_within(std::move(log));
}

}  // namespace forklint::diagnose
