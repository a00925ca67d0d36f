#include <memory>

#include "cli/options/subcommand.h"

namespace forklint::cli {

Subcommand add_diagnose(CLI::App& root) {
  CLI::App& app = *root.add_subcommand(
      "diagnose", "Say of stack dumps and logs whether a program hangs at a fork, and which line to change");
  app.footer(
      "Reads py-spy dumps (also --native, --locals, --json, and record --format raw), gdb backtraces, "
      "faulthandler "
      "dumps, what recipes print of sys._current_frames, tracebacks, and what runtimes print about forks, "
      "with other text around them.\n"
      "Exit status: 0 not this problem, 1 a hang at a fork (certain, likely or possible), 2 an error.");
  const auto options = std::make_shared<DiagnoseOptions>();
  app.add_option("file", options->files, "Dumps and logs to read; '-' reads standard input");
  app.add_option("--pid", options->pids,
                 "Take the stacks of this process and its children with py-spy and gdb")
      ->type_name("PID");
  app.add_option("--project", options->project,
                 "Folder with the program's code: joins the stacks with what forklint finds there")
      ->type_name("DIR");
  app.add_option("--output-format", options->output_format, "full, json or sarif (default full)")
      ->check(CLI::IsMember({"full", "json", "sarif"}))
      ->type_name("FORMAT");
  app.add_option("--output-file", options->output_file, "Write to this file instead of standard output")
      ->type_name("FILE");
  return {&app, [options]() -> Result<Command> {
            if (options->files.empty() && options->pids.empty()) {
              return fail("diagnose wants a file, '-' or --pid (see 'forklint diagnose --help')");
            }
            return *options;
          }};
}

}  // namespace forklint::cli
