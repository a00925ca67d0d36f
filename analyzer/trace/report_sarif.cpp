#include <fmt/format.h>

#include <ostream>

#include "base/text.h"
#include "base/version.h"
#include "sarif/limits.h"
#include "trace/summary.h"

namespace forklint::trace {
namespace {

constexpr const char* kSeen = "trace/fork-seen";

using diagnose::SarifPlaces;

sarif::PhysicalLocation physical(const std::string& path, std::uint32_t line, const SarifPlaces& places) {
  sarif::PhysicalLocation location{.artifact = places.artifact(path)};
  if (line > 0) location.region = sarif::Region{.start_line = line};
  return location;
}

sarif::Stack stack_of(const ForkPlace& place, const SarifPlaces& places) {
  sarif::Stack stack{.message = "at the fork"};
  for (const dump::Frame& frame : place.stack) {
    sarif::StackFrame each{.module = frame.library};
    each.location.message = frame.function;
    const bool has_file = !frame.native && !frame.file.empty() && frame.file.front() != '<';
    if (has_file) each.location.physical = physical(frame.file, frame.line, places);
    stack.frames.push_back(std::move(each));
  }
  return stack;
}

std::string message_of(const ForkPlace& place, bool joined) {
  std::string text =
      fmt::format("Seen at run time: {} by {}", text::counted(place.count, "fork"), place.call);
  if (place.beside_threads > 0) {
    text +=
        fmt::format(", {} beside other threads ({})", place.beside_threads, text::join_words(place.threads));
  }
  text += '.';
  if (!place.held_locks.empty()) text += fmt::format(" Held locks: {}.", text::join_words(place.held_locks));
  if (!place.accelerators.empty()) text += fmt::format(" Alive: {}.", text::join_words(place.accelerators));
  for (const diagnose::StaticFinding& each : place.findings) {
    text += fmt::format(" {} at {}:{}: {}", each.id, each.path, each.line, each.what);
  }
  if (joined && place.findings.empty()) text += " The check of the code does not find it.";
  return text;
}

sarif::Rule seen_rule() {
  sarif::Rule rule;
  rule.id = kSeen;
  rule.name = "ForkSeen";
  rule.short_description.text = "A fork that happened while the program was traced.";
  rule.full_description.text = rule.short_description.text;
  rule.help.text = "'forklint trace' saw it at run time; 'forklint' says what to write instead.";
  rule.help_uri = kHome;
  rule.properties.tags = {"reliability", "deadlock"};
  return rule;
}

}  // namespace

void render_sarif(const Summary& summary, const SarifPlaces& places, std::ostream& out) {
  sarif::Log log;
  sarif::Run& run = log.runs.emplace_back();
  run.driver.name = "forklint";
  run.driver.version = kVersion;
  run.driver.semantic_version = kVersion;
  run.driver.information_uri = kHome;
  run.driver.rules.push_back(seen_rule());
  places.describe(run);
  for (const ForkPlace& place : summary.places) {
    if (!place.place || place.place->file.empty()) continue;
    sarif::Result result;
    result.rule_id = kSeen;
    const bool hazard = place.beside_threads > 0 || !place.held_locks.empty() || !place.accelerators.empty();
    result.level = hazard ? sarif::Level::error : sarif::Level::warning;
    result.message.text = message_of(place, summary.joined);
    const std::string& path = place.project_path.empty() ? place.place->file : place.project_path;
    result.locations.push_back({0, physical(path, place.place->line, places), ""});
    result.stacks.push_back(stack_of(place, places));
    run.results.push_back(std::move(result));
  }
  out << sarif::to_json_within(std::move(log));
}

}  // namespace forklint::trace
