#include "cli/so_far.h"

#include <utility>

namespace forklint::cli {

bool SoFar::is_due() const {
  constexpr std::chrono::seconds kLong{1};
  const std::lock_guard lock(mutex_);
  return Clock::now() - last_ > kLong;
}

void SoFar::publish(Findings findings) {
  const std::lock_guard lock(mutex_);
  findings_ = std::move(findings);
  last_ = Clock::now();
}

void SoFar::forget_findings(const Lock& /*lock*/) {
  if (!findings_) return;
  RunResult& run = findings_->run;
  run.findings.clear();
  run.suppressed.clear();
  run.known.reset();
  run.files_checked = 0;
}

std::shared_ptr<const void> SoFar::publication() {
  return {this, [](SoFar* so_far) { so_far->forget_findings(so_far->lock()); }};
}

void SoFar::begin_output(const Lock& /*lock*/) { output_ = true; }

bool SoFar::is_output(const Lock& /*lock*/) const { return output_; }

SoFar::Findings* SoFar::findings(const Lock& /*lock*/) { return findings_ ? &*findings_ : nullptr; }

}  // namespace forklint::cli
