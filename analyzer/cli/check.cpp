#include "cli/check.h"

#include <utility>

#include "cli/adopt.h"
#include "cli/analysis.h"
#include "cli/attendant.h"
#include "cli/fix.h"
#include "cli/output.h"

namespace forklint::cli {

namespace {

Result<int> run(const CheckOptions& options, Host& host, Attendant& attendant) {
  const Result<Analyser> analyser = Analyser::prepare(options, host, &attendant.so_far());
  if (!analyser) return tl::unexpected(analyser.error());
  if (options.fix || options.diff) return fix(options, *analyser, host, attendant);

  Analysed analysed = analyser->analyse(host.files, {}, &attendant.so_far());
  SoFar::Lock lock = attendant.begin_output();
  if (Result<void> adopted = adopt(analysed.run, options, host); !adopted)
    return tl::unexpected(adopted.error());
  return deliver(options, analyser->settings(), analysed.run, host, host.out, std::move(lock));
}

}  // namespace

Result<int> check(const CheckOptions& options, Host& host) {
  Attendant attendant(options, host);
  return attendant.finish(run(options, host, attendant));
}

}  // namespace forklint::cli
