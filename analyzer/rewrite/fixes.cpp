#include "rewrite/fixes.h"

#include <fmt/format.h>

#include "rewrite/parameter.h"
#include "rewrite/safety.h"

namespace forklint::rewrite {
namespace {

using program::Program;
using program::Site;

void add_fix(const std::optional<Draft>& draft, const std::string& title, const Safety& safety,
             Finding& finding) {
  finding.related.insert(finding.related.end(), safety.related.begin(), safety.related.end());
  if (draft && safety.possible)
    finding.fixes.push_back(draft->finish(title_with(title, safety), safety.applicability));
}

}  // namespace

void add_fixes(const Program& program, const Site& site, Finding& finding) {
  const std::string_view method = name_of(program.preference().method);
  const std::optional<Draft> draft = method_as_argument(program, site);
  add_fix(draft, fmt::format("Pass the \"{}\" start method", method), safety_of(program, site), finding);
}

}  // namespace forklint::rewrite
