#include "cli/output.h"

#include <sstream>

#include "base/path.h"
#include "report/report.h"

namespace forklint::cli {
namespace {

using workspace::Settings;

bool wants_color(const CheckOptions& options, const Host& host) {
  if (options.color != When::automatic) return options.color == When::always;
  const auto set = [&](const char* name) {
    const auto value = host.variable(name);
    return value && !value->empty() ? value : std::nullopt;
  };
  if (set("NO_COLOR")) return false;
  if (const auto forced = set("FORCE_COLOR")) return *forced != "0";
  return host.out_is_terminal && options.output_file.empty() && set("TERM") != "dumb";
}

report::Style style_of(const CheckOptions& options, const Settings& settings) {
  return {.show_suppressed = settings.show_suppressed.value_or(false),
          .sarif_category = options.sarif_category};
}

report::Format format_of(const Settings& settings) {
  return report::format_named(settings.output_format.value_or("full")).value_or(report::Format::full);
}

}  // namespace

Result<void> write_output_files(const CheckOptions& options, const Settings& settings, const RunResult& run,
                                Host& host) {
  const auto write = [&](report::Format format, const std::string& file, const report::Style& style) {
    std::ostringstream text;
    report::render(run, format, style, text);
    return host.files.write(path::join(host.working_directory, file), text.str());
  };
  report::Style style = style_of(options, settings);
  for (const Output& output : options.outputs) {
    if (Result<void> written = write(output.format, output.file, style); !written) return written;
  }
  if (options.output_file.empty()) return {};
  style.summary = !options.quiet;
  style.color = wants_color(options, host);
  return write(format_of(settings), options.output_file, style);
}

void print_findings(const CheckOptions& options, const Settings& settings, const RunResult& run,
                    const Host& host, std::ostream& out) {
  if (!options.output_file.empty()) return;
  if (options.statistics) return report::render_statistics(run, out);
  report::Style style = style_of(options, settings);
  style.summary = !options.quiet;
  style.color = wants_color(options, host);
  report::render(run, format_of(settings), style, out);
}

Result<int> deliver(const CheckOptions& options, const Settings& settings, const RunResult& run, Host& host,
                    std::ostream& out, SoFar::Lock lock) {
  if (const Result<void> written = write_output_files(options, settings, run, host); !written)
    return tl::unexpected(written.error());
  // Whole, before anything is printed: from then on it is the reader who decides how long it takes.
  std::ostringstream text;
  print_findings(options, settings, run, host, text);
  lock.unlock();
  out << text.str();
  write_notices(options, run, host);
  return run.findings.empty() || settings.exit_zero.value_or(false) ? 0 : 1;
}

void write_notices(const CheckOptions& options, const RunResult& run, Host& host) {
  if (options.quiet) return;
  host.out.flush();
  report::render_notices(run, {.color = false}, host.err);
}

}  // namespace forklint::cli
