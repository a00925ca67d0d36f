#include <memory>

#include "cli/options/subcommand.h"

namespace forklint::cli {

Subcommand add_doctor(CLI::App& root) {
  CLI::App& app = *root.add_subcommand(
      "doctor", "Say of Python interpreters whether a fork can deadlock in them, and what their packages do");
  app.footer(
      "Looks at the virtual environment of the project, at the interpreters on PATH, and at requires-python. "
      "No code of the project or of a package is imported.\n"
      "Exit status: 0 no interpreter is affected, 1 one is, 2 an error.");
  const auto options = std::make_shared<DoctorOptions>();
  app.add_option("--python", options->python, "Look at this interpreter only")->type_name("PATH");
  app.add_flag("--json", options->json, "As JSON");
  return {&app, [options] { return *options; }};
}

}  // namespace forklint::cli
