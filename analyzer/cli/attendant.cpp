#include "cli/attendant.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <ostream>

#include "base/text.h"
#include "cli/analysis.h"
#include "cli/output.h"
#include "cli/progress_bar.h"

namespace forklint::cli {
namespace {

using std::chrono::milliseconds;

bool wants_progress(const CheckOptions& options, const Host& host) {
  if (options.progress != When::automatic) return options.progress == When::always;
  return host.err_is_terminal && !options.quiet && host.variable("CI").value_or("").empty() &&
         host.variable("TERM") != "dumb";
}

unsigned terminal_width() {
  constexpr unsigned kUsual = 80;
  struct winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : kUsual;
}

// Where nothing else is known yet.
SoFar::Findings nothing(const CheckOptions& options, const Host& host) {
  SoFar::Findings findings{.settings = options.settings};
  findings.run = empty_run(host.working_directory, host.working_directory);
  return findings;
}

// Instead of a difference or a fixed text that is not whole, there is none.
bool prints_findings(const CheckOptions& options) {
  const bool reads_input = !options.paths.empty() && options.paths.front() == "-";
  return !options.diff && !(options.fix && reads_input);
}

std::string words_of(const Progress& progress, bool has_findings) {
  const std::uint64_t files = progress.files;
  const std::uint64_t units = progress.units;
  std::string text = "stopped by Ctrl-C";
  if (progress.files_done == 0 && units > 0) {
    text += fmt::format(" when {} of {} units of C and C++ were read", progress.units_done.load(), units);
  } else if (files > 0) {
    text += fmt::format(" when {} of {} files were read", progress.files_done.load(), files);
  }
  return text + (has_findings ? "; the findings are those so far, and what was not read may change them"
                              : "; nothing was found until then");
}

}  // namespace

Attendant::Attendant(const CheckOptions& options, Host& host) : options_(options), host_(host) {
  if (!host.is_process) return;
  shows_progress_ = wants_progress(options, host);
  signal_.emplace();
  thread_ = std::thread([this] { watch(*signal_); });
}

Attendant::~Attendant() { end_watch(); }

void Attendant::end_watch() {
  if (!signal_ || !thread_.joinable()) return;
  signal_->wake();
  thread_.join();
  take_progress_away();
}

Result<int> Attendant::finish(Result<int> status) {
  end_watch();
  return was_interrupted_ ? Result<int>(kInterrupted) : std::move(status);
}

SoFar::Lock Attendant::hold() {
  SoFar::Lock lock = so_far_.lock();
  take_progress_away();
  return lock;
}

SoFar::Lock Attendant::begin_output() {
  SoFar::Lock lock = hold();
  so_far_.begin_output(lock);
  return lock;
}

void Attendant::watch(const InterruptSignal& signal) {
  // Short work shows nothing.
  std::optional<milliseconds> until_look;
  if (shows_progress_) until_look = options_.progress == When::always ? milliseconds{0} : milliseconds{1000};
  for (;;) {
    const InterruptSignal::Event event = signal.wait(until_look);
    if (event == InterruptSignal::Event::woken) return;
    if (event == InterruptSignal::Event::interrupted) return leave(signal);
    if (!shows_progress_) continue;
    show_progress();
    until_look = milliseconds{100};
  }
}

void Attendant::show_progress() {
  const SoFar::Lock lock = so_far_.lock();
  if (so_far_.is_output(lock)) return;
  const double seconds = std::chrono::duration<double>(SoFar::Clock::now() - begin_).count();
  // The last column stays free: some terminals wrap behind it.
  const std::string line = progress_line(counts_of(so_far_.progress, seconds), terminal_width() - 1);
  host_.err << '\r' << line << "\x1b[K" << std::flush;
  is_shown_ = true;
}

void Attendant::take_progress_away() {
  if (is_shown_) host_.err << "\r\x1b[K" << std::flush;
  is_shown_ = false;
}

void Attendant::leave(const InterruptSignal& signal) {
  constexpr milliseconds kPatience{150};
  signal.let_through();
  SoFar::Lock lock = hold();
  if (so_far_.is_output(lock)) {
    // All is found, and being printed; but it may be that nobody reads it any more.
    lock.unlock();
    if (signal.wait(kPatience) != InterruptSignal::Event::woken) ::_exit(kInterrupted);
    was_interrupted_ = true;
    return;
  }
  SoFar::Findings* findings = so_far_.findings(lock);
  report_and_end(findings == nullptr ? nothing(options_, host_) : std::move(*findings));
}

// The other threads go on: nothing that they own is touched, and the process ends under them.
void Attendant::report_and_end(SoFar::Findings findings) {
  RunResult& run = findings.run;
  run.complete = false;
  run.notices.push_back({Notice::Kind::error, "", 0, words_of(so_far_.progress, !run.findings.empty())});
  const Result<void> written = write_output_files(options_, findings.settings, run, host_);
  if (prints_findings(options_)) print_findings(options_, findings.settings, run, host_, host_.out);
  write_notices(options_, run, host_);
  if (!written) host_.err << "forklint: error: " << text::visible(written.error().message) << '\n';
  host_.out.flush();
  host_.err.flush();
  ::_exit(kInterrupted);
}

}  // namespace forklint::cli
