#include "rewrite/fixes.h"
#include "rules/process_creation.h"

namespace forklint::rules {
namespace {

constexpr MessageTemplate kMessages[] = {
    {"python-function",
     "'{0}' runs Python code between fork and exec, because of 'preexec_fn'.\n"
     "That code runs in a copy of this process in which other threads' locks may stay locked for ever; "
     "without it, subprocess forks and execs in C.\n"
     "{1}."},
    {"possible",
     "'{0}' runs Python code between fork and exec if 'preexec_fn' is not None, which is not known here.\n"
     "Such code runs in a copy of this process in which other threads' locks may stay locked for ever.\n"
     "{1}."},
};

constexpr std::string_view kTags[] = {"reliability", "concurrency", "deadlock", "external/cwe/cwe-833"};

constexpr std::string_view kRemedy =
    "Say it by arguments: `start_new_session=True` for os.setsid, `process_group=0` for os.setpgrp (Python "
    "3.11), `user=`, `group=`, `umask=` (3.9), `cwd=`; they cost nothing.";

constexpr RuleInfo kInfo{
    .id = "FRK106",
    .name = "preexec-fn",
    .summary = "Python code runs between fork and exec.",
    .level = Level::warning,
    .precision = "very-high",
    .messages = kMessages,
    .tags = kTags,
};

void check(const program::Program& program, std::vector<Finding>& findings) {
  for (const auto& site : program.sites()) {
    if (site->api->creates != catalog::Creates::preexec || site->creates == program::Outcome::no) continue;
    if (site->alive == 0) continue;
    const program::BoundArgument argument = program.argument(*site, "preexec_fn");
    const bool sure = site->creates == program::Outcome::yes && site->certain && !argument.values.open();
    Finding finding{.rule = &kInfo,
                    .level = sure ? Level::warning : Level::note,
                    .message = sure ? 0U : 1U,
                    .arguments = {subject_of(*site), remedy_of(*site, kRemedy)},
                    .place = place_of(*site)};
    if (argument.written != nullptr && argument.module == site->module && site->handover == nullptr)
      finding.place = place_of(*site->module, argument.written->span);
    rewrite::add_preexec_fix(program, *site, finding);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

extern const Rule preexec_fn;
const Rule preexec_fn{.info = &kInfo, .check = check};

}  // namespace forklint::rules
