// Which binding a name refers to, by Python's own rules, computed from the syntax alone.
//
// Scopes nest as in CPython: module, class, function (also lambda), comprehension; a class scope is not
// visible from the functions in it. Within a scope the uses of its own names are linked to the bindings
// that can reach them in the order of execution; names read from an inner scope see every binding.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "python/ast.h"

namespace forklint::python {

// Where in the control structure of its function a statement or call stands: a chain from the innermost
// condition outwards. What a test means (a platform, TYPE_CHECKING, the main guard) is for others to say.
enum class RegionKind : std::uint8_t {
  if_true,      // `test` held (also conditional expressions, `and`, comprehension conditions)
  if_false,     // `test` did not hold (also `or`)
  loop_body,    // of for, while, or a comprehension; `stmt` or null
  try_body,     // `stmt` is the Try
  except_body,  // `stmt` is the Try, `handler` the handler
  else_body,    // else of try, for, while
  finally_body,
  with_body,  // `test` is the context expression of one item
  case_body,  // `stmt` is the Match
};

struct Region {
  RegionKind kind{};
  const Region* outer = nullptr;  // null at the function's or module's own level
  const Expr* test = nullptr;
  const Stmt* stmt = nullptr;
  const Handler* handler = nullptr;
};

// Whether `inner` lies in `outer` or is it; null is the function's or module's own level, around all.
inline bool is_around(const Region* outer, const Region* inner) {
  for (; inner != nullptr; inner = inner->outer) {
    if (inner == outer) return true;
  }
  return outer == nullptr;
}

// Loops of statements and of comprehensions.
inline bool is_in_loop(const Region* region) {
  for (; region != nullptr; region = region->outer) {
    if (region->kind == RegionKind::loop_body) return true;
  }
  return false;
}

enum class BindingKind : std::uint8_t {
  assignment,   // value, `unpack` says which part of it
  augmented,    // value combined with what was bound before
  annotation,   // x: T without a value: binds nothing, declares the scope
  loop_target,  // an element of value
  with_target,  // what value's __enter__ returns
  exception,    // except ... as name
  capture,      // match pattern
  parameter,
  import,       // import_item, of `import a.b` or `import a.b as c`
  import_from,  // import_item of import_stmt
  star_import,  // import_stmt; the name is "*"
  function,
  class_,
  type_alias,
  deletion,  // after it the name is unbound
};

struct Binding {
  BindingKind kind{};
  std::string_view name;
  Span span;  // of the name where it is bound
  const Expr* value = nullptr;
  std::vector<std::int32_t> unpack;  // path of indices into value; -1 for a starred or unknown part
  const ImportItem* import_item = nullptr;
  const ImportFrom* import_stmt = nullptr;
  const Parameter* parameter = nullptr;
  const Function* function = nullptr;
  const Class* class_ = nullptr;
  const Region* region = nullptr;  // where it happens, in its own function
  const Scope* performed_in =
      nullptr;  // differs from the owning scope for `global` and `nonlocal` and walrus
  bool damaged = false;
};

enum class ScopeKind : std::uint8_t { module, class_, function, comprehension };

struct Scope {
  ScopeKind kind = ScopeKind::module;
  const Scope* parent = nullptr;
  const Function* function = nullptr;  // function scopes
  const Class* class_ = nullptr;       // class scopes
  // Every binding of each name that this scope owns, in order of the text.
  std::unordered_map<std::string_view, std::vector<const Binding*>> names;
  std::vector<const Binding*> star_imports;  // in order of the text
};

// What a use of a name can mean.
struct Use {
  // The bindings that can have happened last. Empty for a builtin or unknown name.
  std::span<const Binding* const> bindings;
  // Star imports that may supply the name, because no binding must have.
  std::span<const Binding* const> star_imports;
  bool maybe_unbound = false;  // some path leads here without a binding: builtins and star imports count too
};

}  // namespace forklint::python
