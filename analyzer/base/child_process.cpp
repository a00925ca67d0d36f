#include "base/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "base/descriptor.h"

namespace forklint {
namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (std::string& text : texts) result.push_back(text.data());
  result.push_back(nullptr);
  return result;
}

// Ours, but for what is named anew.
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

std::array<int, 2> open_pipe() {
  std::array<int, 2> ends{-1, -1};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) ends = {-1, -1};
  return ends;
}

struct Pipe {
  std::array<int, 2> ends = open_pipe();
  Descriptor read{ends[0]};
  Descriptor write{ends[1]};
};

// Both at once: a program that fills one while we wait for the other would stand still.
void read_both(const Descriptor& out, const Descriptor& err, ProcessOutput& result) {
  std::array<pollfd, 2> waiting = {pollfd{out.get(), POLLIN, 0}, pollfd{err.get(), POLLIN, 0}};
  const std::array<std::string*, 2> texts = {&result.out, &result.err};
  std::array<char, 1 << 16> buffer{};
  while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
    if (poll(waiting.data(), waiting.size(), -1) < 0) {
      if (errno == EINTR) continue;
      return;
    }
    for (std::size_t i = 0; i < waiting.size(); ++i) {
      if (waiting[i].fd < 0 || waiting[i].revents == 0) continue;
      const ssize_t count = read(waiting[i].fd, buffer.data(), buffer.size());
      if (count > 0) {
        texts[i]->append(buffer.data(), static_cast<std::size_t>(count));
      } else if (count == 0 || errno != EINTR) {
        waiting[i].fd = -1;
      }
    }
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  constexpr int kKilled = 128;
  return WIFSIGNALED(status) ? kKilled + WTERMSIG(status) : WEXITSTATUS(status);
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

}  // namespace

Result<ProcessOutput> run_process(const std::vector<std::string>& command, const std::string& directory,
                                  const std::vector<std::string>& environment) {
  Pipe out;
  Pipe err;
  if (!out.read.is_open() || !err.read.is_open()) {
    return fail("can't run '" + command.front() + "': " + std::strerror(errno));
  }
  Actions actions;
  posix_spawn_file_actions_addopen(actions.get(), STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(actions.get(), out.write.get(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(actions.get(), err.write.get(), STDERR_FILENO);
  posix_spawn_file_actions_addchdir_np(actions.get(), directory.c_str());
  std::vector<std::string> arguments = command;
  std::vector<std::string> variables = environment_with(environment);
  pid_t child = 0;
  const int failure = posix_spawnp(&child, command.front().c_str(), actions.get(), nullptr,
                                   pointers(arguments).data(), pointers(variables).data());
  if (failure != 0) return fail("can't run '" + command.front() + "': " + std::strerror(failure));
  // Or the end of what the child says would never come.
  out.write.close();
  err.write.close();
  ProcessOutput result;
  read_both(out.read, err.read, result);
  result.status = wait_for(child);
  return result;
}

}  // namespace forklint
