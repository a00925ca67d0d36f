#include <utility>

#include "cli/options/option_group.h"
#include "cli/options/subcommand.h"

namespace forklint::cli {
namespace {

// In the order of --help.
class CheckArguments {
 public:
  CheckArguments() {
    for (auto* make : {selection_options, file_options, target_options, output_options, fixing_options,
                       adoption_options, run_options}) {
      groups_.push_back(make());
    }
  }

  void add_to(CLI::App& app) {
    app.add_option("path", paths_, "Files or folders to check (default .); '-' reads standard input");
    for (const auto& group : groups_) {
      app.option_defaults()->group(group->heading());
      group->add_to(app);
    }
  }

  Result<Command> read() const {
    CheckOptions options;
    options.paths = paths_;
    for (const auto& group : groups_) {
      if (const Result<void> read = group->read(options); !read) return tl::unexpected(read.error());
    }
    return options;
  }

 private:
  std::vector<std::string> paths_;
  std::vector<std::unique_ptr<OptionGroup>> groups_;
};

}  // namespace

Subcommand add_check(CLI::App& root) {
  const auto arguments = std::make_shared<CheckArguments>();
  arguments->add_to(root);
  CLI::App& app = *root.add_subcommand("check", "Report where the code under the paths forks (the default)");
  arguments->add_to(app);
  return {&app, [arguments] { return arguments->read(); }};
}

}  // namespace forklint::cli
