#include "cli/native_names.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/path.h"
#include "base/word.h"
#include "native/child.h"
#include "native/includes.h"
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
         folder = std::string(path::parent(folder)))
      package =
          package.empty() ? std::string(path::name(folder)) : std::string(path::name(folder)) + "." + package;
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

}  // namespace

std::string name_native_forks(native::NativeCode& code, const FileSystem& files,
                              const workspace::Discovered& discovered, const std::string& root,
                              std::string_view prefix, std::string_view taken) {
  Names names(files, discovered, root);
  std::set<std::string> known;
  std::string records;
  for (const native::NativeUnit& unit : code.units()) {
    for (const native::NativeBinding& binding : unit.bindings) {
      const native::Definition* function = code.find(binding.function);
      if (function == nullptr || binding.module.empty()) continue;
      std::vector<std::pair<native::Definition, const native::NativeCall*>> way;
      const native::ForkSite* site = code.way_to_fork(*function, way);
      // What is done right is a note at the fork and nothing more.
      if (site == nullptr || native::judge_child(code, *site).done_right()) continue;
      for (const std::string& module : names.of(binding.module, unit.files[binding.place.file])) {
        const std::string name = module + "." + binding.name;
        if (!is_dotted_name(name) || taken.find("\"" + name + "\"") != taken.npos ||
            !known.insert(name).second)
          continue;
        code.add_name(name, {*function, &binding});
        const std::string table = prefix.empty() ? "api" : std::string(prefix) + ".api";
        records += "\n[[" + table + "]]\nname = \"" + name + "\"\ncreates = \"fork\"\n";
      }
    }
  }
  return records;
}

}  // namespace forklint::cli
