#include "rewrite/entry_point.h"

#include <algorithm>

#include "rewrite/imports.h"
#include "rewrite/members.h"
#include "rewrite/safety.h"

namespace forklint::rewrite {
namespace {

using program::Module;
using program::Program;
using program::Site;

constexpr std::string_view kFamily = "multiprocessing";

bool happens_at_import(const Site& site) {
  return site.function == nullptr && !is_under_main_guard(site.region);
}

// Whether set_start_method would raise, or was called by somebody who had a reason.
bool is_settled(const Program& program) {
  return std::any_of(program.sites().begin(), program.sites().end(), [](const auto& site) {
    const bool pins =
        site->api->pins_family == kFamily && !site->callee.of_context && happens_at_import(*site);
    return site->api->sets_family == kFamily || (pins && site->alive != 0);
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

bool add_to_script(const Program& program, const Module& module, Draft& draft) {
  const python::Stmt* first = first_in_guard(module);
  if (first == nullptr) return false;
  const auto name = multiprocessing_module(module, nullptr, first->span.begin, draft);
  if (!name) return false;
  const std::uint32_t begin = line_start(module, first->span.begin);
  draft.insert(module, begin,
               indentation_at(module, begin) + *name + ".set_start_method(\"" +
                   std::string(name_of(program.preference().method)) + "\")\n");
  return true;
}

}  // namespace

std::optional<EntryPointChange> set_at_entry_points(const Program& program, const Site& site) {
  if (site.method.family != kFamily || is_settled(program)) return std::nullopt;
  const program::DefaultOutcome outcome = program.default_outcome(site);
  EntryPointChange change;
  for (const program::EntryPoint* entry : outcome.entries) {
    if (entry == nullptr || !entry->runs_as_main() || !add_to_script(program, *entry->module, change.draft))
      return std::nullopt;
  }
  for (const auto& other : program.sites()) {
    if (is_default_creator(*other) && other->method.family == kFamily) change.creators.push_back(other);
  }
  if (change.draft.empty() || change.draft.collides()) return std::nullopt;
  return change;
}

}  // namespace forklint::rewrite
