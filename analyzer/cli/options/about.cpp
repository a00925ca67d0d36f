#include <memory>

#include "cli/options/subcommand.h"

namespace forklint::cli {

Subcommand add_explain(CLI::App& root) {
  CLI::App& app = *root.add_subcommand("explain", "Print the page of a rule");
  const auto options = std::make_shared<ExplainOptions>();
  app.add_option("rule", options->rule, "Id or name: FRK104, implicit-fork-dataloader")->required();
  return {&app, [options] { return *options; }};
}

Subcommand add_rules(CLI::App& root) {
  CLI::App& app = *root.add_subcommand("rules", "List the rules");
  const auto options = std::make_shared<RulesOptions>();
  app.add_flag("--json", options->json, "As JSON");
  return {&app, [options] { return *options; }};
}

}  // namespace forklint::cli
