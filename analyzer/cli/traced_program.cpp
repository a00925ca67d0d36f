#include "cli/traced_program.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <thread>

#include "base/run_program.h"
#include "trace/recorder_files.h"

namespace forklint::cli {
namespace {

// `value` in front of what the variable holds already.
std::string with_front(const char* name, const std::string& value) {
  const char* old = std::getenv(name);
  const bool empty = old == nullptr || *old == '\0';
  return std::string(name) + '=' + value + (empty ? "" : ':' + std::string(old));
}

std::vector<std::string> environment_with(const RecorderFolder& recorder, const RecorderOrders& orders) {
  return forklint::environment_with({
      with_front("PYTHONPATH", recorder.path()),
      with_front("LD_PRELOAD", recorder.path() + '/' + std::string(trace::kPreloadedLibrary)),
      "FORKLINT_TRACE=" + orders.log,
      std::string("FORKLINT_TRACE_EVERY=") + (orders.every_fork ? "1" : ""),
  });
}

}  // namespace

Result<RecorderFolder> RecorderFolder::create(const std::string& temporary) {
  std::string path = (temporary.empty() ? "/tmp" : temporary) + "/forklint-trace-XXXXXX";
  if (::mkdtemp(path.data()) == nullptr) return fail(path + ": " + std::strerror(errno));
  RecorderFolder folder(path);
  for (const trace::RecorderFile& file : trace::recorder_files()) {
    std::ofstream out(path + '/' + std::string(file.name), std::ios::binary);
    out.write(file.content.data(), static_cast<std::streamsize>(file.content.size()));
    out.close();
    if (!out) return fail(path + '/' + std::string(file.name) + ": can't be written");
  }
  return folder;
}

RecorderFolder::~RecorderFolder() {
  std::error_code ignored;
  if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
}

Result<TracedProgram> TracedProgram::start(const std::vector<std::string>& command,
                                           const RecorderFolder& recorder, const RecorderOrders& orders) {
  const std::vector<std::string> variables = environment_with(recorder, orders);
  posix_spawnattr_t attributes;
  ::posix_spawnattr_init(&attributes);
  sigset_t interrupts;
  ::sigemptyset(&interrupts);
  ::sigaddset(&interrupts, SIGINT);
  ::posix_spawnattr_setsigdefault(&attributes, &interrupts);
  ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  ::signal(SIGINT, SIG_IGN);
  pid_t pid = 0;
  const int failed = ::posix_spawnp(&pid, command.front().c_str(), nullptr, &attributes,
                                    pointers_to(command).data(), pointers_to(variables).data());
  ::posix_spawnattr_destroy(&attributes);
  if (failed != 0) return fail(command.front() + ": " + std::strerror(failed));
  return TracedProgram(pid);
}

TracedProgram::~TracedProgram() {
  if (pid_ != 0) ::signal(SIGINT, SIG_DFL);
}

std::optional<int> TracedProgram::poll(int milliseconds) const {
  constexpr int kSignalled = 128;
  constexpr int kStep = 20;
  for (int waited = 0; waited <= milliseconds; waited += kStep) {
    int status = 0;
    const pid_t ended = ::waitpid(pid_, &status, WNOHANG);
    if (ended == pid_) return WIFEXITED(status) ? WEXITSTATUS(status) : kSignalled + WTERMSIG(status);
    std::this_thread::sleep_for(std::chrono::milliseconds(kStep));
  }
  return std::nullopt;
}

}  // namespace forklint::cli
