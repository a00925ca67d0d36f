#include <memory>

#include "cli/options/subcommand.h"

namespace forklint::cli {
namespace {

std::shared_ptr<TraceReportOptions> add_report(CLI::App& trace, CLI::App*& report) {
  report = trace.add_subcommand("report",
                                "Show the forks of a recording, and which of them the code's check finds");
  report->footer("Exit status: 0 no fork was recorded, 1 forks were, 2 an error.");
  const auto options = std::make_shared<TraceReportOptions>();
  report->add_option("file", options->file, "The recording")->required();
  report
      ->add_option("--project", options->project,
                   "Folder with the program's code: seen, never seen, not found")
      ->type_name("DIR");
  report->add_option("--output-format", options->output_format, "full or sarif (default full)")
      ->check(CLI::IsMember({"full", "sarif"}))
      ->type_name("FORMAT");
  report->add_option("--output-file", options->output_file, "Write to this file instead of standard output")
      ->type_name("FILE");
  return options;
}

}  // namespace

Subcommand add_trace(CLI::App& root) {
  CLI::App& app =
      *root.add_subcommand("trace", "Run a program and record every fork: trace -- python train.py");
  app.footer(
      "No file of the interpreter or of its packages is changed: the recorder comes in by PYTHONPATH and "
      "LD_PRELOAD, in children too. An interpreter that ignores the environment (python -I, -E) is not "
      "recorded.\n"
      "Exit status: that of the program; 2 where it can't be started.");
  const auto options = std::make_shared<TraceOptions>();
  app.add_option("command", options->command, "The program and its arguments, behind '--'");
  app.add_option("--output", options->output, "The recording, as JSON lines (default forklint-trace.jsonl)")
      ->type_name("FILE");
  app.add_option("--hang-after", options->hang_after,
                 "Take the stacks of a child that did not come out of its fork for so long (default 5)")
      ->check(CLI::PositiveNumber)
      ->type_name("SECONDS");
  app.add_flag("--every-fork", options->every_fork,
               "Look at threads and locks anew at each fork. Without it, a thread that forks at the same "
               "lines again within 0.1 s (0.03 s beside other threads) repeats what was seen ('as_fork' in "
               "the recording)");
  CLI::App* report = nullptr;
  const auto report_options = add_report(app, report);
  return {&app, [options, report_options, report]() -> Result<Command> {
            if (report->parsed()) return *report_options;
            if (options->command.empty())
              return fail("trace wants a program behind '--' (see 'forklint trace --help')");
            return *options;
          }};
}

}  // namespace forklint::cli
