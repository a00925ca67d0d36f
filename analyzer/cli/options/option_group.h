// Options of the check that belong together: one file each, so that a new option has an obvious home.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/options.h"

namespace forklint::cli {

class OptionGroup {
 public:
  OptionGroup() = default;
  OptionGroup(const OptionGroup&) = delete;
  OptionGroup& operator=(const OptionGroup&) = delete;
  virtual ~OptionGroup() = default;

  // Its heading in --help.
  virtual std::string heading() const = 0;
  // Called once for each command that takes the options; the values that they fill are shared.
  virtual void add_to(CLI::App& app) = 0;
  // Carries over what was given, once the command line is parsed. Fails with one line on wrong usage.
  virtual Result<void> read(CheckOptions& options) const = 0;
};

std::unique_ptr<OptionGroup> selection_options();
std::unique_ptr<OptionGroup> file_options();
std::unique_ptr<OptionGroup> target_options();
std::unique_ptr<OptionGroup> output_options();
std::unique_ptr<OptionGroup> fixing_options();
std::unique_ptr<OptionGroup> adoption_options();
std::unique_ptr<OptionGroup> run_options();

}  // namespace forklint::cli
