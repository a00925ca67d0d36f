#include "rewrite/names.h"

#include <algorithm>

#include "base/word.h"

namespace forklint::rewrite {

using text::is_name_byte;

namespace {

// Where the identifier stands in the module, comments left out.
std::vector<std::uint32_t> places_of_name(const program::Module& module, std::string_view name) {
  const std::string_view bytes = module.syntax.source().bytes();
  const auto& comments = module.syntax.comments();
  std::vector<std::uint32_t> places;
  for (std::size_t at = bytes.find(name); at != std::string_view::npos; at = bytes.find(name, at + 1)) {
    const std::size_t end = at + name.size();
    const bool is_whole =
        (at == 0 || !is_name_byte(bytes[at - 1])) && (end == bytes.size() || !is_name_byte(bytes[end]));
    const auto place = static_cast<std::uint32_t>(at);
    const bool is_comment = std::any_of(comments.begin(), comments.end(), [&](const python::Comment& each) {
      return each.span.contains(place);
    });
    if (is_whole && !is_comment) places.push_back(place);
  }
  return places;
}

// Beside another word, as in "Process the lines": no expression has that but by an operator.
bool is_among_words(std::string_view bytes, std::size_t begin, std::size_t end) {
  const auto is_letter = [](char c) { return is_name_byte(c) && !(c >= '0' && c <= '9'); };
  const bool follows = begin >= 2 && bytes[begin - 1] == ' ' && is_letter(bytes[begin - 2]);
  const bool leads = end + 1 < bytes.size() && bytes[end] == ' ' && is_letter(bytes[end + 1]);
  return follows || leads;
}

}  // namespace

std::size_t count_of_name(const program::Module& module, std::string_view name) {
  return places_of_name(module, name).size();
}

bool is_said_elsewhere(const program::Module& module, const python::Binding& import) {
  const std::string_view bytes = module.syntax.source().bytes();
  const bool lists_names = module.syntax.scope().names.contains("__all__");
  const std::vector<const python::Name*> reads = module.syntax.names_in({0, UINT32_MAX});
  const std::vector<std::uint32_t> places = places_of_name(module, import.name);
  return std::any_of(places.begin(), places.end(), [&](std::uint32_t place) {
    if (import.import_stmt->span.contains(place)) return false;
    if (std::any_of(reads.begin(), reads.end(), [&](const auto* each) { return each->span.contains(place); }))
      return false;
    if (place > 0 && bytes[place - 1] == '.') return false;
    return lists_names || !is_among_words(bytes, place, place + import.name.size());
  });
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
