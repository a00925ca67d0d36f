// What an expression can be at run time, as far as the code shows it.
//
// A ValueSet is a finite set of possibilities plus `open`: "or something that is not known". Nothing is ever
// guessed: what can't be resolved makes the set open. Views point into the modules and the Program's pools.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "catalog/api.h"
#include "python/ast.h"

namespace forklint::program {

struct Module;

enum class ValueKind : std::uint8_t {
  // Scalars.
  none,
  boolean,  // integer is 0 or 1
  integer,
  number,            // some integer, e.g. int(text)
  positive_integer,  // some integer > 0, e.g. os.cpu_count()
  string,            // text
  // Others.
  sequence,  // expr is a Sequence
  dict,      // expr is a Dict, or the Call dict(...)
  external,  // text is a qualified name outside the project, or one that the catalog knows
  module,    // a module of the project; text is the name under which it was imported
  function,
  class_,
  instance,  // of class_, or of the external class `text`; expr is the call that made it
  method,    // `text` of the instance whose making call is `expr`, or of class_
  context,   // a multiprocessing context; text is its family
  partial,   // expr is the call of functools.partial
  super_,    // super() inside class_
};

struct Value {
  ValueKind kind = ValueKind::none;
  std::int64_t integer = 0;
  std::string_view text;
  const Module* module = nullptr;  // where expr, function or class_ stands
  const python::Expr* expr = nullptr;
  const python::Function* function = nullptr;
  const python::Class* class_ = nullptr;
  const catalog::Api* api = nullptr;  // external, instance: what the catalog knows of it
  std::optional<StartMethod> method;  // context: nothing for the family's default or an unknown one
  bool method_unknown = false;        // context: made from a value that is not known
  bool of_context = false;            // external: reached through a context; method says which
  std::string_view member;            // method: its name; external: "__init__" of the class `api`

  bool operator==(const Value&) const = default;
};

// None, numbers and strings: nothing that has parts, or that can be called.
inline bool is_scalar(const Value& value) { return value.kind <= ValueKind::string; }

class ValueSet {
 public:
  ValueSet() = default;
  explicit ValueSet(Value value) : values_{value} {}
  static ValueSet unknown() {
    ValueSet set;
    set.open_ = true;
    return set;
  }

  const std::vector<Value>& values() const& { return values_; }
  // From a temporary, as in `for (const Value& value : evaluator.values(...).values())`.
  std::vector<Value> values() && { return std::move(values_); }
  bool open() const { return open_; }
  bool empty() const { return values_.empty() && !open_; }
  // The only possibility, or null.
  const Value* single() const& { return !open_ && values_.size() == 1 ? &values_.front() : nullptr; }

  void add(const Value& value);  // beyond a small number of possibilities the set becomes open instead
  void add(const ValueSet& other);
  void set_open() { open_ = true; }

 private:
  std::vector<Value> values_;
  bool open_ = false;
};

// What namedtuple() makes, as if it had a name.
inline constexpr std::string_view kNamedTuple = "collections.namedtuple.<class>";

// SpawnContext() is a context of spawn; nothing for an API that is no class of contexts of one method.
std::optional<StartMethod> method_of_context_class(const catalog::Api& api);

// Qualified name of what a value denotes outside the project, "" for anything else.
std::string_view external_name(const Value& value);

}  // namespace forklint::program
