// What forklint says of its rules.
#pragma once

#include "base/host.h"
#include "base/result.h"
#include "cli/options.h"

namespace forklint::cli {

Result<int> explain(const ExplainOptions& options, Host& host);
Result<int> list_rules(const RulesOptions& options, Host& host);

}  // namespace forklint::cli
