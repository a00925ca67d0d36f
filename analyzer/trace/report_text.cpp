#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "base/text.h"
#include "trace/summary.h"

namespace forklint::trace {
namespace {

using text::counted;
using text::visible;

std::string place_text(const ForkPlace& place) {
  if (!place.place) {
    const std::string function = place.stack.empty() ? "?" : place.stack.front().function;
    return "in a library: " + visible(function);
  }
  const std::string& file = place.project_path.empty() ? place.place->file : place.project_path;
  return fmt::format("{}:{} in {}", visible(file), place.place->line, visible(place.place->function));
}

void write_names(std::ostream& out, std::string_view label, std::vector<std::string> names) {
  if (names.empty()) return;
  for (std::string& name : names) name = visible(name);
  out << fmt::format("    {}: {}\n", label, text::join_words(names));
}

void write_place(const ForkPlace& place, bool joined, std::ostream& out) {
  out << fmt::format("  {}: {} by {}{}", place_text(place), counted(place.count, "fork"),
                     place.native ? "native code, " : "", visible(place.call));
  if (place.beside_threads > 0) out << fmt::format(", {} beside other threads", place.beside_threads);
  out << '\n';
  write_names(out, "threads", place.threads);
  write_names(out, "held locks", place.held_locks);
  write_names(out, "accelerators", place.accelerators);
  for (const diagnose::StaticFinding& each : place.findings) {
    out << fmt::format("    {} {}:{}: {}\n", visible(each.id), visible(each.path), each.line,
                       visible(each.what));
  }
  if (joined && place.findings.empty()) out << "    not found in the code\n";
}

void write_hang(const Hang& hang, std::ostream& out) {
  out << fmt::format("  process {} did not come out of its fork{}\n", hang.pid,
                     hang.stacks.empty() ? "; its stacks could not be taken" : ":");
  std::string_view rest = hang.stacks;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(rest.size(), line.size() + 1));
    out << "    " << visible(line) << '\n';
  }
}

}  // namespace

void render_text(const Summary& summary, std::ostream& out) {
  out << fmt::format("{} at {} in {}\n", counted(summary.forks, "fork"),
                     counted(summary.places.size(), "place"),
                     summary.processes == 1 ? "1 process" : fmt::format("{} processes", summary.processes));
  for (const ForkPlace& place : summary.places) write_place(place, summary.joined, out);
  for (const Hang& hang : summary.hangs) write_hang(hang, out);
  if (!summary.never_seen.empty()) out << "found in the code, but never seen at run time:\n";
  for (const diagnose::StaticFinding& each : summary.never_seen) {
    out << fmt::format("  {} {}:{}: {}\n", visible(each.id), visible(each.path), each.line,
                       visible(each.what));
  }
  for (const std::string& failure : summary.failures)
    out << fmt::format("the recorder failed: {}\n", visible(failure));
  if (summary.unreadable > 0)
    out << fmt::format("{} of the recording can't be read\n", counted(summary.unreadable, "line"));
}

}  // namespace forklint::trace
