#include "rewrite/names.h"

#include <algorithm>

#include "base/word.h"

namespace forklint::rewrite {

using text::is_name_byte;

std::size_t count_of_name(const program::Module& module, std::string_view name) {
  const std::string_view bytes = module.syntax.source().bytes();
  const auto& comments = module.syntax.comments();
  std::size_t count = 0;
  for (std::size_t at = bytes.find(name); at != std::string_view::npos; at = bytes.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    const bool is_whole =
        (at == 0 || !is_name_byte(bytes[at - 1])) && (end == bytes.size() || !is_name_byte(bytes[end]));
    const bool is_comment = std::any_of(comments.begin(), comments.end(), [&](const python::Comment& each) {
      return each.span.contains(static_cast<std::uint32_t>(at));
    });
    count += is_whole && !is_comment;
  }
  return count;
}

std::string free_name(const program::Module& module, const std::vector<std::string>& candidates) {
  const auto free = std::find_if(candidates.begin(), candidates.end(),
                                 [&](const std::string& name) { return count_of_name(module, name) == 0; });
  return free == candidates.end() ? std::string() : *free;
}

const python::Binding* visible_binding(const program::Module& module, const python::Scope* scope,
                                       std::string_view name) {
  const python::Scope* top = &module.syntax.scope();
  bool is_innermost = true;
  for (; scope != nullptr && scope != top; scope = scope->parent) {
    // Functions do not see the names of the class around them.
    const bool counts = is_innermost || scope->kind != python::ScopeKind::class_;
    if (counts && scope->names.contains(name)) return nullptr;
    is_innermost = false;
  }
  const auto found = top->names.find(name);
  if (found == top->names.end() || found->second.size() != 1) return nullptr;
  const python::Binding* binding = found->second.front();
  const bool is_plain = binding->region == nullptr && !binding->damaged &&
                        (binding->performed_in == nullptr || binding->performed_in == top);
  return is_plain ? binding : nullptr;
}

}  // namespace forklint::rewrite
