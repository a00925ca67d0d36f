#include "program/project_names.h"

#include <algorithm>

namespace forklint::program {

bool ProjectNames::defines(std::string_view name, const Module& importer) {
  auto& known = known_[&importer];
  const std::string key(name);
  if (const auto found = known.find(key); found != known.end()) return found->second;
  // Until it is known, so that modules which import from each other end here.
  known.emplace(key, false);
  const bool result = look_up(name, importer);
  known_[&importer][key] = result;
  return result;
}

// From the longest module name to the shortest: "rq.worker.Worker" is `Worker` of `rq.worker`.
bool ProjectNames::look_up(std::string_view name, const Module& importer) {
  for (std::size_t dot = name.rfind('.'); dot != std::string_view::npos; dot = name.rfind('.', dot - 1)) {
    const std::string_view file = table_.resolve(name.substr(0, dot), importer.path());
    const Module* module = evaluator_.module_at(file);
    // A package that nothing else asks for is not parsed: it is the one that Python would import all the
    // same.
    if (module == nullptr && !file.empty()) return true;
    if (module != nullptr) {
      const std::string_view rest = name.substr(dot + 1);
      const ValueSet found = evaluator_.member_of(*module, rest.substr(0, rest.find('.')));
      return std::any_of(found.values().begin(), found.values().end(), [&](const Value& value) {
        // Handed on under another name that the catalog knows as well.
        const bool is_elsewhere = value.kind == ValueKind::external && value.text != name;
        return value.function != nullptr || value.class_ != nullptr || value.kind == ValueKind::module ||
               (is_elsewhere && defines(value.text, *module));
      });
    }
    if (dot == 0) break;
  }
  return false;
}

}  // namespace forklint::program
