#include "program/modules.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>

#include "base/path.h"

namespace forklint::program {
namespace {

constexpr std::string_view kInit = "__init__.py";
constexpr std::string_view kSuffix = ".py";

std::string_view parent_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view last_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view without_suffix(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos || dot < path.rfind('/') + 1 ? path : path.substr(0, dot);
}

std::string_view first_component(std::string_view dotted) { return dotted.substr(0, dotted.find('.')); }

}  // namespace

// A folder as Python looks into it: modules and folders by the name that an import spells.
struct ModuleTable::Folder {
  std::string_view path;
  const Folder* around = nullptr;
  std::string_view init;  // its __init__.py; "" for none
  std::unordered_map<std::string_view, std::string_view> files;
  std::unordered_map<std::string_view, const Folder*> folders;
  bool is_installation = false;  // an interpreter's own library, or what its package installers fill
  std::unordered_set<std::string_view> libraries;  // of an installation: what the catalog speaks of

  const Folder* folder(std::string_view name) const {
    const auto found = folders.find(name);
    return found == folders.end() ? nullptr : found->second;
  }

  // The file of a dotted name that begins here: a module, or else a package.
  std::string_view find(std::string_view dotted) const {
    const Folder* at = this;
    for (std::size_t dot = dotted.find('.'); dot != std::string_view::npos; dot = dotted.find('.')) {
      at = at->folder(dotted.substr(0, dot));
      if (at == nullptr) return {};
      dotted.remove_prefix(dot + 1);
    }
    if (const auto found = at->files.find(dotted); found != at->files.end()) return found->second;
    const Folder* package = at->folder(dotted);
    return package == nullptr ? std::string_view{} : package->init;
  }

  bool looks_installed() const {
    const std::string_view name = last_of(path);
    if (name == "site-packages" || name == "dist-packages") return true;
    const Folder* encodings = folder("encodings");
    return files.contains("os") && files.contains("codecs") && encodings != nullptr &&
           !encodings->init.empty();
  }

  // What holds `file`, somewhere below, in this folder: its path without a suffix.
  std::string_view member_with(std::string_view file) const {
    return without_suffix(file.substr(0, file.find('/', path.empty() ? 0 : path.size() + 1)));
  }

