#include "trace/summary.h"

#include <algorithm>
#include <set>

#include "diagnose/code.h"

namespace forklint::trace {
namespace {

using diagnose::ProjectFiles;
using diagnose::StaticFinding;

std::optional<dump::Frame> users_frame(const std::vector<dump::Frame>& stack, const ProjectFiles* project) {
  for (const dump::Frame& frame : stack) {
    if (frame.native) continue;
    if ((project != nullptr && project->has(frame)) || !diagnose::is_vendor(frame)) return frame;
  }
  return std::nullopt;
}

// forkserver's own forks are what the start method is for.
bool is_of_forkserver(const Fork& fork) { return fork.role == "forkserver"; }

void add_names(const std::vector<std::string>& from, std::vector<std::string>& to) {
  for (const std::string& name : from) {
    if (std::find(to.begin(), to.end(), name) == to.end()) to.push_back(name);
  }
}

bool same_place(const ForkPlace& place, const Fork& fork, const std::optional<dump::Frame>& frame) {
  if (place.call != fork.call || place.native != fork.native ||
      place.place.has_value() != frame.has_value()) {
    return false;
  }
  if (!frame) {
    return !place.stack.empty() && !fork.stack.empty() &&
           place.stack.front().function == fork.stack.front().function;
  }
  return place.place->file == frame->file && place.place->line == frame->line;
}

ForkPlace& place_for(const Fork& fork, const ProjectFiles* project, Summary& summary) {
  const std::optional<dump::Frame> frame = users_frame(fork.stack, project);
  const auto found = std::find_if(summary.places.begin(), summary.places.end(),
                                  [&](const ForkPlace& each) { return same_place(each, fork, frame); });
  if (found != summary.places.end()) return *found;
  ForkPlace place{.place = frame, .call = fork.call, .native = fork.native, .stack = fork.stack};
  if (frame && project != nullptr) place.project_path = project->path_of(*frame).value_or("");
  return summary.places.emplace_back(std::move(place));
}

using Key = std::pair<std::string, std::uint32_t>;

// A finding counts as seen where a fork had its line on the stack.
void join(ForkPlace& place, const std::vector<StaticFinding>& findings, const ProjectFiles& project,
          std::set<Key>& seen) {
  for (const dump::Frame& frame : place.stack) {
    const std::optional<std::string> path = project.path_of(frame);
    if (!path) continue;
    for (const StaticFinding& finding : findings) {
      if (finding.path != *path || finding.line != frame.line) continue;
      place.findings.push_back(finding);
      seen.insert({finding.path, finding.line});
    }
  }
}

}  // namespace

Summary summarise(const Recording& recording, const std::vector<StaticFinding>& findings,
                  const ProjectFiles* project) {
  Summary summary{.processes = recording.processes.size(),
                  .hangs = recording.hangs,
                  .failures = recording.failures,
                  .unreadable = recording.unreadable,
                  .joined = project != nullptr};
  for (const Fork& fork : recording.forks) {
    if (is_of_forkserver(fork)) continue;
    ForkPlace& place = place_for(fork, project, summary);
    ++summary.forks;
    ++place.count;
    place.beside_threads += fork.threads.empty() ? 0 : 1;
    add_names(fork.threads, place.threads);
    add_names(fork.held_locks, place.held_locks);
    add_names(fork.accelerators, place.accelerators);
  }
  if (project == nullptr) return summary;
  std::set<Key> seen;
  for (ForkPlace& place : summary.places) join(place, findings, *project, seen);
  for (const StaticFinding& finding : findings) {
    if (!seen.contains({finding.path, finding.line})) summary.never_seen.push_back(finding);
  }
  return summary;
}

}  // namespace forklint::trace
