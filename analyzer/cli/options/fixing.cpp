// Rewriting instead of only reporting.
#include "cli/options/option_group.h"

namespace forklint::cli {
namespace {

class FixingOptions : public OptionGroup {
 public:
  std::string heading() const override { return "Fixing"; }

  void add_to(CLI::App& app) override {
    app.add_flag("--fix", fix_, "Rewrite what can be rewritten safely, and report the rest");
    app.add_flag("--unsafe-fixes", unsafe_,
                 "With --fix or --diff, take also rewrites that may break the program: their titles say how");
    app.add_flag("--diff", diff_, "Show what --fix would change, as a unified diff; write nothing");
    app.add_option("--start-method", start_method_,
                   "What to write instead of fork: auto, spawn or forkserver (default auto: spawn)")
        ->check(CLI::IsMember({"auto", "spawn", "forkserver"}))
        ->type_name("METHOD");
    app.add_option(
           "--fix-style", style_,
           "call-site: a context at each call (default); entry-point: set_start_method in each script")
        ->check(CLI::IsMember({"call-site", "entry-point"}))
        ->type_name("STYLE");
  }

  Result<void> read(CheckOptions& options) const override {
    options.fix = fix_;
    options.diff = diff_;
    if (unsafe_) options.settings.unsafe_fixes = true;
    if (!start_method_.empty()) options.settings.start_method = start_method_;
    if (!style_.empty()) options.settings.fix_style = style_;
    return {};
  }

 private:
  bool fix_ = false, unsafe_ = false, diff_ = false;
  std::string start_method_, style_;
};

}  // namespace

std::unique_ptr<OptionGroup> fixing_options() { return std::make_unique<FixingOptions>(); }

}  // namespace forklint::cli
