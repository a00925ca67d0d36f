// What the rules on process creation share: where a site stands, how its situation is put into words, and
// the report on processes that the default context would fork.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "finding/finding.h"
#include "program/program.h"
#include "rules/rule.h"

namespace forklint::rules {

Place place_of(const program::Site& site);
Place place_of(const program::Module& module, Span span);

// Adds what a rule says of a call. What can be called there are alternatives: they are one fork, and the
// gravest word on it is enough.
void add(Finding finding, std::vector<Finding>& findings);

// Adds the places where the processes of a site are forked that is not their own call: the loop over a
// loader.
void relate_forks(const program::Program& program, const program::Site& site, Finding& finding);

// "torch.utils.data.DataLoader", or "Loader" for a class of the project that derives from it.
std::string subject_of(const program::Site& site);

// What to write instead: the catalog's word on the API or else `fallback`, without its full stop, which the
// message templates have.
std::string remedy_of(const program::Site& site, std::string_view fallback);

// Order of RuleInfo::messages for the rules that call report_implicit_forks.
enum class ImplicitFork : std::uint32_t {
  from_script,    // {0} subject, {1} where fork is the default, {2} scripts, {3} what to write instead
  from_library,   // {0}, {1}, {2} what to write instead
  set_sometimes,  // {0}, {1}, {2} scripts, {3} what to write instead
  unknown,        // {0}, {1} what is not known, {2} what to write instead
};

// Reports every site that creates processes in this way (`kind`) from a default context that is fork.
// `remedy` is what to write instead where the catalog has no word of its own.
void report_implicit_forks(const program::Program& program, catalog::Creates kind, const RuleInfo& rule,
                           std::string_view remedy, std::vector<Finding>& findings);

// "Linux before Python 3.14".
std::string targets_in_words(const program::Program& program, std::string_view family,
                             program::TargetMask mask);

// Whether the site's API can't be told to do anything but fork.
bool only_forks(const program::Site& site);

}  // namespace forklint::rules
