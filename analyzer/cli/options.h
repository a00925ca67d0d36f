// The command line as a value.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"
#include "report/report.h"
#include "workspace/settings.h"

namespace forklint::cli {

enum class When : std::uint8_t { automatic, always, never };

struct Output {
  report::Format format = report::Format::full;
  std::string file;  // "" for standard output
};

struct CheckOptions {
  std::vector<std::string> paths;  // empty: "."
  std::string stdin_filename;      // how to name what '-' reads; "" for "<stdin>"
  workspace::Settings settings;    // what the command line says, to be merged over the file's
  std::vector<Output> outputs;     // empty: the settings' format, on standard output
  std::string output_file;
  std::string sarif_category;
  std::string config;             // a settings file to use instead of the project's
  bool isolated = false;          // no settings file at all
  bool fix = false;               // write what can be fixed
  bool diff = false;              // show it instead
  unsigned jobs = 0;              // 0: as many as there are processors
  std::string baseline;           // a file of known findings to compare with
  std::string write_baseline;     // where to write such a file
  std::string diff_base;          // a git revision; "" to report all lines
  bool add_suppressions = false;  // write comments for what is found
  std::string build_dir;          // with compile_commands.json; "" to look for one
  bool no_native = false;         // pass by C and C++
  std::string cache_dir;          // for what was read of C and C++; "" for the user's
  bool no_cache = false;
  bool statistics = false;  // how many findings of which rule, instead of the findings
  When color = When::automatic;
  When progress = When::automatic;
  bool quiet = false;  // no notices and no summary
};

struct ExplainOptions {
  std::string rule;  // id or name
};

struct RulesOptions {
  bool json = false;
};

// Stack dumps of a program that stands still.
struct DiagnoseOptions {
  std::vector<std::string> files;  // "-" for standard input
  std::vector<std::uint32_t> pids;
  std::string project;  // "" for no look at the code
  std::string output_format = "full";
  std::string output_file;
};

// Interpreters to look at.
struct DoctorOptions {
  std::string python;  // "" for the project's virtual environment and those on PATH
  bool json = false;
};

// A program to run and to record.
struct TraceOptions {
  std::vector<std::string> command;
  std::string output = "forklint-trace.jsonl";
  unsigned hang_after = 5;  // seconds
  bool every_fork = false;
};

struct TraceReportOptions {
  std::string file;
  std::string project;  // "" for no look at the code
  std::string output_format = "full";
  std::string output_file;
};

// A text to print on standard output (help, version), and then to leave with status 0.
struct Message {
  std::string text;
};

using Command = std::variant<CheckOptions, ExplainOptions, RulesOptions, DiagnoseOptions, DoctorOptions,
                             TraceOptions, TraceReportOptions, Message>;

// Fails with one line on wrong usage.
Result<Command> parse_command_line(int argc, const char* const* argv);

}  // namespace forklint::cli
