#include "cli/output.h"

#include <sstream>

#include "base/path.h"
#include "report/report.h"

namespace forklint::cli {
namespace {

using workspace::Settings;

bool wants_color(const CheckOptions& options, const Host& host) {
  if (options.color != Color::automatic) return options.color == Color::always;
  const auto set = [&](const char* name) {
    const auto value = host.environment == nullptr ? std::nullopt : host.environment(name);
    return value && !value->empty() ? value : std::nullopt;
  };
  if (set("NO_COLOR")) return false;
  if (const auto forced = set("FORCE_COLOR")) return *forced != "0";
  return host.out_is_terminal && options.output_file.empty() && set("TERM") != "dumb";
}

}  // namespace

Result<void> write_outputs(const CheckOptions& options, const Settings& settings, const RunResult& run,
                           Host& host, std::ostream& out) {
  report::Style style{.show_suppressed = settings.show_suppressed.value_or(false),
                      .sarif_category = options.sarif_category};
  for (const Output& output : options.outputs) {
    std::ostringstream text;
    report::render(run, output.format, style, text);
    const Result<void> written =
        host.files.write(path::join(host.working_directory, output.file), text.str());
    if (!written) return written;
  }
  if (options.statistics && options.output_file.empty()) {
    report::render_statistics(run, out);
    return {};
  }
  const auto format = report::format_named(settings.output_format.value_or("full"));
  style.color = wants_color(options, host);
  style.summary = !options.quiet;
  if (options.output_file.empty()) {
    report::render(run, *format, style, out);
    return {};
  }
  std::ostringstream text;
  report::render(run, *format, style, text);
  return host.files.write(path::join(host.working_directory, options.output_file), text.str());
}

void write_notices(const CheckOptions& options, const RunResult& run, Host& host) {
  if (options.quiet) return;
  host.out.flush();
  report::render_notices(run, {.color = false}, host.err);
}

}  // namespace forklint::cli
