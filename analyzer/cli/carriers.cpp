#include "cli/carriers.h"

#include <algorithm>

namespace forklint::cli {
namespace {

using python::Binding;
using python::BindingKind;

// Modules that every second file imports for other reasons: nobody passes them on under a name of his own.
constexpr std::string_view kEverywhere[] = {"os",      "subprocess", "threading", "asyncio",
                                            "logging", "signal",     "sys"};

class CarrierFinder {
 public:
  CarrierFinder(const python::PythonModule& module, const catalog::Catalog& catalog,
                const std::unordered_set<std::string>& carried)
      : module_(module), catalog_(catalog), names_(carried) {}

  std::unordered_set<std::string> find() {
    for (const auto& [name, bindings] : module_.scope().names) {
      if (std::any_of(bindings.begin(), bindings.end(),
                      [&](const Binding* each) { return imports_known(*each); })) {
        names_.emplace(name);
      }
    }
    for (const Binding* star : module_.scope().star_imports) {
      if (star->import_stmt->level == 0 && catalog_.leads_to_process(star->import_stmt->module))
        names_.emplace("*");
    }
    // What is made from a carrier is one; chains of such names are short.
    for (bool grown = true; grown;) {
      grown = false;
      for (const auto& [name, bindings] : module_.scope().names) {
        const bool made = std::any_of(bindings.begin(), bindings.end(),
                                      [&](const Binding* each) { return is_made(*each); });
        if (made && names_.emplace(name).second) grown = true;
      }
    }
    return std::move(names_);
  }

 private:
  bool imports_known(const Binding& binding) const {
    if (binding.import_item == nullptr) return false;
    const python::ImportItem& item = *binding.import_item;
    if (binding.kind == BindingKind::import) {
      const bool everywhere =
          std::find(std::begin(kEverywhere), std::end(kEverywhere), item.name) != std::end(kEverywhere);
      return !everywhere && catalog_.leads_to_process(item.name);
    }
    if (binding.import_stmt->level != 0) return false;
    return catalog_.leads_to_process(std::string(binding.import_stmt->module) + "." + std::string(item.name));
  }

  bool is_made(const Binding& binding) const {
    switch (binding.kind) {
      case BindingKind::assignment:
        return binding.value != nullptr && mentions(binding.value->span);
      case BindingKind::class_:
        return mentions(binding.class_->span);
      case BindingKind::function:
        return mentions(binding.function->span);
      default:
        return false;
    }
  }

  // Whether a carrier, or a name that a function imported from the catalog, is used in this part of the file.
  bool mentions(Span part) const {
    const std::string_view text = module_.source().text(part);
    return std::any_of(names_.begin(), names_.end(),
                       [&](const std::string& name) { return holds_word(text, name); }) ||
           std::any_of(module_.imports().begin(), module_.imports().end(), [&](const python::Stmt* import) {
             return part.contains(import->span) && brings_known(*import);
           });
  }

  bool brings_known(const python::Stmt& stmt) const {
    if (const auto* import = python::as<python::Import>(&stmt)) {
      return std::any_of(import->items.begin(), import->items.end(),
                         [&](const python::ImportItem& item) { return catalog_.leads_to_process(item.name); });
    }
    const auto* from = python::as<python::ImportFrom>(&stmt);
    return from != nullptr && from->level == 0 && catalog_.leads_to_process(from->module);
  }

  static bool is_name_byte(char c) {
    return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c & 0x80) != 0;
  }

  static bool holds_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
      const std::size_t end = at + word.size();
      if ((at == 0 || !is_name_byte(text[at - 1])) && (end == text.size() || !is_name_byte(text[end])))
        return true;
    }
    return false;
  }

  const python::PythonModule& module_;
  const catalog::Catalog& catalog_;
  std::unordered_set<std::string> names_;
};

}  // namespace

std::unordered_set<std::string> carriers_of(const python::PythonModule& module,
                                            const catalog::Catalog& catalog,
                                            const std::unordered_set<std::string>& carried) {
  return CarrierFinder(module, catalog, carried).find();
}

}  // namespace forklint::cli
