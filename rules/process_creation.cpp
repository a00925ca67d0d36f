#include "rules/process_creation.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/text.h"
#include "rewrite/fixes.h"

namespace forklint::rules {
namespace {

using program::DefaultOutcome;
using program::Outcome;
using program::Site;
using program::SiteKind;

std::string_view in_words(Platform platform) {
  switch (platform) {
    case Platform::linux_:
      return "Linux";
    case Platform::macos:
      return "macOS";
    case Platform::windows:
      return "Windows";
  }
  return "";
}

std::string listed(const std::set<std::string>& names) {
  constexpr std::size_t kShown = 3;
  std::vector<std::string> shown(names.begin(), names.end());
  if (shown.size() > kShown) {
    shown.resize(kShown);
    shown.push_back(std::to_string(names.size() - kShown) + " more");
  }
  return text::join_words(shown);
}

std::set<std::string> scripts_of(const DefaultOutcome& outcome) {
  std::set<std::string> names;
  for (const program::EntryPoint* entry : outcome.entries) {
    if (entry != nullptr) names.insert(entry->name());
  }
  return names;
}

// A Process that is derived from, not constructed here: its users are elsewhere.
bool is_reported(const program::Program& program, const Site& site) {
  if (site.creates == Outcome::no || site.alive == 0) return false;
  if (site.kind != SiteKind::base || site.api->by_subclassing) return true;
  return !program.is_constructed(*site.subclass);
}

// Where the runs begin that fork here. A script that is named in the message and is all there is needs none.
void relate_entries(const Site& site, const DefaultOutcome& outcome, Finding& finding) {
  constexpr std::size_t kMost = 16;
  const bool is_own = outcome.entries.size() == 1 && outcome.entries.front() != nullptr &&
                      outcome.entries.front()->module == site.module;
  if (is_own) return;
  std::size_t shown = 0;
  for (const program::EntryPoint* entry : outcome.entries) {
    if (entry == nullptr || shown++ == kMost) continue;
    finding.related.push_back({place_of(entry->place_module(), entry->place),
                               entry->declared.empty()
                                   ? std::string("A run that forks begins here.")
                                   : fmt::format("A run that forks begins here: {}.", entry->declared)});
  }
}

void relate(const program::Program& program, const Site& site, const DefaultOutcome& outcome,
            Finding& finding) {
  relate_forks(program, site, finding);
  relate_entries(site, outcome, finding);
  std::vector<const Site*> settings = outcome.settings;
  std::sort(settings.begin(), settings.end());
  settings.erase(std::unique(settings.begin(), settings.end()), settings.end());
  std::sort(settings.begin(), settings.end(), [](const Site* left, const Site* right) {
    return std::pair(left->module->path(), left->span.begin) <
           std::pair(right->module->path(), right->span.begin);
  });
  for (const Site* setting : settings) {
    finding.related.push_back({place_of(*setting), "This sets the start method on some paths only."});
  }
  if (site.subclass != nullptr && site.kind == SiteKind::call) {
    for (const auto& module : program.modules()) {
      const auto& classes = module->syntax.classes();
      if (std::find(classes.begin(), classes.end(), site.subclass) == classes.end()) continue;
      finding.related.push_back(
          {place_of(*module, site.subclass->name_span),
           fmt::format("'{}' derives from '{}'.", site.subclass->name, site.api->name)});
    }
  }
}

// What keeps forklint from being sure, if anything does.
std::string doubt(const Site& site, const DefaultOutcome& outcome) {
  const auto value_of = [](std::string_view parameter) {
    return fmt::format("the value of '{}'", parameter);
  };
  if (site.creates == Outcome::unknown) {
    return site.unknown_condition.empty() ? "whether its processes are started"
                                          : value_of(site.unknown_condition);
  }
  if (outcome.forks == 0 && site.method.unknown != 0 && !site.method.unknown_parameter.empty())
    return value_of(site.method.unknown_parameter);
  if (outcome.forks == 0 && site.method.unknown != 0) return "the start method of its context";
  if (outcome.forks == 0 && outcome.unknown != 0) return "the start method that is set before it";
  if (site.several_contexts || (outcome.forks & site.method.safe) != 0)
    return "which of several contexts it gets";
  // Who writes out how many workers a loader has does not hide its context in an unknown **.
  if (!site.method.maybe_parameter.empty() && site.api->creates != catalog::Creates::dataloader)
    return value_of(site.method.maybe_parameter);
  if (site.one_of_several) return "which of several classes or functions is called";
  return site.certain ? "" : "what is called here";
}

}  // namespace

void relate_forks(const program::Program& program, const Site& site, Finding& finding) {
  const std::string_view what = site.api->creates == catalog::Creates::dataloader
                                    ? "The workers are forked here."
                                    : "The processes are forked here.";
  for (const program::ForkPlace& place : program.forked_at(site)) {
    // `Process(...).start()`, a loop over the very call.
    const bool is_here =
        place.module == site.module && place.span.begin <= site.span.end && site.span.begin <= place.span.end;
    if (!is_here) finding.related.push_back({place_of(*place.module, place.span), std::string(what)});
  }
}

Place place_of(const program::Module& module, Span span) { return {module.path(), span}; }

Place place_of(const Site& site) { return place_of(*site.module, site.span); }

std::string remedy_of(const Site& site, std::string_view fallback) {
  std::string_view remedy = site.api->remedy.empty() ? fallback : site.api->remedy;
  if (remedy.ends_with('.')) remedy.remove_suffix(1);
  return std::string(remedy);
}

void add(Finding finding, std::vector<Finding>& findings) {
  const auto known = std::find_if(findings.begin(), findings.end(), [&](const Finding& other) {
    return other.rule == finding.rule && other.place == finding.place;
  });
  if (known == findings.end()) {
    findings.push_back(std::move(finding));
  } else if (known->level < finding.level) {
    *known = std::move(finding);
  }
}

std::string subject_of(const Site& site) {
  return std::string(site.subclass != nullptr && site.kind == SiteKind::call ? site.subclass->name
                                                                             : site.name);
}

bool only_forks(const Site& site) {
  if (site.api->creates == catalog::Creates::fork) return true;
  if (site.callee.of_context || site.method.explicit_fork == 0) return false;
  const auto& sources = site.api->start_method;
  return std::any_of(sources.begin(), sources.end(), [](const catalog::MethodFrom& source) {
    return source.source == catalog::MethodSource::fixed && source.method == StartMethod::fork;
  });
}

std::string targets_in_words(const program::Program& program, std::string_view family,
                             program::TargetMask mask) {
  std::string text;
  for (const Platform platform : program.targets().platforms_in(mask)) {
    const program::TargetMask here =
        mask & program.targets().where([&](Platform each, PythonVersion) { return each == platform; });
    PythonVersion next = program.targets().newest_in(here);
    ++next.minor;
    if (!text.empty()) text += " and ";
    text += in_words(platform);
    const auto later = program.catalog().default_method(family, platform, next);
    if (later && *later != StartMethod::fork) text += " before Python " + to_string(next);
  }
  return text;
}

void report_implicit_forks(const program::Program& program, catalog::Creates kind, const RuleInfo& rule,
                           std::string_view remedy, std::vector<Finding>& findings) {
  for (const auto& site : program.sites()) {
    if (site->api->creates != kind || !is_reported(program, *site)) continue;
    const DefaultOutcome outcome = program.default_outcome(*site);
    const bool by_choice = site->method.unknown != 0;
    if (outcome.forks == 0 && outcome.unknown == 0 && !by_choice) continue;
    // Who asks for fork where there are workers has no other context where there are none: FRK101 says it.
    if (kind == catalog::Creates::dataloader && site->method.explicit_fork != 0) continue;

    const std::string instead = remedy_of(*site, remedy);
    Finding finding{.rule = &rule, .level = Level::note, .place = place_of(*site)};
    const std::string unsure = doubt(*site, outcome);
    const std::string where = targets_in_words(program, site->method.family, outcome.forks);
    const std::set<std::string> scripts = scripts_of(outcome);
    if (!unsure.empty()) {
      finding.message = static_cast<std::uint32_t>(ImplicitFork::unknown);
      finding.arguments = {subject_of(*site), unsure, instead};
    } else {
      finding.level = Level::warning;
      const ImplicitFork message = outcome.set_sometimes ? ImplicitFork::set_sometimes
                                   : scripts.empty()     ? ImplicitFork::from_library
                                                         : ImplicitFork::from_script;
      finding.message = static_cast<std::uint32_t>(message);
      finding.arguments = {subject_of(*site), where};
      if (message != ImplicitFork::from_library) {
        finding.arguments.push_back(scripts.empty() ? std::string("The caller") : listed(scripts));
      }
      finding.arguments.push_back(instead);
    }
    relate(program, *site, outcome, finding);
    rewrite::add_context_fix(program, *site, finding);
    add(std::move(finding), findings);
  }
}

}  // namespace forklint::rules
