#include <fmt/format.h>

#include <ostream>

#include "base/text.h"
#include "doctor/checkup.h"

namespace forklint::doctor {
namespace {

using text::visible;

void write_checkup(const Checkup& checkup, std::ostream& out) {
  const Interpreter& interpreter = *checkup.interpreter;
  out << fmt::format("{} ({}): Python {}\n", visible(interpreter.path), visible(interpreter.origin),
                     visible(interpreter.version));
  if (checkup.patched) {
    out << fmt::format(
        "  HEAD_LOCK:     affected: a forked child can deadlock (gh-112275); {} has the patch\n",
        to_string(*checkup.patched));
  } else if (checkup.version < workspace::PatchVersion{3, 8, 0}) {
    out << "  HEAD_LOCK:     out of support, and not looked into\n";
  } else {
    out << "  HEAD_LOCK:     not affected\n";
  }
  out << fmt::format("  start method:  {} by default\n", checkup.start_method);
  for (const Advice& each : checkup.packages) {
    out << fmt::format("  {} {}: {}{}\n", visible(each.package.name), visible(each.package.version),
                       each.does, each.change.empty() ? "" : fmt::format(" (to change it: {})", each.change));
  }
}

void write_tool(std::string_view name, const std::optional<std::string>& path, std::string_view install,
                std::ostream& out) {
  out << fmt::format("{}: {}\n", name, path ? visible(*path) : fmt::format("not on PATH ({})", install));
}

}  // namespace

void render_text(const Machine& machine, const std::vector<Checkup>& checkups, std::ostream& out) {
  for (const Checkup& checkup : checkups) {
    write_checkup(checkup, out);
    out << '\n';
  }
  std::vector<std::string> silent;
  for (const Interpreter& interpreter : machine.interpreters) {
    if (!interpreter.failure.empty()) silent.push_back(visible(interpreter.path));
  }
  if (!silent.empty()) out << fmt::format("does not say its version: {}\n\n", text::join_words(silent));
  if (!machine.requires_python.empty()) {
    const std::vector<std::string> allowed = allowed_affected(machine.requires_python);
    out << fmt::format("requires-python '{}': {}\n", visible(machine.requires_python),
                       allowed.empty() ? "allows no affected release"
                                       : "allows affected releases, up to " + text::join_words(allowed));
  }
  write_tool("py-spy", machine.py_spy, "pip install py-spy", out);
  write_tool("gdb", machine.gdb, "apt-get install gdb, yum install gdb", out);
}

}  // namespace forklint::doctor
