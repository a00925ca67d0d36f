#include "cli/live_dump.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <optional>
#include <ostream>
#include <vector>

#include "base/run_program.h"
#include "base/text.h"

namespace forklint::cli {
namespace {

constexpr int kSeconds = 30;
constexpr std::size_t kMostProcesses = 64;

// /proc is no file system of the project: its files have no size, so the ordinary reading does not do.
std::vector<std::uint32_t> children_of(std::uint32_t pid) {
  std::vector<std::uint32_t> children;
  std::ifstream file(fmt::format("/proc/{0}/task/{0}/children", pid));
  for (std::uint32_t child = 0; file >> child;) children.push_back(child);
  return children;
}

std::vector<std::uint32_t> with_descendants(std::uint32_t pid) {
  std::vector<std::uint32_t> all = {pid};
  for (std::size_t i = 0; i < all.size() && all.size() < kMostProcesses; ++i) {
    for (const std::uint32_t child : children_of(all[i])) all.push_back(child);
  }
  return all;
}

std::string first_line(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(" \n");
  return begin == std::string::npos ? "no reason given" : text.substr(begin, text.find('\n', begin) - begin);
}

class Tools {
 public:
  explicit Tools(Host& host) : host_(host) {
    const std::string path = host.variable("PATH").value_or("");
    py_spy_ = find_program("py-spy", path);
    gdb_ = find_program("gdb", path);
  }

  bool none() const { return !py_spy_ && !gdb_; }

  void say_what_is_missing() const {
    if (!py_spy_)
      host_.err << "forklint: note: py-spy is not on PATH (pip install py-spy): no Python stacks\n";
    if (!gdb_) {
      host_.err
          << "forklint: note: gdb is not on PATH (apt-get install gdb, yum install gdb): native stacks only "
             "as far as py-spy shows them\n";
    }
  }

  // py-spy unwinds native frames on some platforms only; without them it still has the Python ones.
  std::string dump(std::uint32_t pid) const {
    std::string text;
    if (py_spy_) {
      std::string python = run({*py_spy_, "dump", "--native", "--pid", std::to_string(pid)}, false);
      if (python.empty()) python = run({*py_spy_, "dump", "--pid", std::to_string(pid)}, true);
      text += python;
    }
    if (gdb_) {
      text += fmt::format("\nAttaching to process {}\n", pid);
      text += run({*gdb_, "--nx", "--batch", "-p", std::to_string(pid), "-ex", "thread apply all bt"}, true);
    }
    return text + "\n";
  }

 private:
  std::string run(const std::vector<std::string>& command, bool complain) const {
    const Result<Ran> ran = run_program(command, kSeconds);
    const bool well = ran && !ran->timed_out && ran->status == 0;
    if (!well && complain) {
      const std::string cause = !ran             ? ran.error().message
                                : ran->timed_out ? fmt::format("not done in {} s", kSeconds)
                                                 : first_line(ran->err);
      host_.err << fmt::format("forklint: note: {}: {}\n", command.front(), text::visible(cause));
    }
    return well ? ran->out : "";
  }

  Host& host_;
  std::optional<std::string> py_spy_;
  std::optional<std::string> gdb_;
};

}  // namespace

Result<std::string> live_dump(std::uint32_t pid, Host& host) {
  if (host.files.status(fmt::format("/proc/{}", pid)).kind != FileKind::directory) {
    return fail(fmt::format("there is no process {}", pid));
  }
  const Tools tools(host);
  if (tools.none()) {
    return fail(
        "neither py-spy nor gdb is on PATH: 'pip install py-spy', and 'apt-get install gdb' or 'yum install "
        "gdb'");
  }
  tools.say_what_is_missing();
  std::string text;
  for (const std::uint32_t each : with_descendants(pid)) text += tools.dump(each);
  if (text.find('(') == std::string::npos) {
    return fail(fmt::format(
        "no stack of process {} could be taken (see above; as root, or with CAP_SYS_PTRACE)", pid));
  }
  return text;
}

}  // namespace forklint::cli
