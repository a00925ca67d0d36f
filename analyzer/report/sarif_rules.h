// Rules as SARIF describes them, their pages as help.
#pragma once

#include <string>
#include <string_view>

#include "finding/run_result.h"
#include "sarif/model.h"

namespace forklint::report {

sarif::Level sarif_level(Level level);
sarif::Rule sarif_rule(const RuleEntry& entry);

// "ImplicitForkDataloader" for "implicit-fork-dataloader".
std::string pascal_case(std::string_view kebab_case);

// A message template as a SARIF message string: one line, placeholders in single quotes, other braces
// doubled.
std::string message_string(std::string_view text);

}  // namespace forklint::report
