#include "cli/options.h"

#include <CLI/CLI.hpp>

#include "base/text.h"
#include "base/version.h"

namespace forklint::cli {
namespace {

constexpr std::string_view kAbout =
    "Finds every place where Python code forks, says why that can hang, and what to write instead.";

constexpr std::string_view kFooter =
    "Exit status: 0 nothing to report, 1 findings, 2 usage, settings or I/O error, 3 a bug of forklint.\n"
    "Settings stand in [tool.forklint] of pyproject.toml or in forklint.toml, named like the long options.";

std::vector<std::string> split(const std::string& list) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= list.size()) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    std::string part = list.substr(begin, end - begin);
    part.erase(0, part.find_first_not_of(' '));
    part.erase(part.find_last_not_of(' ') + 1);
    if (!part.empty()) parts.push_back(std::move(part));
    begin = end + 1;
  }
  return parts;
}

std::vector<std::string> split_all(const std::vector<std::string>& lists) {
  std::vector<std::string> parts;
  for (const std::string& list : lists) {
    for (std::string& part : split(list)) parts.push_back(std::move(part));
  }
  return parts;
}

// An option that may be given several times, each time with one value: what follows it is a path.
CLI::Option* add_list(CLI::App& app, const char* name, std::vector<std::string>& values, const char* text) {
  return app.add_option(name, values, text)
      ->expected(1)
      ->allow_extra_args(false)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

std::string formats_in_words() {
  std::vector<std::string> names;
  for (std::string_view name : report::format_names()) names.emplace_back(name);
  return text::join_words(names, "or");
}

// What CLI11 fills in before it becomes CheckOptions.
struct Raw {
  std::vector<std::string> select, ignore, extend_select, exclude, extend_exclude, per_file_ignores, outputs;
  std::string target_python, platform, output_format, color = "auto";
  std::optional<std::uint64_t> max_file_size;
  bool no_respect_ignore_files = false, force_exclude = false, show_suppressed = false, exit_zero = false;
};

void add_selection(CLI::App& app, Raw& raw) {
  add_list(app, "--select", raw.select, "Rules to report: ids or prefixes, comma-separated (default ALL)")
      ->type_name("RULES");
  add_list(app, "--ignore", raw.ignore, "Rules not to report")->type_name("RULES");
  add_list(app, "--extend-select", raw.extend_select, "Rules to report besides those selected")
      ->type_name("RULES");
  add_list(app, "--per-file-ignores", raw.per_file_ignores,
           "Rules not to report in some files, e.g. 'tests/**:FRK1'")
      ->type_name("PATTERN:RULES");
}

void add_files(CLI::App& app, Raw& raw, CheckOptions& options) {
  add_list(app, "--exclude", raw.exclude, "Patterns of files not to read, instead of the built-in ones")
      ->type_name("PATTERNS");
  add_list(app, "--extend-exclude", raw.extend_exclude, "Patterns of files not to read, besides the others")
      ->type_name("PATTERNS");
  app.add_flag("--force-exclude", raw.force_exclude, "Exclude files also when they are named as arguments");
  app.add_flag("--no-respect-ignore-files", raw.no_respect_ignore_files,
               "Read what .gitignore and .ignore files leave out");
  app.add_option("--stdin-filename", options.stdin_filename, "How to name the file that '-' reads")
      ->type_name("NAME");
  app.add_option("--max-file-size", raw.max_file_size,
                 "Pass by larger files, with a notice (default 2000000)")
      ->check(CLI::PositiveNumber)
      ->type_name("BYTES");
}

void add_target(CLI::App& app, Raw& raw) {
  app.add_option("--target-python", raw.target_python,
                 "Oldest Python to support (default: requires-python of the project, else 3.8)")
      ->type_name("VERSION");
  app.add_option("--platform", raw.platform, "linux, macos or all (default linux)")
      ->check(CLI::IsMember({"linux", "macos", "all"}))
      ->type_name("NAME");
}

void add_output(CLI::App& app, Raw& raw, CheckOptions& options) {
  app.add_option("--output-format", raw.output_format, formats_in_words() + " (default full)")
      ->type_name("FORMAT");
  app.add_option("--output-file", options.output_file,
                 "Write findings to this file instead of standard output")
      ->type_name("FILE");
  add_list(app, "--output", raw.outputs, "Write FILE in FORMAT as well; may be repeated")
      ->type_name("FORMAT=FILE");
  app.add_option("--sarif-category", options.sarif_category,
                 "Category for code scanning, in SARIF's automationDetails")
      ->type_name("NAME");
  app.add_flag("--show-suppressed", raw.show_suppressed, "Also report findings that comments suppress");
  app.add_flag("--exit-zero", raw.exit_zero, "Leave with status 0 also when there are findings");
  app.add_option("--color", raw.color, "auto, always or never (default auto)")
      ->check(CLI::IsMember({"auto", "always", "never"}))
      ->type_name("WHEN");
  app.add_flag("-q,--quiet", options.quiet, "No notices and no summary, findings only");
}

void add_run(CLI::App& app, CheckOptions& options) {
  app.add_option("-j,--jobs", options.jobs, "Threads to use (default: one per processor)")->type_name("N");
  app.add_option("--config", options.config, "Settings file to use instead of the project's")
      ->type_name("FILE");
  app.add_flag("--isolated", options.isolated, "Read no settings file");
}

void add_check_options(CLI::App& app, Raw& raw, CheckOptions& options) {
  app.add_option("path", options.paths, "Files or folders to check (default .); '-' reads standard input");
  add_selection(app, raw);
  add_files(app, raw, options);
  add_target(app, raw);
  add_output(app, raw, options);
  add_run(app, options);
}

Result<void> fill_outputs(const Raw& raw, CheckOptions& options) {
  const auto format = [](const std::string& name) -> Result<report::Format> {
    if (const auto found = report::format_named(name)) return *found;
    const std::vector<std::string_view> names = report::format_names();
    return fail("unknown output format '" + name + "'" + text::suggestion(name, names) + " (one of " +
                formats_in_words() + ")");
  };
  if (!raw.output_format.empty()) {
    if (const auto checked = format(raw.output_format); !checked) return tl::unexpected(checked.error());
    options.settings.output_format = raw.output_format;
  }
  for (const std::string& output : raw.outputs) {
    const std::size_t equals = output.find('=');
    if (equals == std::string::npos || equals + 1 == output.size()) {
      return fail("--output wants FORMAT=FILE, not '" + output + "'");
    }
    const auto chosen = format(output.substr(0, equals));
    if (!chosen) return tl::unexpected(chosen.error());
    options.outputs.push_back({*chosen, output.substr(equals + 1)});
  }
  return {};
}

Result<void> fill_settings(const Raw& raw, CheckOptions& options) {
  workspace::Settings& settings = options.settings;
  if (!raw.select.empty()) settings.select = split_all(raw.select);
  if (!raw.ignore.empty()) settings.ignore = split_all(raw.ignore);
  if (!raw.exclude.empty()) settings.exclude = split_all(raw.exclude);
  settings.extend_select = split_all(raw.extend_select);
  settings.extend_exclude = split_all(raw.extend_exclude);
  for (const std::string& entry : raw.per_file_ignores) {
    const std::size_t colon = entry.rfind(':');
    if (colon == std::string::npos || colon == 0 || colon + 1 == entry.size()) {
      return fail("--per-file-ignores wants PATTERN:RULES, not '" + entry + "'");
    }
    settings.per_file_ignores.push_back({entry.substr(0, colon), split(entry.substr(colon + 1))});
  }
  if (!raw.target_python.empty()) {
    settings.target_python = python_version_named(raw.target_python);
    if (!settings.target_python || !workspace::is_supported(*settings.target_python)) {
      return fail("--target-python wants a version from 3.6 to 3.15, not '" + raw.target_python + "'");
    }
  }
  if (!raw.platform.empty()) settings.platform = raw.platform;
  if (raw.no_respect_ignore_files) settings.respect_ignore_files = false;
  if (raw.force_exclude) settings.force_exclude = true;
  if (raw.show_suppressed) settings.show_suppressed = true;
  if (raw.exit_zero) settings.exit_zero = true;
  if (raw.max_file_size) settings.max_file_size = raw.max_file_size;
  options.color = raw.color == "always"  ? Color::always
                  : raw.color == "never" ? Color::never
                                         : Color::automatic;
  return fill_outputs(raw, options);
}

std::string one_line(std::string message) {
  if (const std::size_t end = message.find('\n'); end != std::string::npos) message.resize(end);
  return message;
}

}  // namespace

