// Which scope owns a name: CPython's rules for nesting, `global`, `nonlocal`, class bodies and
// comprehensions.
#pragma once

#include <cstdint>
#include <deque>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "python/reaching.h"
#include "python/scope.h"

namespace forklint::python {

struct ScopeDraft;

// A name together with the scope that owns it.
struct Variable {
  ScopeDraft* owner = nullptr;
  Slot slot = kNoSlot;  // among the names of its frame
  std::vector<const Binding*> bindings;
  // Those performed in a function other than the owner's, by `global` or `nonlocal`: they can happen at any
  // call, so they reach every use.
  std::vector<const Binding*> foreign;
};

enum class Declared : std::uint8_t { global, nonlocal };

// A scope that is still being built.
struct ScopeDraft {
  Scope* scope = nullptr;
  ScopeDraft* parent = nullptr;
  // The function or module in whose run the code of this scope is evaluated; itself for these.
  ScopeDraft* frame = nullptr;
  std::unordered_map<std::string_view, Variable> variables;
  std::unordered_map<std::string_view, Declared> declared;
  std::uint32_t slots = 0;  // of a frame: names of all its scopes
};

struct BindEvent {
  ScopeDraft* scope = nullptr;
  std::string_view name;
  const Binding* binding = nullptr;  // null: the end of an exception handler unbinds its name
  std::uint32_t index = 0;           // of the binding in the module
  bool is_walrus = false;
};

struct Resolved {
  Variable* first = nullptr;
  // Where a class body looks when its own name is not bound yet.
  Variable* second = nullptr;
};

class NameTable {
 public:
  ScopeDraft& add(Scope& scope, ScopeDraft* parent);

  // Makes the owners of the names that one frame binds, and tells which slot each event changes.
  std::vector<BoundSlot> own(ScopeDraft& frame, const std::vector<BindEvent>& events);

  // What a name means that is read in `scope`.
  Resolved resolve(ScopeDraft& scope, std::string_view name);

  std::deque<ScopeDraft>& scopes() { return scopes_; }

 private:
  ScopeDraft& owner(const BindEvent& event);
  Variable& variable(ScopeDraft& owner, std::string_view name);

  std::deque<ScopeDraft> scopes_;
};

}  // namespace forklint::python
