// Which findings are reported.
#include "cli/options/lists.h"
#include "cli/options/option_group.h"

namespace forklint::cli {
namespace {

class SelectionOptions : public OptionGroup {
 public:
  std::string heading() const override { return "Rules"; }

  void add_to(CLI::App& app) override {
    add_list(app, "--select", select_, "Rules to report: ids or prefixes, comma-separated (default ALL)")
        ->type_name("RULES");
    add_list(app, "--ignore", ignore_, "Rules not to report")->type_name("RULES");
    add_list(app, "--extend-select", extend_select_, "Rules to report besides those selected")
        ->type_name("RULES");
    add_list(app, "--per-file-ignores", per_file_ignores_,
             "Rules not to report in some files, e.g. 'tests/**:FRK1'")
        ->type_name("PATTERN:RULES");
  }

  Result<void> read(CheckOptions& options) const override {
    workspace::Settings& settings = options.settings;
    if (!select_.empty()) settings.select = split_all(select_);
    if (!ignore_.empty()) settings.ignore = split_all(ignore_);
    settings.extend_select = split_all(extend_select_);
    for (const std::string& entry : per_file_ignores_) {
      const std::size_t colon = entry.rfind(':');
      if (colon == std::string::npos || colon == 0 || colon + 1 == entry.size()) {
        return fail("--per-file-ignores wants PATTERN:RULES, not '" + entry + "'");
      }
      settings.per_file_ignores.push_back({entry.substr(0, colon), split(entry.substr(colon + 1))});
    }
    return {};
  }

 private:
  std::vector<std::string> select_, ignore_, extend_select_, per_file_ignores_;
};

}  // namespace

std::unique_ptr<OptionGroup> selection_options() { return std::make_unique<SelectionOptions>(); }

}  // namespace forklint::cli