  // The folder that an absolute import of what lies here starts in.
  const Folder* root() const {
    const Folder* at = this;
    while (at->around != nullptr && !at->init.empty()) at = at->around;
    return at;
  }
};

ModuleTable::ModuleTable(ModuleTable&&) noexcept = default;
ModuleTable& ModuleTable::operator=(ModuleTable&&) noexcept = default;
ModuleTable::~ModuleTable() = default;

ModuleTable::ModuleTable(std::vector<std::string> paths, const IsLibrary& is_library, std::string own_folder)
    : paths_(std::move(paths)), folder_(std::move(own_folder)), is_library_(is_library) {
  for (const std::string& path : paths_) {
    Folder& folder = folder_at(parent_of(path));
    const std::string_view name = last_of(path);
    if (name == kInit) folder.init = path;
    if (name.ends_with(kSuffix)) folder.files.emplace(name.substr(0, name.size() - kSuffix.size()), path);
  }
  for (const std::string& path : paths_) add_root(path, is_library);
  find_installations(is_library);
}

void ModuleTable::find_installations(const IsLibrary& is_library) {
  for (const std::unique_ptr<Folder>& folder : folders_) {
    folder->is_installation = folder->looks_installed();
    if (!folder->is_installation || !is_library) continue;
    for (const auto& [name, path] : folder->files) {
      if (is_library(name)) folder->libraries.insert(name);
    }
    for (const auto& [name, inner] : folder->folders) {
      if (is_library(name)) folder->libraries.insert(name);
    }
  }
}

ModuleTable::Folder& ModuleTable::folder_at(std::string_view path) {
  if (const auto found = by_path_.find(path); found != by_path_.end()) return *found->second;
  Folder& folder = *folders_.emplace_back(std::make_unique<Folder>());
  folder.path = path;
  by_path_.emplace(path, &folder);
  if (!path.empty()) {
    Folder& around = folder_at(parent_of(path));
    folder.around = &around;
    around.folders.emplace(last_of(path), &folder);
  }
  return folder;
}

// The outermost package (or the module itself) is what an absolute import starts with.
void ModuleTable::add_root(std::string_view path, const IsLibrary& is_library) {
  const Folder* root = folder_of(path)->root();
  const std::string_view name = without_suffix(last_of(root_of(path)));
  const auto [known, is_new] = roots_.try_emplace(name, root);
  if (is_new ? is_library && is_library(name) : known->second != root) known->second = nullptr;
}

bool is_test(const Module& module) {
  const std::string_view path = module.path();
  const std::string_view file = last_of(path);
  if (file.starts_with("test_") || file.ends_with("_test.py") || file == "conftest.py") return true;
  for (std::string_view folder = parent_of(path); !folder.empty(); folder = parent_of(folder)) {
    if (last_of(folder) == "test" || last_of(folder) == "tests") return true;
  }
  return false;
}

std::vector<std::string> conftests_of(const Module& module) {
  std::vector<std::string> paths;
  const std::string& path = module.path();
  for (std::size_t end = 0; end != std::string::npos; end = path.find('/', end + 1))
    paths.push_back((end == 0 ? "" : path.substr(0, end + 1)) + "conftest.py");
  std::erase(paths, path);
  return paths;
}

bool ModuleTable::is_package(std::string_view path) { return last_of(path) == kInit; }

const ModuleTable::Folder* ModuleTable::folder_of(std::string_view file) const {
  // Files outside of the table have the folders of it around them.
  for (std::string_view path = parent_of(file);; path = parent_of(path)) {
    if (const auto found = by_path_.find(path); found != by_path_.end()) return found->second;
    if (path.empty()) return nullptr;
  }
}

bool ModuleTable::is_library_to(const Folder& installation, std::string_view name,
                                std::string_view importer) {
  return installation.libraries.contains(name) || last_of(installation.member_with(importer)) != name;
}

std::string_view ModuleTable::resolve(std::string_view dotted, std::string_view importer) const {
  // Upwards from the importer: the folder of a script, then the folder that holds the outermost package,
  // then every folder around it and its `src`.
  for (const Folder* folder = folder_of(importer); folder != nullptr; folder = folder->around) {
    if (!folder->init.empty()) continue;
    if (folder->is_installation) {
      return is_library_to(*folder, first_component(dotted), importer) ? std::string_view{}
                                                                       : folder->find(dotted);
    }
    if (const std::string_view file = folder->find(dotted); !file.empty()) return file;
    const Folder* src = folder->folder("src");
    if (src == nullptr) continue;
    if (const std::string_view file = src->find(dotted); !file.empty()) return file;
  }
  // Elsewhere in the project, if there is only one place that it can mean.
  const auto root = roots_.find(first_component(dotted));
  if (root == roots_.end()) return resolve_from_outside(dotted);
  if (root->second == nullptr || root->second->is_installation) return {};
  return root->second->find(dotted);
}

// `from company.vision.detector.demo.predictor import Demo` in a project that lies in a folder `detector`.
std::string_view ModuleTable::resolve_from_outside(std::string_view dotted) const {
  if (folder_.empty() || (is_library_ && is_library_(first_component(dotted)))) return {};
  const std::string inner = "." + folder_ + ".";
  const std::size_t at = dotted.find(inner);
  const auto top = by_path_.find("");
  if (at == std::string_view::npos || top == by_path_.end()) return {};
  return top->second->find(dotted.substr(at + inner.size()));
}

std::string_view ModuleTable::resolve_relative(unsigned level, std::string_view module,
                                               std::string_view importer) const {
  std::string_view path = parent_of(importer);
  for (unsigned i = 1; i < level; ++i) {
    if (path.empty()) return {};
    path = parent_of(path);
  }
  const auto package = by_path_.find(path);
  if (package == by_path_.end()) return {};
  return module.empty() ? package->second->init : package->second->find(module);
}

std::string ModuleTable::absolute_name(unsigned level, std::string_view module,
                                       std::string_view importer) const {
  const std::string_view package = resolve_relative(level, "", importer);
  if (package.empty()) return {};
  const std::string name = dotted_name(package);
  return module.empty() ? name : fmt::format("{}.{}", name, module);
}

std::string_view ModuleTable::file_named(std::string_view file, std::string_view from) const {
  const auto file_at = [&](const std::string& path) -> std::string_view {
    const auto folder = by_path_.find(parent_of(path));
    if (folder == by_path_.end() || !path.ends_with(kSuffix)) return {};
    const auto found = folder->second->files.find(without_suffix(last_of(path)));
    return found == folder->second->files.end() ? std::string_view{} : found->second;
  };
  // Absolute, so that `..` can be resolved, and relative again.
  if (file.starts_with('/')) return file_at(std::string(file.substr(1)));
  for (const std::string_view folder : {parent_of(from), std::string_view{}}) {
    const std::string path = path::normalise(fmt::format("/{}/{}", folder, file));
    if (const std::string_view found = file_at(path.substr(1)); !found.empty()) return found;
  }
  const std::string suffix = path::normalise(fmt::format("/{}", file));
  std::string_view only;
  for (const std::string& path : paths_) {
    if (!path.ends_with(suffix)) continue;
    if (!only.empty()) return {};
    only = path;
  }
  return only;
}

std::string_view ModuleTable::root_of(std::string_view path) const {
  const Folder* folder = folder_of(path);
  const std::size_t begin =
      folder == nullptr || folder->root()->path.empty() ? 0 : folder->root()->path.size() + 1;
  return path.substr(0, path.find('/', begin));
}

std::string_view ModuleTable::installed_in(std::string_view path) const {
  for (const Folder* folder = folder_of(path); folder != nullptr; folder = folder->around) {
    if (folder->is_installation) return folder->member_with(path);
  }
  return {};
}

std::vector<std::string_view> ModuleTable::packages_around(std::string_view path) const {
  std::vector<std::string_view> packages;
  for (const Folder* folder = folder_of(path); folder != nullptr && !folder->init.empty();
       folder = folder->around) {
    if (folder->init != path) packages.push_back(folder->init);
  }
  std::reverse(packages.begin(), packages.end());
  return packages;
}

std::string ModuleTable::dotted_name(std::string_view path) const {
  const std::string_view around = parent_of(root_of(path));
  std::string_view inner = around.empty() ? path : path.substr(around.size() + 1);
  inner = is_package(inner) ? parent_of(inner) : without_suffix(inner);
  std::string name(inner);
  std::replace(name.begin(), name.end(), '/', '.');
  return name;
}

}  // namespace forklint::program
