// How findings are told.
#include "base/text.h"
#include "cli/options/lists.h"
#include "cli/options/option_group.h"

namespace forklint::cli {
namespace {

std::vector<std::string> formats() {
  const auto names = report::format_names();
  return {names.begin(), names.end()};
}

std::string formats_in_words() { return text::join_words(formats(), "or"); }

Result<report::Format> format_of(const std::string& name) {
  if (const auto found = report::format_named(name)) return *found;
  const std::vector<std::string_view> names = report::format_names();
  return fail("unknown output format '" + name + "'" + text::suggestion(name, names) + " (one of " +
              formats_in_words() + ")");
}

Result<Output> output_of(const std::string& option) {
  const std::size_t equals = option.find('=');
  if (equals == std::string::npos || equals + 1 == option.size()) {
    return fail("--output wants FORMAT=FILE, not '" + option + "'");
  }
  const auto format = format_of(option.substr(0, equals));
  if (!format) return tl::unexpected(format.error());
  return Output{*format, option.substr(equals + 1)};
}

When when_named(const std::string& name) {
  return name == "always" ? When::always : name == "never" ? When::never : When::automatic;
}

class OutputOptions : public OptionGroup {
 public:
  std::string heading() const override { return "Output"; }

  void add_to(CLI::App& app) override {
    // The braces are for completions.
    app.add_option("--output-format", format_, formats_in_words() + " (default full)")
        ->type_name("FORMAT:{" + CLI::detail::join(formats(), ",") + "}");
    app.add_option("--output-file", file_, "Write findings to this file instead of standard output")
        ->type_name("FILE");
    add_list(app, "--output", outputs_, "Write FILE in FORMAT as well; may be repeated")
        ->type_name("FORMAT=FILE");
    app.add_option("--sarif-category", sarif_category_,
                   "Category for code scanning, in SARIF's automationDetails")
        ->type_name("NAME");
    app.add_flag("--statistics", statistics_, "Show how many findings of which rule instead of each");
    app.add_flag("--show-suppressed", show_suppressed_, "Also report findings that comments suppress");
    app.add_flag("--exit-zero", exit_zero_, "Leave with status 0 also when there are findings");
    app.add_option("--color", color_, "auto, always or never (default auto)")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->type_name("WHEN");
    app.add_option(
           "--progress", progress_,
           "auto, always or never show how far the work is (default auto: on a terminal, after a second)")
        ->check(CLI::IsMember({"auto", "always", "never"}))
        ->type_name("WHEN");
    app.add_flag("-q,--quiet", quiet_, "No notices and no summary, findings only");
  }

  Result<void> read(CheckOptions& options) const override {
    if (!format_.empty()) {
      if (const auto checked = format_of(format_); !checked) return tl::unexpected(checked.error());
      options.settings.output_format = format_;
    }
    for (const std::string& each : outputs_) {
      Result<Output> output = output_of(each);
      if (!output) return tl::unexpected(output.error());
      options.outputs.push_back(std::move(*output));
    }
    options.output_file = file_;
    options.sarif_category = sarif_category_;
    options.quiet = quiet_;
    options.statistics = statistics_;
    if (show_suppressed_) options.settings.show_suppressed = true;
    if (exit_zero_) options.settings.exit_zero = true;
    options.color = when_named(color_);
    options.progress = when_named(progress_);
    return {};
  }

 private:
  std::vector<std::string> outputs_;
  std::string format_, file_, sarif_category_, color_ = "auto", progress_ = "auto";
  bool show_suppressed_ = false, exit_zero_ = false, quiet_ = false, statistics_ = false;
};

}  // namespace

std::unique_ptr<OptionGroup> output_options() { return std::make_unique<OutputOptions>(); }

}  // namespace forklint::cli
