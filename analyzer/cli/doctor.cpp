#include "cli/doctor.h"

#include "base/path.h"
#include "base/run_program.h"
#include "catalog/tables.h"
#include "cli/interpreters.h"
#include "workspace/settings.h"

namespace forklint::cli {
namespace {

Result<doctor::Machine> machine_of(const DoctorOptions& options, Host& host) {
  doctor::Machine machine;
  const std::string path_variable = host.variable("PATH").value_or("");
  machine.py_spy = find_program("py-spy", path_variable);
  machine.gdb = find_program("gdb", path_variable);
  if (!options.python.empty()) {
    const bool is_name = options.python.find('/') == std::string::npos;
    const std::string file = is_name ? find_program(options.python, path_variable).value_or(options.python)
                                     : path::join(host.working_directory, options.python);
    machine.interpreters.push_back(ask_interpreter(file, "--python", host));
    const doctor::Interpreter& asked = machine.interpreters.front();
    if (!asked.failure.empty())
      return fail(asked.failure.starts_with(file) ? asked.failure : options.python + ": " + asked.failure);
    return machine;
  }
  const Result<workspace::Project> project = workspace::load_project(host.files, host.working_directory);
  if (!project) return tl::unexpected(project.error());
  if (const auto& required = project->requires_python) machine.requires_python = required->specifier;
  machine.interpreters = find_interpreters(project->root, host);
  return machine;
}

}  // namespace

Result<int> doctor(const DoctorOptions& options, Host& host) {
  const Result<doctor::Machine> machine = machine_of(options, host);
  if (!machine) return tl::unexpected(machine.error());
  const std::vector<doctor::Checkup> checkups = check_up(*machine, catalog::kBuiltinTables);
  if (options.json) {
    render_json(*machine, checkups, host.out);
  } else {
    render_text(*machine, checkups, host.out);
  }
  return has_affected(checkups) ? 1 : 0;
}

}  // namespace forklint::cli
