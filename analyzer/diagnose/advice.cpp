#include "diagnose/advice.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "workspace/head_lock.h"

namespace forklint::diagnose {
namespace {

// From here on the guide of the accelerator's vendor prefers the patch: nobody changes that many places at
// once without missing one.
constexpr std::size_t kManyForks = 10;

std::uint32_t distance(const StaticFinding& finding, const dump::Frame& frame) {
  return std::max(finding.line, frame.line) - std::min(finding.line, frame.line);
}

bool has(const std::vector<StaticFinding>& findings, const StaticFinding& wanted) {
  return std::any_of(findings.begin(), findings.end(), [&](const StaticFinding& each) {
    return each.id == wanted.id && each.path == wanted.path && each.line == wanted.line;
  });
}

void add_at_line(const dump::Frame& frame, const std::vector<StaticFinding>& all, const ProjectFiles& project,
                 std::vector<StaticFinding>& found) {
  const std::optional<std::string> path = project.path_of(frame);
  if (!path) return;
  for (const StaticFinding& each : all) {
    if (each.path == *path && each.line == frame.line && !has(found, each)) found.push_back(each);
  }
}

const StaticFinding* nearest_to(const dump::Frame& frame, const std::vector<StaticFinding>& all,
                                const ProjectFiles& project) {
  const std::optional<std::string> path = project.path_of(frame);
  const StaticFinding* nearest = nullptr;
  for (const StaticFinding& each : all) {
    if (!path || each.path != *path) continue;
    if (nearest == nullptr || distance(each, frame) < distance(*nearest, frame)) nearest = &each;
  }
  return nearest;
}

workspace::PatchVersion parsed(std::string_view version) {
  workspace::PatchVersion parts;
  for (std::uint32_t* part : {&parts.major, &parts.minor, &parts.patch}) {
    while (!version.empty() && version.front() >= '0' && version.front() <= '9' && *part < 10'000) {
      *part = *part * 10 + static_cast<std::uint32_t>(version.front() - '0');
      version.remove_prefix(1);
    }
    if (version.starts_with('.')) version.remove_prefix(1);
  }
  return parts;
}

std::string change_of_code(const Diagnosis& diagnosis, const std::vector<StaticFinding>& findings) {
  for (const StaticFinding& finding : findings) {
    if (!finding.instead.empty()) {
      return fmt::format("{}:{} ({}): {}", finding.path, finding.line, finding.id, finding.instead);
    }
  }
  if (!diagnosis.forked_at) {
    return R"(Find the line that forks (`forklint PATH` lists them all) and use the "spawn" or )"
           R"("forkserver" start method there.)";
  }
  const std::string place = fmt::format("{}:{}", diagnosis.forked_at->file, diagnosis.forked_at->line);
  if (!diagnosis.rewrite.empty()) return fmt::format("{}: {}.", place, diagnosis.rewrite);
  return place + R"(: use the "spawn" or "forkserver" start method, which inherit no lock.)";
}

std::string version_text(const std::string& python, const workspace::PatchVersion& patched) {
  return fmt::format("Python {}: install {} or a later {}.{}, which has the patch for gh-112275.", python,
                     to_string(patched), patched.major, patched.minor);
}

// Nothing where the interpreter has no part in it.
std::optional<std::string> change_of_python(const Diagnosis& diagnosis) {
  if (diagnosis.kind != Kind::after_fork && diagnosis.kind != Kind::waits_for_child) return std::nullopt;
  if (diagnosis.python.empty()) {
    return "On Python 3.8 to 3.11, install a release with the patch for gh-112275: 3.8.20, 3.9.20, 3.10.15, "
           "3.11.10.";
  }
  const auto patched = workspace::head_lock_patch(parsed(diagnosis.python));
  if (!patched) return std::nullopt;
  std::string text = version_text(diagnosis.python, *patched);
  if (diagnosis.kind == Kind::waits_for_child)
    text += " It helps only if the child stands in after-fork code.";
  return text;
}

}  // namespace

std::vector<StaticFinding> findings_on(const Diagnosis& diagnosis, const std::vector<StaticFinding>& all,
                                       const ProjectFiles& project) {
  std::vector<StaticFinding> found;
  for (const dump::Frame& frame : diagnosis.thread.frames) add_at_line(frame, all, project, found);
  if (!diagnosis.forked_at) return found;
  add_at_line(*diagnosis.forked_at, all, project, found);
  if (!found.empty()) return found;
  if (const StaticFinding* nearest = nearest_to(*diagnosis.forked_at, all, project))
    found.push_back(*nearest);
  return found;
}

std::vector<std::string> advice_for(const Diagnosis& diagnosis, const std::vector<StaticFinding>& findings,
                                    std::size_t forks) {
  std::vector<std::string> advice;
  if (!diagnosis.is_this_problem()) return advice;
  advice.push_back(change_of_code(diagnosis, findings));
  if (std::optional<std::string> python = change_of_python(diagnosis)) {
    advice.push_back(std::move(*python));
    if (forks >= kManyForks) {
      std::swap(advice[0], advice[1]);
      advice[0] += fmt::format(
          " Begin with this: the project has {} places that fork, and one that is missed hangs.", forks);
    } else if (diagnosis.kind == Kind::after_fork) {
      advice[1] +=
          " Prefer this where many places would have to change; every other inherited lock stays a danger.";
    }
  }
  if (diagnosis.kind == Kind::inherited_lock) {
    advice.emplace_back("No release of Python cures this one: the lock is not the interpreter's own.");
  }
  return advice;
}

}  // namespace forklint::diagnose
