// Where the checked code is to run.
#include "cli/options/option_group.h"

namespace forklint::cli {
namespace {

class TargetOptions : public OptionGroup {
 public:
  std::string heading() const override { return "Target"; }

  void add_to(CLI::App& app) override {
    app.add_option("--target-python", python_,
                   "Oldest Python to support (default: requires-python of the project, else 3.8)")
        ->type_name("VERSION");
    app.add_option("--platform", platform_, "linux, macos or all (default linux)")
        ->check(CLI::IsMember({"linux", "macos", "all"}))
        ->type_name("NAME");
  }

  Result<void> read(CheckOptions& options) const override {
    workspace::Settings& settings = options.settings;
    if (!python_.empty()) {
      settings.target_python = python_version_named(python_);
      if (!settings.target_python || !workspace::is_supported(*settings.target_python)) {
        return fail("--target-python wants a version from 3.6 to 3.15, not '" + python_ + "'");
      }
    }
    if (!platform_.empty()) settings.platform = platform_;
    return {};
  }

 private:
  std::string python_, platform_;
};

}  // namespace

std::unique_ptr<OptionGroup> target_options() { return std::make_unique<TargetOptions>(); }

}  // namespace forklint::cli
