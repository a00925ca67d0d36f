// Interpreters, and what is to be said of them.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalog/tables.h"
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

// What the catalog's records say of an installed package: how it creates processes, or what a fork would not
// copy.
struct Advice {
  Package package;
  std::string does;
  std::string change;  // the variables, parameters and functions that change it; "" for none
};

struct Checkup {
  const Interpreter* interpreter = nullptr;
  workspace::PatchVersion version;
  std::optional<workspace::PatchVersion> patched;  // where it is affected: the release that is not
  std::string_view start_method;
  std::vector<Advice> packages;
};

// Of those that could be asked, in the same order. They point into `machine`.
std::vector<Checkup> check_up(const Machine& machine, const catalog::Tables& catalog);

// By the name of the distribution; nothing for one of which no record says anything.
std::optional<Advice> advice_on(const Package& package, const catalog::Tables& catalog);

// The affected releases that a requires-python allows, the last of each minor version.
std::vector<std::string> allowed_affected(const std::string& requires_python);

bool has_affected(const std::vector<Checkup>& checkups);

void render_text(const Machine& machine, const std::vector<Checkup>& checkups, std::ostream& out);
void render_json(const Machine& machine, const std::vector<Checkup>& checkups, std::ostream& out);

}  // namespace forklint::doctor
