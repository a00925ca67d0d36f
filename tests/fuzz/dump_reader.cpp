// room: diagnose
// What holds for any bytes that are taken for a dump: reading and judging end, a thread has frames, lines lie
// in the text, and what is called this problem says what it is.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>

#include "diagnose/diagnosis.h"
#include "dump/dump.h"

namespace {

using namespace forklint;

class NoSources final : public diagnose::SourceLines {
 public:
  std::optional<std::string> line_of(const dump::Frame&) const override { return std::nullopt; }
  bool has(const dump::Frame&) const override { return false; }
  std::optional<diagnose::ForkBehind> fork_behind(const dump::Frame&) const override { return std::nullopt; }
};

void require(bool holds, std::string_view property) {
  if (holds) return;
  std::cerr << "broken: " << property << '\n';
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const dump::Dump dump = dump::read(bytes);
  const auto lines = std::count(dump.text.begin(), dump.text.end(), '\n') + 1;
  for (const dump::Process& process : dump.processes) {
    require(!process.threads.empty(), "a process has threads");
    for (const dump::Thread& thread : process.threads) {
      require(!thread.frames.empty(), "a thread has frames");
      require(thread.line <= lines, "a thread begins in the text");
    }
  }
  for (const diagnose::Diagnosis& each : diagnose::diagnose(dump, NoSources())) {
    require(!each.what.empty(), "a diagnosis says what it is");
    require(each.line <= lines, "a diagnosis has a line of the text");
  }
  return 0;
}
