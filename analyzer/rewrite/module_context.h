// The context of one module: how its code writes it, and the edits that bring it there. Internal.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "rewrite/draft.h"
#include "rewrite/members.h"

namespace forklint::rewrite {

class ModuleContext {
 public:
  ModuleContext(const program::Program& program, const program::Module& module);

  // Takes the member from the context. False where its form is not understood.
  bool move(const Member& member);
  // After the last move: the imports and the definition. False where there is no room for them.
  bool finish(Draft& draft);

 private:
  enum class Form : std::uint8_t {
    variable,        // `ctx.Pool`, `ctx = mp.get_context("spawn")` above
    through_module,  // `mp.get_context("spawn").Pool`
    by_function,     // `get_context("spawn").Pool`
  };

  bool move_attribute(const Member& member, const python::Attribute& callee);
  bool move_name(const Member& member, const python::Name& callee);
  std::string find_variable() const;
  bool define_variable();
  bool find_function();
  bool change_imports();

  const program::Program& program_;
  const program::Module& module_;
  const std::string call_;  // `get_context("spawn")`
  std::string variable_;    // "" where each call names the context itself
  bool is_defined_ = false;
  bool needs_function_ = false;
  bool function_is_imported_ = false;
  std::map<const python::Binding*, std::size_t> moved_names_;
  Draft draft_;
};

}  // namespace forklint::rewrite
