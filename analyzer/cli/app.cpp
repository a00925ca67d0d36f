#include "cli/app.h"

#include <ostream>

#include "base/text.h"
#include "cli/about.h"
#include "cli/check.h"
#include "cli/diagnose.h"
#include "cli/doctor.h"
#include "cli/options.h"
#include "cli/trace.h"

namespace forklint::cli {
namespace {

struct Runner {
  Host& host;

  Result<int> operator()(const CheckOptions& options) const { return check(options, host); }
  Result<int> operator()(const ExplainOptions& options) const { return explain(options, host); }
  Result<int> operator()(const RulesOptions& options) const { return list_rules(options, host); }
  Result<int> operator()(const DiagnoseOptions& options) const { return diagnose(options, host); }
  Result<int> operator()(const DoctorOptions& options) const { return doctor(options, host); }
  Result<int> operator()(const TraceOptions& options) const { return trace(options, host); }
  Result<int> operator()(const TraceReportOptions& options) const { return report_trace(options, host); }
  Result<int> operator()(const Message& message) const {
    host.out << message.text;
    return 0;
  }
};

}  // namespace

int run(int argc, const char* const* argv, Host& host) {
  constexpr int kError = 2;
  const Result<Command> command = parse_command_line(argc, argv);
  Result<int> status = command ? std::visit(Runner{host}, *command) : fail(command.error().message);
  host.out.flush();
  if (status && !host.out) status = fail("can't write to standard output");
  if (status) return *status;
  host.err << "forklint: error: " << text::visible(status.error().message) << '\n';
  return kError;
}

}  // namespace forklint::cli
