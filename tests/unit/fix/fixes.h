// Findings with fixes, as few words as a test needs.
#pragma once

#include <gtest/gtest.h>

#include "fix/plan.h"

namespace forklint::fix {

inline constexpr RuleInfo kFork{.id = "FRK102"};
inline constexpr RuleInfo kOther{.id = "FRK301"};

inline Edit edit(std::uint32_t begin, std::uint32_t end, std::string text, std::string path = "a.py") {
  return {std::move(path), {begin, end}, std::move(text)};
}

inline Finding finding(std::vector<Edit> edits, Applicability applicability = Applicability::safe,
                       std::string path = "a.py") {
  Finding result{.rule = &kFork, .place = {std::move(path), {0, 1}}};
  if (!edits.empty()) result.fixes.push_back({"fix it", applicability, std::move(edits)});
  return result;
}

inline Choice any_file(Applicability least = Applicability::safe) {
  return {.least = least, .may_edit = [](const std::string&) { return true; }};
}

}  // namespace forklint::fix
