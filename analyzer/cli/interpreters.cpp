#include "cli/interpreters.h"

#include <algorithm>
#include <set>

#include "base/path.h"
#include "base/run_program.h"
#include "base/text.h"

namespace forklint::cli {
namespace {

using doctor::Interpreter;
using doctor::Package;

constexpr int kSeconds = 10;
constexpr std::size_t kMostInterpreters = 32;

// One line each. -I and -S keep out the user's site-packages, .pth files and sitecustomize; sysconfig is the
// interpreter's own.
constexpr const char* kQuestion =
    "import os, sys, sysconfig\n"
    "print('.'.join(map(str, sys.version_info[:3])))\n"
    "print(sys.platform)\n"
    "print(os.path.realpath(sys.executable))\n"
    "paths = sysconfig.get_paths()\n"
    "print(paths['purelib'])\n"
    "print(paths['platlib'])\n"
    "print('/usr/lib/python3/dist-packages')\n";

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

// "numpy-1.26.4.dist-info" or "numpy-1.26.4-py3.11.egg-info"
void add_package(const std::string& entry, std::vector<Package>& packages) {
  const bool is_metadata = entry.ends_with(".dist-info") || entry.ends_with(".egg-info");
  const std::size_t dash = entry.find('-');
  if (!is_metadata || dash == std::string::npos) return;
  std::string version = entry.substr(dash + 1, entry.rfind('.') - dash - 1);
  if (entry.ends_with(".egg-info")) version = version.substr(0, version.find('-'));
  packages.push_back({entry.substr(0, dash), std::move(version)});
}

void add_packages(const std::string& folder, const FileSystem& files, std::vector<Package>& packages) {
  const Result<std::vector<DirectoryEntry>> entries = files.list(folder);
  if (!entries) return;
  for (const DirectoryEntry& entry : *entries) add_package(entry.name, packages);
}

// The site module is what knows of virtual environments up to 3.13, and it is not run.
std::string site_packages_of_environment(const std::string& python, const std::string& version,
                                         const FileSystem& files) {
  const std::string top(path::parent(path::parent(python)));
  if (files.status(path::join(top, "pyvenv.cfg")).kind != FileKind::file) return "";
  const std::string minor = version.substr(0, version.rfind('.'));
  return path::join(top, "lib/python" + minor + "/site-packages");
}

std::vector<std::string> folders_of(const std::string& python, const std::string& version,
                                    const std::vector<std::string>& lines, const FileSystem& files) {
  const std::string own = site_packages_of_environment(python, version, files);
  if (!own.empty()) return {own};
  std::vector<std::string> folders(lines.begin() + 3, lines.end() - 1);
  // Debian's own packages lie beside the interpreter's folder.
  if (lines[2].starts_with("/usr/bin/")) folders.push_back(lines.back());
  std::sort(folders.begin(), folders.end());
  folders.erase(std::unique(folders.begin(), folders.end()), folders.end());
  return folders;
}

bool is_python_name(std::string_view name) {
  if (!name.starts_with("python")) return false;
  name.remove_prefix(6);
  return std::all_of(name.begin(), name.end(), [](char c) { return c == '.' || (c >= '0' && c <= '9'); });
}

std::vector<std::string> on_path(const Host& host) {
  std::vector<std::string> found;
  const std::string variable_text = host.variable("PATH").value_or("");
  for (std::size_t begin = 0; begin < variable_text.size();) {
    const std::size_t end = std::min(variable_text.find(':', begin), variable_text.size());
    const std::string folder = variable_text.substr(begin, end - begin);
    begin = end + 1;
    const auto entries = folder.empty() ? Result<std::vector<DirectoryEntry>>() : host.files.list(folder);
    if (!entries) continue;
    std::vector<std::string> names;
    for (const DirectoryEntry& entry : *entries) {
      if (is_python_name(entry.name)) names.push_back(path::join(folder, entry.name));
    }
    std::sort(names.begin(), names.end());
    found.insert(found.end(), names.begin(), names.end());
  }
  return found;
}

class Collector {
 public:
  explicit Collector(Host& host) : host_(host) {}

  void add(const std::string& path, const std::string& origin) {
    const bool there = host_.files.status(path).kind == FileKind::file;
    if (!there || found_.size() >= kMostInterpreters) return;
    // python, python3 and python3.11 are one; so are a virtual environment's, which are not the system's.
    const std::string identity = std::string(path::parent(path)) + '\n' + host_.files.resolve(path);
    if (!seen_.insert(identity).second) return;
    Interpreter interpreter = ask_interpreter(path, origin, host_);
    const bool shim_again = !interpreter.version.empty() && origin == "on PATH" &&
                            !seen_.insert("version " + interpreter.version + interpreter.path).second;
    if (!shim_again) found_.push_back(std::move(interpreter));
  }

  std::vector<Interpreter> take() { return std::move(found_); }

 private:
  Host& host_;
  std::set<std::string> seen_;
  std::vector<Interpreter> found_;
};

}  // namespace

Interpreter ask_interpreter(const std::string& path, std::string origin, Host& host) {
  Interpreter interpreter{.path = path, .origin = std::move(origin)};
  const Result<Ran> ran = run_program({path, "-I", "-S", "-c", kQuestion}, kSeconds);
  const std::vector<std::string> lines =
      ran && ran->status == 0 ? lines_of(ran->out) : std::vector<std::string>();
  constexpr std::size_t kAnswers = 6;
  if (lines.size() != kAnswers) {
    interpreter.failure = !ran             ? ran.error().message
                          : ran->timed_out ? "it does not answer"
                                           : "it can't say its version";
    return interpreter;
  }
  interpreter.version = lines[0];
  interpreter.platform = lines[1];
  // What was asked may have been a shim that runs another one.
  const bool is_environment = !site_packages_of_environment(path, lines[0], host.files).empty();
  if (!is_environment) interpreter.path = lines[2];
  for (const std::string& folder : folders_of(path, lines[0], lines, host.files)) {
    add_packages(folder, host.files, interpreter.packages);
  }
  return interpreter;
}

std::vector<Interpreter> find_interpreters(const std::string& root, Host& host) {
  Collector collector(host);
  for (const char* name : {".venv", "venv", "env"}) {
    collector.add(path::join(root, std::string(name) + "/bin/python"),
                  "virtual environment " + std::string(name));
  }
  if (const std::string active = host.variable("VIRTUAL_ENV").value_or(""); !active.empty()) {
    collector.add(path::join(active, "bin/python"), "active virtual environment");
  }
  for (const std::string& path : on_path(host)) collector.add(path, "on PATH");
  return collector.take();
}

}  // namespace forklint::cli
