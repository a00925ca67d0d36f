#include "cli/hazard_use.h"

#include <algorithm>
#include <string>

namespace forklint::cli {
namespace {

using workspace::ImportedName;
using workspace::Mentions;

class Search {
 public:
  Search(std::string_view bytes, const workspace::ScannedImports& imports, const Vocabulary& vocabulary)
      : imports_(imports), mentions_(bytes, imports), vocabulary_(vocabulary) {}

  bool finds(const workspace::ScannedImport& import) const {
    if (import.level > 0) return false;
    if (vocabulary_.catalog().import_hazard(import.module) != nullptr) return true;
    if (!import.is_from) {
      const std::string_view root = import.module.substr(0, import.module.find('.'));
      return import.alias.empty() ? is_used(root, root) : is_used(import.alias, import.module);
    }
    if (!vocabulary_.leads_to_hazard(import.module)) return false;
    const auto names = imports_.names_of(import);
    return std::any_of(names.begin(), names.end(), [&](const ImportedName& each) {
      const std::string full = std::string(import.module).append(".").append(each.name);
      return each.name == "*" || is_used(each.local(), full);
    });
  }

 private:
  // Whether something below `name`, which is known as `local` here, or itself, is a hazard that is mentioned.
  bool is_used(std::string_view local, std::string_view name) const {
    if (!vocabulary_.leads_to_hazard(name)) return false;
    return mentions_.any(local, [&](Mentions::Chain chain) {
      std::string full(name);
      for (const std::string_view each : chain) {
        if (is_hazard(full)) return true;
        full.append(".").append(each);
        if (!vocabulary_.leads_to_hazard(full)) return false;
      }
      return is_hazard(full);
    });
  }

  bool is_hazard(std::string_view name) const {
    const catalog::Api* api = vocabulary_.catalog().find(name);
    return api != nullptr && api->hazard != catalog::Hazard::none;
  }

  const workspace::ScannedImports& imports_;
  const Mentions mentions_;
  const Vocabulary& vocabulary_;
};

}  // namespace

bool uses_given_context(std::string_view bytes, const Vocabulary& vocabulary) {
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  for (std::size_t dot = bytes.find('.'); dot != bytes.npos; dot = bytes.find('.', dot + 1)) {
    std::size_t end = dot + 1;
    if (end == bytes.size() || bytes[end] < 'A' || bytes[end] > 'Z') continue;
    while (end < bytes.size() && is_letter(bytes[end])) ++end;
    if (end < bytes.size() && bytes[end] == '(' && vocabulary.is_member(bytes.substr(dot + 1, end - dot - 1)))
      return true;
  }
  return false;
}

bool uses_hazard(std::string_view bytes, const workspace::ScannedImports& imports,
                 const Vocabulary& vocabulary) {
  const Search search(bytes, imports, vocabulary);
  return std::any_of(imports.imports.begin(), imports.imports.end(),
                     [&](const workspace::ScannedImport& import) { return search.finds(import); });
}

}  // namespace forklint::cli
