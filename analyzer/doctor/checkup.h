// Interpreters, and what is to be said of them.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "workspace/specifier.h"

namespace forklint::doctor {

struct Package {
  std::string name;  // as its metadata has it
  std::string version;
};

struct Interpreter {
  std::string path;
  std::string origin;    // "on PATH", "virtual environment .venv"
  std::string version;   // "3.11.7"; "" where it could not be asked
  std::string platform;  // sys.platform
  std::string failure;   // why it could not be asked
  std::vector<Package> packages;
};

struct Machine {
  std::vector<Interpreter> interpreters;
  std::optional<std::string> py_spy;
  std::optional<std::string> gdb;
  std::string requires_python;  // of the project; "" for none
};

// What is known of a package that creates processes, or whose threads a fork would not copy.
struct KnownPackage {
  std::string_view name;  // normalised: lower case, '-' for '_' and '.'
  std::string_view does;
  std::string_view change;  // the variable, parameter or function that changes it; "" for none
};

struct Advice {
  Package package;
  const KnownPackage* known = nullptr;
};

struct Checkup {
  const Interpreter* interpreter = nullptr;
  workspace::PatchVersion version;
  std::optional<workspace::PatchVersion> patched;  // where it is affected: the release that is not
  std::string_view start_method;
  std::vector<Advice> packages;
};

// Of those that could be asked, in the same order. They point into `machine`.
std::vector<Checkup> check_up(const Machine& machine);

const KnownPackage* known_package(std::string_view name);

// The affected releases that a requires-python allows, the last of each minor version.
std::vector<std::string> allowed_affected(const std::string& requires_python);

bool has_affected(const std::vector<Checkup>& checkups);

void render_text(const Machine& machine, const std::vector<Checkup>& checkups, std::ostream& out);
void render_json(const Machine& machine, const std::vector<Checkup>& checkups, std::ostream& out);

}  // namespace forklint::doctor
