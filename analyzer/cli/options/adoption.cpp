// How an old code base begins with forklint.
#include "cli/options/option_group.h"

namespace forklint::cli {
namespace {

class AdoptionOptions : public OptionGroup {
 public:
  std::string heading() const override { return "Adoption"; }

  void add_to(CLI::App& app) override {
    app.add_option("--baseline", baseline_, "Leave out the findings that this file names")->type_name("FILE");
    app.add_option("--write-baseline", write_baseline_, "Write the findings to this file as known ones")
        ->type_name("FILE");
    app.add_option("--diff-base", diff_base_, "Only findings on lines changed since this git revision")
        ->type_name("REV");
    app.add_flag("--add-suppressions", add_suppressions_,
                 "Write a '# forklint: ignore[...]' comment for each finding");
  }

  Result<void> read(CheckOptions& options) const override {
    const std::string writing = add_suppressions_         ? "--add-suppressions"
                                : write_baseline_.empty() ? ""
                                                          : "--write-baseline";
    if (!writing.empty() && !options.paths.empty() && options.paths.front() == "-") {
      return fail(writing + " needs files, not standard input");
    }
    if (!write_baseline_.empty() && !diff_base_.empty()) {
      return fail("--write-baseline wants all findings: it does not go with --diff-base");
    }
    const bool rewrites = options.fix || options.diff;
    if (rewrites && (add_suppressions_ || !write_baseline_.empty() || !diff_base_.empty())) {
      return fail(
          "--fix and --diff take all findings: of the options for adoption they go with --baseline only");
    }
    options.baseline = baseline_;
    options.write_baseline = write_baseline_;
    options.diff_base = diff_base_;
    options.add_suppressions = add_suppressions_;
    return {};
  }

 private:
  std::string baseline_, write_baseline_, diff_base_;
  bool add_suppressions_ = false;
};

}  // namespace

std::unique_ptr<OptionGroup> adoption_options() { return std::make_unique<AdoptionOptions>(); }

}  // namespace forklint::cli
