#include "native/flags.h"

#include <algorithm>

#include "base/path.h"
#include "base/run_program.h"

namespace forklint::native {
namespace {

void add_folder(const FileSystem& files, const std::string& folder, std::vector<std::string>& folders) {
  if (files.status(folder).kind == FileKind::directory &&
      std::find(folders.begin(), folders.end(), folder) == folders.end())
    folders.push_back(folder);
}

// "python3.11" and its like in a folder, the newest first.
std::vector<std::string> versions_in(const FileSystem& files, const std::string& folder) {
  std::vector<std::string> names;
  if (const auto entries = files.list(folder)) {
    for (const DirectoryEntry& entry : *entries) {
      if (entry.name.starts_with("python3")) names.push_back(path::join(folder, entry.name));
    }
  }
  std::ranges::sort(names, [](const std::string& left, const std::string& right) {
    return left.size() != right.size() ? left.size() > right.size() : left > right;
  });
  return names;
}

void add_packages(const FileSystem& files, const std::string& folder, std::vector<std::string>& folders) {
  for (const char* include : {"pybind11/include", "nanobind/include", "numpy/_core/include",
                              "numpy/core/include", "torch/include", "torch/include/torch/csrc/api/include"})
    add_folder(files, path::join(folder, include), folders);
}

void add_prefix(const FileSystem& files, const std::string& prefix, std::vector<std::string>& folders) {
  for (const std::string& include : versions_in(files, path::join(prefix, "include"))) {
    if (files.status(path::join(include, "Python.h")).kind == FileKind::file) {
      add_folder(files, include, folders);
      break;
    }
  }
  for (const std::string& version : versions_in(files, path::join(prefix, "lib"))) {
    add_packages(files, path::join(version, "site-packages"), folders);
    add_packages(files, path::join(version, "dist-packages"), folders);
  }
}

// A virtual environment has its packages, and names the folder of the interpreter that it was made from.
void add_environment(const FileSystem& files, const std::string& folder, std::vector<std::string>& folders) {
  const Result<std::string> config = files.read(path::join(folder, "pyvenv.cfg"));
  if (!config) return;
  add_prefix(files, folder, folders);
  constexpr std::string_view kHome = "home = ";
  const std::size_t at = config->find(kHome);
  if (at == std::string::npos) return;
  const std::string home = config->substr(at + kHome.size(), config->find('\n', at) - at - kHome.size());
  add_prefix(files, std::string(path::parent(home)), folders);
}

}  // namespace

bool is_cxx(std::string_view path) { return path::extension(path) != ".c"; }

std::vector<std::string> inferred_flags(std::string_view path, const std::string& root,
                                        const std::vector<std::string>& system) {
  std::vector<std::string> flags = is_cxx(path) ? std::vector<std::string>{"-xc++", "-std=gnu++20"}
                                                : std::vector<std::string>{"-xc", "-std=gnu17"};
  flags.insert(flags.end(), {"-D_GNU_SOURCE", "-pthread"});
  for (std::string folder(path::parent(path)); path::is_inside(folder, root);
       folder = std::string(path::parent(folder))) {
    flags.push_back("-I" + folder);
    flags.push_back("-I" + path::join(folder, "include"));
    if (folder == root || folder == "/") break;
  }
  flags.push_back("-I" + path::join(root, "src"));
  for (const std::string& folder : system) flags.insert(flags.end(), {"-isystem", folder});
  return flags;
}

std::vector<std::string> python_headers(const Host& host, const std::string& root) {
  std::vector<std::string> folders;
  if (const auto active = host.variable("VIRTUAL_ENV")) add_environment(host.files, *active, folders);
  for (const char* name : {".venv", "venv"}) add_environment(host.files, path::join(root, name), folders);
  if (const auto python = find_program("python3", host.variable("PATH").value_or(""))) {
    const std::string real = host.files.resolve(*python);
    add_prefix(host.files, std::string(path::parent(path::parent(real))), folders);
  }
  add_prefix(host.files, "/usr", folders);
  add_packages(host.files, "/usr/lib/python3/dist-packages", folders);
  return folders;
}

}  // namespace forklint::native
