#include "cli/native_names.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "base/path.h"
#include "base/word.h"
#include "native/child.h"
#include "native/scopes.h"
#include "workspace/prefilter.h"

namespace forklint::cli {
namespace {

std::string last_of(std::string_view dotted) { return std::string(dotted.substr(dotted.rfind('.') + 1)); }

std::string joined(const std::string& package, std::string_view name) {
  return package.empty() ? std::string(name) : package + "." + std::string(name);
}

bool is_dotted_name(std::string_view name) {
  return !name.empty() && std::ranges::all_of(name, [](char c) {
    return c == '.' || c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  });
}

class Names {
 public:
  Names(const FileSystem& files, const workspace::Discovered& discovered, std::string root)
      : files_(files), discovered_(discovered), root_(std::move(root)) {}

  // How a module is imported whose own name is `module`, built from the source at `path`.
  const std::set<std::string>& of(const std::string& module, const std::string& path) {
    const auto [known, is_new] = known_.try_emplace({module, path});
    if (is_new) known->second = find(module, path);
    return known->second;
  }

 private:
  // Reads every Python file of the project.
  std::set<std::string> find(const std::string& module, const std::string& path) const {
    std::set<std::string> names{module};
    if (module.find('.') != std::string::npos) return names;
    names.insert(joined(package_of(path::join(root_, path)), module));
    for (const workspace::InputFile& file : discovered_.files) {
      const Result<std::string> text = files_.read(file.disk_path);
      if (text && text::holds_word(*text, module)) add_imports(*text, file.disk_path, module, names);
    }
    return names;
  }

  // Of the folder around a file: as far up as folders are packages.
  std::string package_of(const std::string& file) const {
    std::string package;
    for (std::string folder(path::parent(file));
         files_.status(path::join(folder, "__init__.py")).kind == FileKind::file && folder.size() > 1;
         folder = std::string(path::parent(folder))) {
      package = fmt::format("{}{}{}", path::name(folder), package.empty() ? "" : ".", package);
    }
    return package;
  }

  std::string base_of(const workspace::ScannedImport& import, const std::string& file) const {
    std::string base = import.level == 0 ? "" : package_of(file);
    for (unsigned level = 1; level < import.level; ++level)
      base.resize(base.rfind('.') == std::string::npos ? 0 : base.rfind('.'));
    return import.module.empty() ? base : joined(base, import.module);
  }

  void add_imports(std::string_view text, const std::string& file, const std::string& module,
                   std::set<std::string>& names) const {
    const workspace::ScannedImports imports = workspace::scan_imports(text);
    for (const workspace::ScannedImport& import : imports.imports) {
      const std::string base = base_of(import, file);
      if (last_of(base) == module) names.insert(base);
      for (const workspace::ImportedName& name : imports.names_of(import)) {
        if (name.name == module) names.insert(joined(base, module));
      }
    }
  }

  const FileSystem& files_;
  const workspace::Discovered& discovered_;
  const std::string root_;
  std::map<std::pair<std::string, std::string>, std::set<std::string>> known_;
};

// Where the functions of a shared object are called from: ctypes, and what cffi's `dlopen` gives.
constexpr std::string_view kLibraries[] = {"ctypes.CDLL", "ctypes.PyDLL", "cffi.api.Lib"};

class Namer {
 public:
  Namer(native::NativeCode& code, const FileSystem& files, const workspace::Discovered& discovered,
        const std::string& root)
      : code_(code), files_(files), discovered_(discovered), names_(files, discovered, root) {}

  std::vector<catalog::NativeRecord> name() {
    for (const native::PythonName& each : native::python_names(code_.units())) name(each);
    name_library_functions();
    return {records_.begin(), records_.end()};
  }

 private:
  void name(const native::PythonName& each) {
    const native::Definition* function = code_.find(each.binding->function);
    if (function == nullptr || !forks_badly(*function)) return;
    const Place place = native::place_of(*each.unit, each.binding->place);
    for (const std::string& module : names_.of(each.module, place.path)) {
      const std::string full = joined(module, each.name);
      if (!is_dotted_name(full)) continue;
      records_.insert({full, each.is_constructor, true});
      if (each.in_class) records_.insert({full.substr(0, full.rfind('.')), true, false});
      code_.add_name(full, {*function, place});
    }
  }

  // Functions of C that other libraries can see, under the names by which Python loads them without an
  // extension.
  void name_library_functions() {
    std::vector<native::Definition> functions;
    for (const native::Definition& each : code_.leading_to_forks()) {
      const bool is_c = each.function->external && each.function->key == "c:@F@" + each.function->name;
      if (is_c && each.function->name != "main" && forks_badly(each)) functions.push_back(each);
    }
    if (functions.empty() || !loads_libraries()) return;
    for (const native::Definition& each : functions) {
      for (const std::string_view library : kLibraries) {
        const std::string full = joined(std::string(library), each.function->name);
        if (!is_dotted_name(full)) continue;
        records_.insert({full, false, true});
        code_.add_name(full, {each, native::place_of(*each.unit, each.function->place)});
      }
    }
  }

  bool loads_libraries() const {
    return std::ranges::any_of(discovered_.files, [&](const workspace::InputFile& file) {
      const Result<std::string> text = files_.read(file.disk_path);
      return text && (text::holds_word(*text, "ctypes") || text::holds_word(*text, "cffi"));
    });
  }

  // What is done right is a note at the fork and nothing more.
  bool forks_badly(const native::Definition& function) const {
    std::vector<std::pair<native::Definition, const native::NativeCall*>> way;
    const native::ForkSite* site = code_.way_to_fork(function, way);
    return site != nullptr && !native::judge_child(code_, *site).done_right();
  }

  native::NativeCode& code_;
  const FileSystem& files_;
  const workspace::Discovered& discovered_;
  Names names_;
  std::set<catalog::NativeRecord> records_;
};

}  // namespace

std::vector<catalog::NativeRecord> name_native_forks(native::NativeCode& code, const FileSystem& files,
                                                     const workspace::Discovered& discovered,
                                                     const std::string& root) {
  return Namer(code, files, discovered, root).name();
}

}  // namespace forklint::cli
