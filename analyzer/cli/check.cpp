#include "cli/check.h"

#include <utility>

#include "cli/adopt.h"
#include "cli/analysis.h"
#include "cli/attendant.h"
#include "cli/fix.h"
#include "cli/output.h"

namespace forklint::cli {

namespace {

// Of a process that ends now: to free what was analysed, millions of objects one by one, takes a good part of
// the time of a large run, and the system takes it back at once. Still reachable, for who looks for leaks.
void leave_to_the_system(Analysed analysed) {
  // volatile, or the compiler sees that nobody reads it.
  [[maybe_unused]] static const Analysed* volatile kept = nullptr;
  kept = new Analysed(std::move(analysed));
}

Result<int> run(const CheckOptions& options, Host& host, Attendant& attendant) {
  const Result<Analyser> analyser = Analyser::prepare(options, host, &attendant.so_far());
  if (!analyser) return tl::unexpected(analyser.error());
  if (options.fix || options.diff) return fix(options, *analyser, host, attendant);

  Analysed analysed = analyser->analyse(host.files, {}, &attendant.so_far());
  SoFar::Lock lock = attendant.begin_output();
  if (Result<void> adopted = adopt(analysed.run, options, host); !adopted)
    return tl::unexpected(adopted.error());
  const Result<int> status =
      deliver(options, analyser->settings(), analysed.run, host, host.out, std::move(lock));
  if (host.is_process) leave_to_the_system(std::move(analysed));
  return status;
}

}  // namespace

Result<int> check(const CheckOptions& options, Host& host) {
  Attendant attendant(options, host);
  return attendant.finish(run(options, host, attendant));
}

}  // namespace forklint::cli
