#include "base/run_program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>

extern char** environ;

namespace forklint {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostOutput = std::size_t{64} << 20;

class Pipe {
 public:
  Pipe() { opened_ = ::pipe2(ends_.data(), O_CLOEXEC) == 0; }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_write();
    if (opened_) ::close(ends_[0]);
  }
  bool opened() const { return opened_; }
  int read_end() const { return ends_[0]; }
  int write_end() const { return ends_[1]; }
  void close_write() {
    if (opened_ && ends_[1] >= 0) ::close(ends_[1]);
    ends_[1] = -1;
  }

 private:
  std::array<int, 2> ends_{-1, -1};
  bool opened_ = false;
};

int start(const std::vector<std::string>& command, const Pipe& out, const Pipe& err, pid_t& pid) {
  std::vector<char*> arguments;
  for (const std::string& each : command) arguments.push_back(const_cast<char*>(each.c_str()));
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, out.write_end(), STDOUT_FILENO);
  ::posix_spawn_file_actions_adddup2(&actions, err.write_end(), STDERR_FILENO);
  const int failed = ::posix_spawnp(&pid, arguments.front(), &actions, nullptr, arguments.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  return failed;
}

// False at the end of the stream.
bool read_some(int descriptor, std::string& text) {
  std::array<char, 65536> buffer;
  const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
  if (count < 0) return errno == EINTR;
  if (text.size() < kMostOutput) text.append(buffer.data(), static_cast<std::size_t>(count));
  return count > 0;
}

// False where the time is over first.
bool read_all(const Pipe& out, const Pipe& err, Clock::time_point deadline, Ran& ran) {
  std::array<pollfd, 2> watched = {pollfd{out.read_end(), POLLIN, 0}, pollfd{err.read_end(), POLLIN, 0}};
  const std::array<std::string*, 2> texts = {&ran.out, &ran.err};
  while (watched[0].fd >= 0 || watched[1].fd >= 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now()).count();
    if (left <= 0) return false;
    if (::poll(watched.data(), watched.size(), static_cast<int>(left)) < 0 && errno != EINTR) return false;
    for (std::size_t i = 0; i < watched.size(); ++i) {
      if (watched[i].fd < 0 || watched[i].revents == 0) continue;
      if (!read_some(watched[i].fd, *texts[i])) watched[i].fd = -1;
    }
  }
  return true;
}

int wait_for(pid_t pid) {
  constexpr int kSignalled = 128;
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : kSignalled + WTERMSIG(status);
}

}  // namespace

std::optional<std::string> find_program(std::string_view name, std::string_view path_variable) {
  while (!path_variable.empty()) {
    const std::string_view folder = path_variable.substr(0, path_variable.find(':'));
    path_variable.remove_prefix(std::min(path_variable.size(), folder.size() + 1));
    if (folder.empty()) continue;
    const std::string file = std::string(folder) + '/' + std::string(name);
    struct stat status{};
    if (::stat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode) && ::access(file.c_str(), X_OK) == 0) {
      return file;
    }
  }
  return std::nullopt;
}

Result<Ran> run_program(const std::vector<std::string>& command, int seconds) {
  Pipe out;
  Pipe err;
  if (!out.opened() || !err.opened()) return fail(command.front() + ": " + std::strerror(errno));
  const auto deadline = Clock::now() + std::chrono::seconds(seconds);
  pid_t pid = 0;
  if (const int failed = start(command, out, err, pid); failed != 0) {
    return fail(command.front() + ": " + std::strerror(failed));
  }
  out.close_write();
  err.close_write();
  Ran ran;
  ran.timed_out = !read_all(out, err, deadline, ran);
  if (ran.timed_out) ::kill(pid, SIGKILL);
  ran.status = wait_for(pid);
  return ran;
}

}  // namespace forklint
