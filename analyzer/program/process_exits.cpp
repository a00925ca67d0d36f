#include "program/process_exits.h"

#include <algorithm>
#include <iterator>

#include "program/returns.h"

namespace forklint::program {
namespace {

constexpr std::string_view kExits[] = {"sys.exit", "os._exit", "os.abort", "builtins.exit", "builtins.quit"};

// The part of the callee's name that can be compared before anything is looked up.
std::string_view last_word(const python::Expr& callee) {
  const auto* attribute = python::as<python::Attribute>(&callee);
  const auto* name = python::as<python::Name>(&callee);
  return attribute != nullptr ? attribute->name : name != nullptr ? name->id : std::string_view{};
}

bool is_not_implemented(const python::Expr& exception) {
  const auto* call = python::as<python::Call>(&exception);
  return last_word(call == nullptr ? exception : *call->callee) == "NotImplementedError";
}

bool may_return(python::Block block) {
  bool found = false;
  for_each_statement(
      block, [&](const python::Stmt& each) { found = found || each.kind == python::StmtKind::return_; });
  return found;
}

}  // namespace

bool ends_process(const python::Stmt& stmt, Evaluator& evaluator, const Module& module) {
  const auto* expression = python::as<python::ExpressionStmt>(&stmt);
  const auto* call = expression == nullptr ? nullptr : python::as<python::Call>(expression->value);
  if (call == nullptr) return false;
  const std::string_view word = last_word(*call->callee);
  if (!word.ends_with("exit") && word != "abort" && word != "quit") return false;
  const ValueSet callees = evaluator.values(*call->callee, module);
  const Value* callee = callees.single();
  return callee != nullptr &&
         std::find(std::begin(kExits), std::end(kExits), external_name(*callee)) != std::end(kExits);
}

bool always_raises(const python::Stmt& stmt, Evaluator& evaluator, const Module& module) {
  const auto* expression = python::as<python::ExpressionStmt>(&stmt);
  const auto* call = expression == nullptr ? nullptr : python::as<python::Call>(expression->value);
  if (call == nullptr) return false;
  const ValueSet callees = evaluator.callees(*call, module);
  const Value* callee = callees.single();
  if (callee == nullptr || callee->kind == ValueKind::class_ || callee->function == nullptr) return false;
  const python::Function& function = *callee->function;
  if (function.is_generator || function.is_async || function.body.empty()) return false;
  const auto* raise = python::as<python::Raise>(function.body.back());
  // What a class leaves to those below it is another function there.
  return raise != nullptr && raise->exception != nullptr && !is_not_implemented(*raise->exception) &&
         !may_return(function.body);
}

std::vector<Span> parts_without_return(python::Block body, Evaluator& evaluator, const Module& module) {
  std::vector<Span> parts;
  for_each_nested_block(body, [&](python::Block block) {
    if (block.empty() || !ends_process(*block.back(), evaluator, module)) return;
    std::size_t first = block.size();
    while (first > 0 && !may_return(block.subspan(first - 1, 1))) --first;
    if (first < block.size()) parts.push_back({block[first]->span.begin, block.back()->span.end});
  });
  return parts;
}

}  // namespace forklint::program
