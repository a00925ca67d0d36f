#include "program/modules.h"

#include <algorithm>

namespace forklint::program {
namespace {

constexpr std::string_view kInit = "__init__.py";

std::string_view parent_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

std::string_view last_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string joined(std::string_view directory, std::string_view rest) {
  std::string path(directory);
  if (!path.empty() && !rest.empty()) path += '/';
  return path.append(rest);
}

std::string as_path(std::string_view dotted) {
  std::string path(dotted);
  std::replace(path.begin(), path.end(), '.', '/');
  return path;
}

std::string_view without_suffix(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  return dot == std::string_view::npos || dot < path.rfind('/') + 1 ? path : path.substr(0, dot);
}

}  // namespace

ModuleTable::ModuleTable(const std::vector<std::string>& paths) {
  for (const std::string& path : paths) paths_.emplace(path, true);
  for (const std::string& path : paths) {
    // The outermost package (or the module itself) is what an absolute import starts with.
    std::string_view top = is_package(path) ? parent_of(path) : std::string_view(path);
    while (!parent_of(top).empty() && has_init(parent_of(top))) top = parent_of(top);
    const std::string root(parent_of(top));
    std::vector<std::string>& roots = roots_[std::string(without_suffix(last_of(top)))];
    if (std::find(roots.begin(), roots.end(), root) == roots.end()) roots.push_back(root);
  }
}

bool ModuleTable::is_package(std::string_view path) { return last_of(path) == kInit; }

bool ModuleTable::has_init(std::string_view directory) const {
  return paths_.contains(joined(directory, kInit));
}

std::string_view ModuleTable::file_of(const std::string& base) const {
  if (const auto found = paths_.find(base + ".py"); found != paths_.end()) return found->first;
  if (const auto found = paths_.find(joined(base, kInit)); found != paths_.end()) return found->first;
  return {};
}

std::string_view ModuleTable::resolve(std::string_view dotted, std::string_view importer) const {
  const std::string relative = as_path(dotted);
  // Upwards from the importer: the folder of a script, then the folder that holds the outermost package,
  // then every folder around it and its `src`.
  for (std::string_view directory = parent_of(importer);; directory = parent_of(directory)) {
    if (!has_init(directory)) {
      if (const std::string_view file = file_of(joined(directory, relative)); !file.empty()) return file;
      if (const std::string_view file = file_of(joined(joined(directory, "src"), relative)); !file.empty()) {
        return file;
      }
    }
    if (directory.empty()) break;
  }
  // Elsewhere in the project, if there is only one place that it can mean.
  const auto roots = roots_.find(std::string(dotted.substr(0, dotted.find('.'))));
  if (roots == roots_.end() || roots->second.size() != 1) return {};
  return file_of(joined(roots->second.front(), relative));
}

std::string_view ModuleTable::resolve_relative(unsigned level, std::string_view module,
                                               std::string_view importer) const {
  std::string_view package = parent_of(importer);
  for (unsigned i = 1; i < level; ++i) {
    if (package.empty()) return {};
    package = parent_of(package);
  }
  return file_of(module.empty() ? std::string(package) : joined(package, as_path(module)));
}

std::string ModuleTable::dotted_name(std::string_view path) const {
  std::string_view top = is_package(path) ? parent_of(path) : path;
  while (!parent_of(top).empty() && has_init(parent_of(top))) top = parent_of(top);
  const std::string_view root = parent_of(top);
  std::string_view inner = root.empty() ? path : path.substr(root.size() + 1);
  inner = is_package(inner) ? parent_of(inner) : without_suffix(inner);
  std::string name(inner);
  std::replace(name.begin(), name.end(), '/', '.');
  return name;
}

}  // namespace forklint::program
