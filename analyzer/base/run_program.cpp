#include "base/run_program.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>

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

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

// A file without a name: it may be of any size, where a pipe would have to be filled while both streams are
// read. Null where it can't be made.
File file_of(const std::string& input) {
  File file(std::tmpfile());
  if (file == nullptr || std::fwrite(input.data(), 1, input.size(), file.get()) != input.size() ||
      std::fflush(file.get()) != 0 || std::fseek(file.get(), 0, SEEK_SET) != 0)
    return nullptr;
  return file;
}

// posix_spawn's list of what the child does before it becomes the program.
class Actions {
 public:
  Actions() { posix_spawn_file_actions_init(&actions_); }
  Actions(const Actions&) = delete;
  Actions& operator=(const Actions&) = delete;
  ~Actions() { posix_spawn_file_actions_destroy(&actions_); }
  posix_spawn_file_actions_t* get() { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

// A program is to be stopped by Ctrl-C, whatever this process does about it (interrupt_signal.h).
class Attributes {
 public:
  Attributes() {
    sigset_t mask;
    posix_spawnattr_init(&attributes_);
    if (::pthread_sigmask(SIG_BLOCK, nullptr, &mask) != 0) return;
    sigdelset(&mask, SIGINT);
    posix_spawnattr_setsigmask(&attributes_, &mask);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGMASK);
  }
  Attributes(const Attributes&) = delete;
  Attributes& operator=(const Attributes&) = delete;
  ~Attributes() { posix_spawnattr_destroy(&attributes_); }
  const posix_spawnattr_t* get() const { return &attributes_; }

 private:
  posix_spawnattr_t attributes_{};
};

int start(const std::vector<std::string>& command, const RunSurroundings& surroundings, const Pipe& out,
          const Pipe& err, pid_t& pid) {
  Actions actions;
  File input;
  if (surroundings.input.empty()) {
    posix_spawn_file_actions_addopen(actions.get(), STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  } else {
    input = file_of(surroundings.input);
    if (input == nullptr) return errno;
    posix_spawn_file_actions_adddup2(actions.get(), ::fileno(input.get()), STDIN_FILENO);
  }
  posix_spawn_file_actions_adddup2(actions.get(), out.write_end(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(actions.get(), err.write_end(), STDERR_FILENO);
  if (!surroundings.directory.empty())
    posix_spawn_file_actions_addchdir_np(actions.get(), surroundings.directory.c_str());
  const std::vector<std::string> variables = environment_with(surroundings.environment);
  const Attributes attributes;
  return ::posix_spawnp(&pid, command.front().c_str(), actions.get(), attributes.get(),
                        pointers_to(command).data(), pointers_to(variables).data());
}

// False at the end of the stream.
bool read_some(int descriptor, std::size_t most, std::string& text) {
  std::array<char, 65536> buffer{};
  const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
  if (count < 0) return errno == EINTR;
  if (text.size() < most) text.append(buffer.data(), static_cast<std::size_t>(count));
  return count > 0;
}

// Milliseconds for poll(); -1 for no limit.
int time_left(const std::optional<Clock::time_point>& deadline) {
  if (!deadline) return -1;
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(*deadline - Clock::now()).count();
  return static_cast<int>(std::max<std::int64_t>(left, 0));
}

// Both at once: a program that fills one while we wait for the other would stand still. False where the time
// is over first.
bool read_all(const Pipe& out, const Pipe& err, const std::optional<Clock::time_point>& deadline,
              std::size_t most, Ran& ran) {
  std::array<pollfd, 2> watched = {pollfd{out.read_end(), POLLIN, 0}, pollfd{err.read_end(), POLLIN, 0}};
  const std::array<std::string*, 2> texts = {&ran.out, &ran.err};
  while (watched[0].fd >= 0 || watched[1].fd >= 0) {
    const int left = time_left(deadline);
    if (left == 0) return false;
    if (::poll(watched.data(), watched.size(), left) < 0) {
      if (errno != EINTR) return false;
      continue;
    }
    for (std::size_t i = 0; i < watched.size(); ++i) {
      if (watched[i].fd < 0 || watched[i].revents == 0) continue;
      if (!read_some(watched[i].fd, most, *texts[i])) watched[i].fd = -1;
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

std::vector<std::string> environment_with(const std::vector<std::string>& added) {
  std::vector<std::string> all = added;
  for (char** entry = environ; entry != nullptr && *entry != nullptr; ++entry) {
    const std::string text = *entry;
    const std::string name = text.substr(0, text.find('=') + 1);
    bool replaced = false;
    for (const std::string& other : added) replaced = replaced || other.starts_with(name);
    if (!replaced) all.push_back(text);
  }
  return all;
}

std::vector<char*> pointers_to(const std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (const std::string& text : texts) pointers.push_back(const_cast<char*>(text.c_str()));
  pointers.push_back(nullptr);
  return pointers;
}

std::optional<std::string> find_program(std::string_view name, std::string_view path_variable) {
  while (!path_variable.empty()) {
    const std::string_view folder = path_variable.substr(0, path_variable.find(':'));
    path_variable.remove_prefix(std::min(path_variable.size(), folder.size() + 1));
    if (folder.empty()) continue;
    std::string file = std::string(folder) + '/' + std::string(name);
    struct stat status{};
    if (::stat(file.c_str(), &status) == 0 && S_ISREG(status.st_mode) && ::access(file.c_str(), X_OK) == 0) {
      return file;
    }
  }
  return std::nullopt;
}

Result<Ran> run_program(const std::vector<std::string>& command, const RunLimits& limits,
                        const RunSurroundings& surroundings) {
  Pipe out;
  Pipe err;
  if (!out.opened() || !err.opened()) return fail(command.front() + ": " + std::strerror(errno));
  std::optional<Clock::time_point> deadline;
  if (limits.seconds) deadline = Clock::now() + std::chrono::seconds(*limits.seconds);
  pid_t pid = 0;
  if (const int failed = start(command, surroundings, out, err, pid); failed != 0) {
    return fail(command.front() + ": " + std::strerror(failed));
  }
  // Or the end of what the child says would never come.
  out.close_write();
  err.close_write();
  Ran ran;
  const bool ended = read_all(out, err, deadline, limits.most_output, ran);
  ran.timed_out = deadline && !ended;
  if (ran.timed_out) ::kill(pid, SIGKILL);
  ran.status = wait_for(pid);
  return ran;
}

Result<Ran> run_program(const std::vector<std::string>& command, int seconds) {
  return run_program(command, RunLimits{.seconds = seconds, .most_output = kMostOutput});
}

}  // namespace forklint