Result<Command> parse_command_line(int argc, const char* const* argv) {
  CheckOptions check;
  Raw raw;
  ExplainOptions explain;
  RulesOptions rules;

  CLI::App app{std::string(kAbout), "forklint"};
  app.footer(std::string(kFooter));
  app.set_version_flag("--version", "forklint " + std::string(kVersion));
  app.get_formatter()->column_width(32);
  add_check_options(app, raw, check);
  CLI::App& check_command =
      *app.add_subcommand("check", "Report where the code under the paths forks (the default)");
  add_check_options(check_command, raw, check);
  CLI::App& explain_command = *app.add_subcommand("explain", "Print the page of a rule");
  explain_command.add_option("rule", explain.rule, "Id or name: FRK104, implicit-fork-dataloader")
      ->required();
  CLI::App& rules_command = *app.add_subcommand("rules", "List the rules");
  rules_command.add_flag("--json", rules.json, "As JSON");
  app.require_subcommand(0, 1);

  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    CLI::App* shown = &app;
    for (CLI::App* command : app.get_subcommands()) shown = command;
    return Message{shown->help()};
  } catch (const CLI::CallForVersion&) {
    return Message{"forklint " + std::string(kVersion) + "\n"};
  } catch (const CLI::ParseError& error) {
    return fail(one_line(error.what()) + " (see 'forklint --help')");
  }
  if (explain_command.parsed()) return explain;
  if (rules_command.parsed()) return rules;
  if (const Result<void> filled = fill_settings(raw, check); !filled) return tl::unexpected(filled.error());
  return check;
}

}  // namespace forklint::cli
