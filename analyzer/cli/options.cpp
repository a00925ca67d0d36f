#include "cli/options.h"

#include <CLI/CLI.hpp>

#include "base/version.h"
#include "cli/options/help.h"
#include "cli/options/subcommand.h"

namespace forklint::cli {
namespace {

constexpr std::string_view kAbout =
    "Finds every place where Python code forks, says why that can hang, and what to write instead.";

constexpr std::string_view kFooter =
    "Exit status: 0 nothing to report, 1 findings, 2 usage, settings or I/O error,\n"
    "3 a bug of forklint, 130 stopped by Ctrl-C. Settings stand in [tool.forklint] of pyproject.toml or in\n"
    "forklint.toml, named like the long options.";

// Which C and C++ a build understands is a matter of its Clang; some have none.
std::string version() { return "forklint " + std::string(kVersion) + " (" FORKLINT_CLANG ")"; }

std::string one_line(std::string message) {
  if (const std::size_t end = message.find('\n'); end != std::string::npos) message.resize(end);
  return message;
}

}  // namespace

Result<Command> parse_command_line(int argc, const char* const* argv) {
  CLI::App app{std::string(kAbout), "forklint"};
  app.footer(std::string(kFooter));
  app.set_version_flag("--version", version());
  app.formatter(std::make_shared<HelpFormatter>());
  const Subcommand check = add_check(app);
  // In the order of --help; each stands in a file of options/.
  const std::vector<Subcommand> others = {add_explain(app), add_rules(app), add_diagnose(app),
                                          add_doctor(app),  add_trace(app), add_completion(app)};
  app.require_subcommand(0, 1);

  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    // That of the subcommand that was named, with its whole name.
    return Message{app.help()};
  } catch (const CLI::CallForVersion&) {
    return Message{version() + "\n"};
  } catch (const CLI::ParseError& error) {
    return fail(one_line(error.what()) + " (see 'forklint --help')");
  }
  for (const Subcommand& command : others) {
    if (command.app->parsed()) return command.read();
  }
  return check.read();
}

}  // namespace forklint::cli
