// A subcommand as the command line knows it: one file each.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

#include "base/result.h"
#include "cli/options.h"

namespace forklint::cli {

struct Subcommand {
  CLI::App* app = nullptr;
  // What was asked for, once the command line is parsed and named this subcommand.
  std::function<Result<Command>()> read;
};

// The check is also what runs when no subcommand is named, so its options stand at the root as well.
Subcommand add_check(CLI::App& root);
Subcommand add_explain(CLI::App& root);
Subcommand add_rules(CLI::App& root);
Subcommand add_diagnose(CLI::App& root);
Subcommand add_doctor(CLI::App& root);
Subcommand add_trace(CLI::App& root);
// Speaks of all that were added before it, too: `root` must outlive it.
Subcommand add_completion(CLI::App& root);

}  // namespace forklint::cli
