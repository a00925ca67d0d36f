#include "cli/check.h"

#include "cli/adopt.h"
#include "cli/analysis.h"
#include "cli/fix.h"
#include "cli/output.h"

namespace forklint::cli {

Result<int> check(const CheckOptions& options, Host& host) {
  const Result<Analyser> analyser = Analyser::prepare(options, host);
  if (!analyser) return tl::unexpected(analyser.error());
  if (options.fix || options.diff) return fix(options, *analyser, host);

  Analysed analysed = analyser->analyse(host.files);
  if (Result<void> adopted = adopt(analysed.run, options, host); !adopted)
    return tl::unexpected(adopted.error());
  const workspace::Settings& settings = analyser->settings();
  if (const Result<void> written = write_outputs(options, settings, analysed.run, host, host.out); !written) {
    return tl::unexpected(written.error());
  }
  write_notices(options, analysed.run, host);
  return analysed.run.findings.empty() || settings.exit_zero.value_or(false) ? 0 : 1;
}

}  // namespace forklint::cli
