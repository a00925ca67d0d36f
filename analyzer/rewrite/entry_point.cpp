#include "rewrite/entry_point.h"

#include <algorithm>

#include "rewrite/imports.h"
#include "rewrite/members.h"
#include "rewrite/safety.h"
#include "rewrite/standard_family.h"

namespace forklint::rewrite {
namespace {

using program::Module;
using program::Program;
using program::Site;

bool happens_at_import(const Site& site) {
  return site.function == nullptr && !is_under_main_guard(site.region);
}

using Entries = std::vector<const program::EntryPoint*>;

// Another script, which none of these imports.
bool is_apart(const Program& program, const Module& module, const Entries& entries) {
  const bool is_entry = std::any_of(entries.begin(), entries.end(), [&](const program::EntryPoint* entry) {
    return entry != nullptr && entry->module == &module;
  });
  return !is_entry && !program.is_imported(module);
}

// Whether set_start_method would raise, or was called by somebody who had a reason.
bool is_settled(const Program& program, const Entries& entries, const Cures& cures) {
  return std::any_of(program.sites().begin(), program.sites().end(), [&](const auto& site) {
    const bool pins = site->api->pins_family == kStandardFamily && !site->callee.of_context &&
                      site->alive != 0 && happens_at_import(*site) && !cures.guards(*site);
    const bool matters = pins || site->api->sets_family == kStandardFamily;
    return matters && !is_apart(program, *site->module, entries);
  });
}

// The body of the main guard, where it begins on a line of its own.
const python::Stmt* first_in_guard(const Module& module) {
  for (const python::Stmt* stmt : module.syntax.body()) {
    const auto* guard = python::as<python::If>(stmt);
    if (guard == nullptr || guard->damaged || !is_main_guard(*guard->branches.front().test)) continue;
    const python::Block body = guard->branches.front().body;
    if (body.empty() || line_start(module, body.front()->span.begin) <= stmt->span.begin) return nullptr;
    return body.front();
  }
  return nullptr;
}

bool add_to_script(const Program& program, const Module& module, Draft& draft, Cures& cures) {
  const python::Stmt* first = first_in_guard(module);
  const std::uint32_t place = first == nullptr ? UINT32_MAX : first->span.begin;
  const auto name = multiprocessing_module(module, nullptr, place, draft);
  if (!name) return false;
  const std::string line =
      *name + ".set_start_method(\"" + std::string(name_of(program.preference().method)) + "\")";
  if (first == nullptr) return cures.guard(module, line);
  const std::uint32_t begin = line_start(module, first->span.begin);
  draft.insert(module, begin, indentation_at(module, begin) + line + "\n");
  return true;
}

bool is_reached_from(const Program& program, const Site& site, const Entries& entries) {
  const Entries own = program.default_outcome(site).entries;
  return std::any_of(own.begin(), own.end(), [&](const program::EntryPoint* entry) {
    return std::find(entries.begin(), entries.end(), entry) != entries.end();
  });
}

}  // namespace

std::optional<EntryPointChange> set_at_entry_points(const Program& program, const Site& site, Cures& cures) {
  if (site.method.family != kStandardFamily) return std::nullopt;
  const program::DefaultOutcome outcome = program.default_outcome(site);
  EntryPointChange change;
  for (const program::EntryPoint* entry : outcome.entries) {
    if (entry == nullptr || !entry->runs_as_main() ||
        !add_to_script(program, *entry->module, change.draft, cures))
      return std::nullopt;
  }
  if (is_settled(program, outcome.entries, cures)) return std::nullopt;
  for (const auto& other : program.sites()) {
    if (is_default_creator(*other) && other->method.family == kStandardFamily &&
        is_reached_from(program, *other, outcome.entries))
      change.creators.push_back(other);
  }
  if (outcome.entries.empty() || change.draft.collides()) return std::nullopt;
  return change;
}

}  // namespace forklint::rewrite
