#include "program/control_flow.h"

#include <algorithm>

#include "program/process_exits.h"
#include "program/returns.h"

namespace forklint::program {
namespace {

using python::RegionKind;

bool ends_with_break(python::Block block) {
  const auto* last = block.empty() ? nullptr : python::as<python::Simple>(block.back());
  return last != nullptr && last->simple == python::SimpleKind::break_;
}

}  // namespace

void FlowFinder::note(const python::Function* function, python::Block body) {
  for_each_statement(body, [&](const python::Stmt& stmt) {
    if (const auto* loop = python::as<python::For>(&stmt); loop != nullptr && ends_with_break(loop->body))
      broken_off_.insert(loop);
    if (const auto* loop = python::as<python::While>(&stmt); loop != nullptr && ends_with_break(loop->body))
      broken_off_.insert(loop);
    const auto* choice = python::as<python::If>(&stmt);
    if (choice == nullptr) return;
    const bool is_own_level = std::find(body.begin(), body.end(), &stmt) != body.end();
    const python::Branch* const first = &choice->branches.front();
    for (const python::Branch& branch : choice->branches) {
      if (ends_with_break(branch.body)) broken_off_.insert(branch.test);
      if (!ends_function(branch.body)) continue;
      exits_if_true_.insert(branch.test);
      if (raises(branch.body)) raising_.insert({branch.test, true});
      exits_[function].push_back({branch.test, true, stmt.span.end, is_own_level && &branch == first});
    }
    if (!ends_function(choice->orelse)) return;
    exits_if_false_.insert(choice->branches.back().test);
    if (raises(choice->orelse)) raising_.insert({choice->branches.back().test, false});
    exits_[function].push_back(
        {choice->branches.back().test, false, stmt.span.end, is_own_level && choice->branches.size() == 1});
  });
}

ControlFlow FlowFinder::at(const python::Function* function, const python::Region* region,
                           std::uint32_t position) {
  ControlFlow flow{
      .left_by = left_by(region), .breaks = breaks(region), .exits = exits_before(function, position)};
  const auto [ends, is_new] = ends_process_.try_emplace(function);
  if (is_new) {
    const python::Block body = function == nullptr ? module_.syntax.body() : function->body;
    ends->second = parts_without_return(body, evaluator_, module_);
  }
  flow.ends_process = std::any_of(ends->second.begin(), ends->second.end(), [&](const Span& part) {
    return part.begin <= position && position <= part.end;
  });
  return flow;
}

bool FlowFinder::ends_function(python::Block block) const {
  if (block.empty()) return false;
  const python::Stmt& last = *block.back();
  if (last.kind == python::StmtKind::return_ || last.kind == python::StmtKind::raise) return true;
  if (const auto* choice = python::as<python::If>(&last)) {
    return ends_function(choice->orelse) &&
           std::all_of(choice->branches.begin(), choice->branches.end(),
                       [&](const python::Branch& branch) { return ends_function(branch.body); });
  }
  return ends_process(last, evaluator_, module_) || always_raises(last, evaluator_, module_);
}

bool FlowFinder::raises(python::Block block) const {
  return block.back()->kind == python::StmtKind::raise || always_raises(*block.back(), evaluator_, module_);
}

std::vector<Exit> FlowFinder::exits_before(const python::Function* function, std::uint32_t position) const {
  constexpr std::size_t kMaxExits = 8;
  std::vector<Exit> before;
  const auto found = exits_.find(function);
  if (found == exits_.end()) return before;
  for (const Exit& exit : found->second) {
    if (before.size() == kMaxExits) break;
    if (exit.end <= position) before.push_back(exit);
  }
  return before;
}

// Whether some handler of the statement goes on behind it.
bool FlowFinder::catches(const python::Region& tried) const {
  const auto* attempt = python::as<python::Try>(tried.stmt);
  return attempt != nullptr &&
         std::any_of(attempt->handlers.begin(), attempt->handlers.end(),
                     [&](const python::Handler& handler) { return !ends_function(handler.body); });
}

const python::Region* FlowFinder::left_by(const python::Region* region) const {
  const python::Region* found = nullptr;
  bool by_raising = false;
  for (; region != nullptr; region = region->outer) {
    if (by_raising && region->kind == RegionKind::try_body && catches(*region)) found = nullptr;
    const bool leaves = (region->kind == RegionKind::if_true && exits_if_true_.contains(region->test)) ||
                        (region->kind == RegionKind::if_false && exits_if_false_.contains(region->test)) ||
                        (region->kind == RegionKind::except_body && ends_function(region->handler->body));
    if (!leaves) continue;
    found = region;
    by_raising = raising_.contains({region->test, region->kind == RegionKind::if_true});
  }
  return found;
}

bool FlowFinder::breaks(const python::Region* region) const {
  for (; region != nullptr; region = region->outer) {
    if (region->kind == RegionKind::loop_body) return broken_off_.contains(region->stmt);
    if (region->kind == RegionKind::if_true && broken_off_.contains(region->test)) return true;
  }
  return false;
}

}  // namespace forklint::program
