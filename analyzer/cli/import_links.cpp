#include "cli/import_links.h"

#include <algorithm>

#include "base/word.h"

namespace forklint::cli {
namespace {

using workspace::ImportedName;
using workspace::Mentions;
using workspace::ScannedImport;
using workspace::ScannedImports;

std::string dotted(std::string_view module, std::string_view name) {
  return module.empty() ? std::string(name) : std::string(module).append(".").append(name);
}

// What an import binds that leads to processes: its local name and what that stands for. `module` is the
// absolute name of what is imported from. Ends with true.
bool for_each_library_name(const ScannedImport& import, std::string_view module,
                           const ScannedImports& imports, const Vocabulary& vocabulary,
                           const std::function<bool(std::string_view, std::string_view)>& visit) {
  if (import.level > 0 && module.empty()) return false;
  if (!import.is_from) {
    const std::string_view root = import.module.substr(0, import.module.find('.'));
    const std::string_view name = import.alias.empty() ? root : import.module;
    return vocabulary.leads(name) && visit(import.alias.empty() ? root : import.alias, name);
  }
  // Below what leads nowhere nothing does.
  if (!vocabulary.leads(module)) return false;
  const auto names = imports.names_of(import);
  return std::any_of(names.begin(), names.end(), [&](const ImportedName& each) {
    if (each.name == "*") return visit(each.name, module);
    const std::string full = dotted(module, each.name);
    return vocabulary.leads(full) && visit(each.local(), full);
  });
}

// Whether some literal names what leads to processes, or a module in it.
bool quotes_library(std::string_view bytes, const Vocabulary& vocabulary) {
  constexpr std::string_view kQuotes = "\"'";
  for (std::size_t at = bytes.find_first_of(kQuotes); at != std::string_view::npos;
       at = bytes.find_first_of(kQuotes, at + 1)) {
    std::size_t end = at + 1;
    while (end < bytes.size() && text::is_name_byte(bytes[end])) ++end;
    if (end > at + 1 && vocabulary.leads(bytes.substr(at + 1, end - at - 1))) return true;
  }
  return false;
}

// `import_module("multiprocessing")`; a name that is no literal here is one elsewhere in the file.
bool imports_by_string(std::string_view bytes, const Vocabulary& vocabulary) {
  constexpr std::string_view kFunction = "import_module(";
  for (std::size_t at = bytes.find(kFunction); at != std::string_view::npos;
       at = bytes.find(kFunction, at + 1)) {
    std::string_view rest = bytes.substr(at + kFunction.size());
    rest.remove_prefix(std::min(rest.find_first_not_of(" \t\r\n"), rest.size()));
    if (rest.empty()) return false;
    if (rest.front() != '"' && rest.front() != '\'') return quotes_library(bytes, vocabulary);
    const std::string_view name = rest.substr(1, rest.find(rest.front(), 1) - 1);
    if (vocabulary.leads(name.substr(0, name.find('.')))) return true;
  }
  return false;
}

}  // namespace

std::uint32_t hash_of_name(std::string_view name) {
  if (name == "*") return Link::kStar;
  const std::size_t hash = std::hash<std::string_view>()(name);
  return std::max<std::uint32_t>(static_cast<std::uint32_t>(hash ^ (hash >> 32)), Link::kStar + 1);
}

ImportLinks::ImportLinks(const program::ModuleTable& table, const Vocabulary& vocabulary)
    : table_(table), vocabulary_(vocabulary), links_(table.paths().size()) {
  const std::vector<std::string>& paths = table.paths();
  for (FileId file = 0; file < paths.size(); ++file) ids_.emplace(paths[file].data(), file);
}

FileId ImportLinks::id_of(std::string_view path) const {
  const auto found = ids_.find(path.data());
  return found == ids_.end() ? kNoFile : found->second;
}

FileId ImportLinks::file_of(FileId importer, unsigned level, std::string_view name) const {
  const std::string_view path = path_of(importer);
  return id_of(level == 0 ? table_.resolve(name, path) : table_.resolve_relative(level, name, path));
}

FileId ImportLinks::submodule(FileId package, std::string_view name) const {
  const std::string_view path = path_of(package);
  return program::ModuleTable::is_package(path) ? id_of(table_.resolve_relative(1, name, path)) : kNoFile;
}

FileId ImportLinks::module_named(FileId importer, const ScannedImport& import, FileId module,
                                 std::string_view name) const {
  return module != kNoFile ? submodule(module, name)
                           : file_of(importer, import.level, dotted(import.module, name));
}

std::string ImportLinks::native_name(FileId importer, unsigned level, std::string_view module) const {
  std::string name = table_.absolute_name(level, module, path_of(importer));
  if (!vocabulary_.catalog().leads_to_native(name)) name.clear();
  return name;
}

std::string ImportLinks::imported_from(FileId importer, const ScannedImport& import) const {
  return import.level == 0 ? std::string(import.module) : native_name(importer, import.level, import.module);
}

Links ImportLinks::links_of(FileId file, const ScannedImports& imports) const {
  Links links;
  links.reserve(imports.imports.size() + imports.names.size());
  const auto add = [&](FileId target, std::uint32_t name) {
    if (target != kNoFile && target != file) links.push_back({target, name});
  };
  for (const ScannedImport& import : imports.imports) {
    const FileId module = file_of(file, import.level, import.module);
    for_each_library_name(import, imported_from(file, import), imports, vocabulary_,
                          [&](std::string_view local, std::string_view) {
                            links.push_back({Link::kLibrary, hash_of_name(local)});
                            return false;
                          });
    if (!import.is_from) {
      add(module, Link::kModule);
      // `import a.b` binds `a`, whatever becomes of `a.b`.
      const std::size_t dot = import.alias.empty() ? import.module.find('.') : std::string_view::npos;
      if (dot != std::string_view::npos) add(file_of(file, 0, import.module.substr(0, dot)), Link::kModule);
      continue;
    }
    const bool has_modules = module == kNoFile || program::ModuleTable::is_package(path_of(module));
    for (const ImportedName& each : imports.names_of(import)) {
      add(module, hash_of_name(each.name));
      if (!has_modules) continue;
      add(module_named(file, import, module, each.name), Link::kModule);
    }
  }
  links.shrink_to_fit();
  return links;
}

FileId ImportLinks::file_at(std::string_view path) const {
  const auto& paths = table_.paths();
  auto found = std::lower_bound(paths.begin(), paths.end(), path);
  if (found == paths.end() || *found != path) found = std::find(paths.begin(), paths.end(), path);
  return found == paths.end() ? kNoFile : static_cast<FileId>(found - paths.begin());
}

std::vector<FileId> ImportLinks::imported_by(FileId file) const {
  std::vector<FileId> targets;
  for (const Link& link : links_[file]) {
    if (link.target != Link::kLibrary) targets.push_back(link.target);
  }
  std::sort(targets.begin(), targets.end());
  targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
  return targets;
}

bool ImportLinks::is_imported(FileId file) const {
  // None of the links of a file leads to itself.
  return std::any_of(links_.begin(), links_.end(), [&](const Links& links) {
    return std::any_of(links.begin(), links.end(), [&](const Link& link) { return link.target == file; });
  });
}

std::vector<ImportLinks::Imported> ImportLinks::files_behind(FileId file, const ScannedImport& import,
                                                             const ScannedImports& imports) const {
  std::vector<Imported> files;
  const auto add = [&](FileId target, const ImportedName* name = nullptr) {
    if (target != kNoFile && target != file) files.push_back({target, name});
  };
  const FileId module = file_of(file, import.level, import.module);
  if (!import.is_from) {
    add(module);
    // `import a.b` binds `a`.
    if (import.alias.empty()) add(file_of(file, 0, import.module.substr(0, import.module.find('.'))));
    return files;
  }
  for (const ImportedName& each : imports.names_of(import)) {
    add(module, each.name == "*" ? nullptr : &each);
    add(module_named(file, import, module, each.name));
  }
  return files;
}

bool ImportLinks::uses_library(FileId file, std::string_view bytes, const ScannedImports& imports) const {
  // Comments that speak to forklint.
  for (const std::string_view word : {"forklint:", "FRK"}) {
    if (bytes.find(word) != std::string_view::npos) return true;
  }
  if (vocabulary_.holds_word_of_its_own(bytes) || imports_by_string(bytes, vocabulary_)) return true;
  const Mentions mentions(bytes, imports);
  const auto uses = [&](std::string_view local, std::string_view name) {
    if (!vocabulary_.leads_by_name(name)) return false;
    if (local == "*" || vocabulary_.opens(name)) return true;
    return mentions.any(local, [&](Mentions::Chain chain) {
      std::string full(name);
      for (const std::string_view each : chain) {
        if (vocabulary_.catalog().find(full) != nullptr) return true;
        full = dotted(full, each);
        if (!vocabulary_.leads_by_name(full)) return false;
      }
      // It is handed on as it is, or asked for what it has: `hasattr(os, "fork")`.
      return vocabulary_.catalog().find(full) != nullptr || vocabulary_.is_spelled_below(full, bytes);
    });
  };
  return std::any_of(imports.imports.begin(), imports.imports.end(), [&](const ScannedImport& import) {
    return for_each_library_name(import, imported_from(file, import), imports, vocabulary_, uses);
  });
}

// Follows re-exports by what is kept of imports: names by their hashes, under which they are passed on.
bool ImportLinks::is_library_name(FileId file, std::uint32_t name, unsigned depth) const {
  constexpr unsigned kMaxReExports = 6;
  if (file == kNoFile || depth > kMaxReExports) return false;
  return std::any_of(links_[file].begin(), links_[file].end(), [&](const Link& link) {
    const bool brings_any = link.target == Link::kLibrary && name == Link::kStar;
    if (link.name != name && link.name != Link::kStar && !brings_any) return false;
    return link.target == Link::kLibrary || is_library_name(link.target, name, depth + 1);
  });
}

std::vector<FileName> ImportLinks::library_names_used(FileId file, std::string_view bytes) const {
  std::vector<FileName> used;
  const ScannedImports imports = workspace::scan_imports(bytes);
  const Mentions mentions(bytes, imports);
  const auto use = [&](FileId module, std::string_view name) {
    if (is_library_name(module, hash_of_name(name))) used.push_back({module, std::string(name)});
  };
  const auto use_members = [&](FileId module, std::string_view local) {
    if (module == kNoFile) return;
    mentions.any(local, [&](Mentions::Chain chain) {
      for (FileId at = module; !chain.empty() && at != kNoFile; chain = chain.subspan(1)) {
        use(at, chain.front());
        at = submodule(at, chain.front());
      }
      return false;
    });
  };
  for (const ScannedImport& import : imports.imports) {
    const FileId module = file_of(file, import.level, import.module);
    if (!import.is_from) {
      const std::string_view root = import.module.substr(0, import.module.find('.'));
      if (import.alias.empty()) {
        use_members(file_of(file, 0, root), root);
      } else {
        use_members(module, import.alias);
      }
      continue;
    }
    for (const ImportedName& each : imports.names_of(import)) {
      if (each.name == "*" || mentions.any(each.local())) use(module, each.name);
      if (each.name != "*" && module != kNoFile) use_members(submodule(module, each.name), each.local());
    }
  }
  return used;
}

}  // namespace forklint::cli
