#include "program/setup_script.h"

#include <string>

namespace forklint::program {
namespace {

using workspace::DeclaredEntry;

class SetupReader {
 public:
  explicit SetupReader(const python::PythonModule& setup) : setup_(setup) {}

  std::vector<DeclaredEntry> read() {
    for (const python::CallSite& site : setup_.calls()) {
      const auto* name = python::as<python::Name>(site.call->callee);
      const auto* attribute = python::as<python::Attribute>(site.call->callee);
      const bool is_setup =
          (name != nullptr && name->id == "setup") || (attribute != nullptr && attribute->name == "setup");
      if (!is_setup) continue;
      for (const python::Argument& argument : site.call->arguments) {
        if (argument.name == "entry_points") read_groups(*argument.value);
        if (argument.name == "scripts") read_files(*argument.value);
      }
    }
    return std::move(entries_);
  }

 private:
  static const python::String* text_of(const python::Expr* expr) {
    const auto* text = python::as<python::String>(expr);
    return text != nullptr && text->exact && !text->is_bytes ? text : nullptr;
  }

  void read_groups(const python::Expr& value) {
    const auto* groups = python::as<python::Dict>(&value);
    if (groups == nullptr) return;
    for (const python::DictEntry& entry : groups->entries) {
      const python::String* group = text_of(entry.key);
      if (group == nullptr || (group->value != "console_scripts" && group->value != "gui_scripts")) continue;
      if (const python::String* one = text_of(entry.value)) add_reference(*one);
      const auto* list = python::as<python::Sequence>(entry.value);
      if (list == nullptr) continue;
      for (const python::Expr* item : list->items) {
        if (const python::String* text = text_of(item)) add_reference(*text);
      }
    }
  }

  void read_files(const python::Expr& value) {
    const auto* list = python::as<python::Sequence>(&value);
    if (list == nullptr) return;
    for (const python::Expr* item : list->items) {
      const python::String* text = text_of(item);
      if (text == nullptr || !text->value.ends_with(".py")) continue;
      add({.file = std::string(text->value)}, text->value, *text);
    }
  }

  // "tool = pkg.cli:main"
  void add_reference(const python::String& text) {
    const std::size_t equals = text.value.find('=');
    if (equals == std::string_view::npos) return;
    DeclaredEntry entry = workspace::entry_of_reference(text.value.substr(equals + 1));
    if (entry.module.empty() || entry.function.empty()) return;
    std::string_view name = text.value.substr(0, equals);
    name = name.substr(0, name.find_last_not_of(" \t") + 1);
    add(std::move(entry), name, text);
  }

  void add(DeclaredEntry entry, std::string_view written, const python::String& text) {
    entry.written = written;
    entry.path = setup_.source().path();
    entry.line = setup_.source().position(text.span.begin, ColumnUnit::code_point).line;
    entries_.push_back(std::move(entry));
  }

  const python::PythonModule& setup_;
  std::vector<DeclaredEntry> entries_;
};

}  // namespace

std::vector<DeclaredEntry> declared_in(const python::PythonModule& setup) {
  return SetupReader(setup).read();
}

}  // namespace forklint::program
