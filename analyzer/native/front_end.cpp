#include "native/front_end.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <mutex>
#include <optional>
#include <set>

#include "base/parallel.h"
#include "base/path.h"
#include "base/run_program.h"
#include "base/word.h"
#include "native/definers.h"
#include "native/flags.h"
#include "native/includes.h"
#include "native/protocol.h"
#include "source/native_file.h"

namespace forklint::native {
namespace {

constexpr int kSignalled = 128;

// Why a worker gave no unit.
std::string failure_of(const Ran& ran, const ReaderLimits& limits) {
  if (ran.timed_out || ran.status == kSignalled + SIGXCPU)
    return fmt::format("not analysed: reading it takes more than {} s", limits.seconds);
  if (ran.err.find("out of memory") != std::string::npos || ran.err.find("bad_alloc") != std::string::npos)
    return fmt::format("not analysed: reading it needs more than {} MB of memory", limits.megabytes);
  if (ran.status > kSignalled)
    return fmt::format("not analysed: Clang crashed on it (signal {})", ran.status - kSignalled);
  return fmt::format("not analysed: the process that reads it ended with status {}", ran.status);
}

std::string quoted(const std::vector<std::string>& names) {
  constexpr std::size_t kMost = 3;
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), kMost); ++i)
    text += (i == 0 ? "'" : ", '") + names[i] + "'";
  if (names.size() > kMost) text += fmt::format(" and {} more", names.size() - kMost);
  return text;
}

void note_gaps(const NativeUnit& unit, const std::string& path, std::vector<Notice>& notices) {
  if (!unit.missing_headers.empty()) {
    notices.push_back({Notice::Kind::warning, path, 0,
                       "read in part: headers were not found: " + quoted(unit.missing_headers)});
  }
  if (!unit.stubs.empty()) {
    notices.push_back(
        {Notice::Kind::warning, path, 0,
         "read in part: headers were not found, and stand-ins took their place: " + quoted(unit.stubs)});
  }
  if (unit.errors > 0 && unit.missing_headers.empty()) {
    notices.push_back({Notice::Kind::warning, path, 0,
                       fmt::format("read in part: Clang found {} error{}, the first: {}", unit.errors,
                                   unit.errors == 1 ? "" : "s", unit.first_error)});
  }
}

std::string report_path(const std::string& file, const std::string& root) {
  return path::relative_to(path::normalise(file), root).value_or(file);
}

// What was read, unit by unit.
struct Reading {
  std::vector<NativeUnit> units;
  std::set<std::string> files;
  std::vector<Notice> notices;
  bool complete = true;
};

FrontEndResult result_of(Reading reading, NativeCode code) {
  return {.code = std::move(code),
          .notices = std::move(reading.notices),
          .read = {reading.files.begin(), reading.files.end()},
          .complete = reading.complete};
}

class FrontEnd {
 public:
  FrontEnd(const FileSystem& files, const FrontEndInput& input)
      : input_(input), files_(files), graph_(files, input.files, input.jobs), done_(input.files.size()) {}

  FrontEndResult read() {
    std::vector<std::size_t> units;
    std::size_t asked = 0;
    for (std::size_t i = 0; i < input_.files.size(); ++i) {
      if (!is_native_source(input_.files[i].path) || !matters(i)) continue;
      units.push_back(i);
      asked += input_.files[i].reported;
    }
    if (asked > 0 && input_.program.empty()) {
      reading_.notices.push_back(
          {Notice::Kind::warning, "", 0,
           fmt::format("C and C++ files were not read, {} of which may fork: this forklint "
                       "was built without Clang",
                       asked)});
    }
    NativeCode code;
    if (input_.program.empty()) return result_of(std::move(reading_), std::move(code));
    if (asked < units.size()) reads_unasked_ = imports_native();
    constexpr unsigned kMaxRounds = 5;
    for (unsigned round = 0; round < kMaxRounds && !units.empty(); ++round) {
      read_units(units);
      code = NativeCode(reading_.units);
      units = callers_and_definers(code);
    }
    return result_of(std::move(reading_), std::move(code));
  }

 private:
  // It may fork, or was changed: then it is read whatever it names, for it may not compile any more.
  bool matters(std::size_t unit) const {
    const std::vector<std::size_t> closure = graph_.closure_of(unit);
    return std::ranges::any_of(closure, [&](std::size_t file) {
      return graph_.names_fork(file) || replacement_of(file) != nullptr;
    });
  }

  // Null for a file that is read from the disk.
  const ReplacedTexts::value_type* replacement_of(std::size_t file) const {
    if (input_.replaced == nullptr) return nullptr;
    const auto found = input_.replaced->find(input_.files[file].disk_path);
    return found == input_.replaced->end() ? nullptr : &*found;
  }

  // Whether a Python file that is looked at may import a module of the project that is not written in Python.
  bool imports_native() const {
    std::vector<std::string> modules;
    for (std::size_t i = 0; i < input_.files.size(); ++i)
      modules.insert(modules.end(), graph_.modules(i).begin(), graph_.modules(i).end());
    return !modules.empty() && input_.imports_any(modules);
  }

  void read_units(const std::vector<std::size_t>& units) {
    std::vector<std::optional<Result<NativeUnit>>> read(units.size());
    std::atomic<unsigned> unasked = 0;
    std::mutex mutex;
    std::vector<std::size_t> finished;
    const auto so_far = [&] {
      Reading reading = reading_;
      for (const std::size_t k : finished) add(units[k], *read[k], reading);
      NativeCode code(reading.units);
      return result_of(std::move(reading), std::move(code));
    };
    if (input_.progress != nullptr) input_.progress->units += units.size();
    parallel_for(units.size(), input_.jobs, [&](std::size_t k) {
      read[k] = unit_at(units[k], unasked);
      if (input_.progress != nullptr) ++input_.progress->units_done;
      if (!input_.after_unit || !read[k]) return;
      const std::lock_guard lock(mutex);
      finished.push_back(k);
      input_.after_unit(so_far);
    });
    for (std::size_t k = 0; k < units.size(); ++k) {
      done_[units[k]] = true;
      if (auto& unit = read[k]) add(units[k], *std::move(unit), reading_);
    }
  }

  void add(std::size_t number, Result<NativeUnit> unit, Reading& reading) const {
    const NativeFile& file = input_.files[number];
    for (const std::size_t part : graph_.closure_of(number)) reading.files.insert(input_.files[part].path);
    if (!unit) {
      reading.notices.push_back({Notice::Kind::error, file.path, 0, unit.error().message});
      if (file.reported) reading.complete = false;
      return;
    }
    note_gaps(*unit, file.path, reading.notices);
    for (std::string& each : unit->files) each = report_path(each, input_.root);
    reading.units.push_back(std::move(*unit));
  }

  // From the cache, or else by Clang; nothing for one that was not asked for and is not worth it.
  std::optional<Result<NativeUnit>> unit_at(std::size_t unit, std::atomic<unsigned>& unasked) const {
    const NativeFile& file = input_.files[unit];
    const UnitRequest request{file.disk_path, input_.root, flags_of(unit)};
    std::string content;
    if (input_.cache != nullptr && (file.reported || reads_unasked_ || input_.cache->knows(request))) {
      for (const std::size_t part : graph_.closure_of(unit))
        content += fmt::format("{} {}\n", graph_.hash(part), input_.files[part].disk_path);
      if (std::optional<NativeUnit> kept = input_.cache->find(request, content)) return std::move(*kept);
    }
    constexpr unsigned kMostUnasked = 32;
    if (!file.reported && !(reads_unasked_ && unasked++ < kMostUnasked)) return std::nullopt;
    Result<NativeUnit> read = read_unit({request, replaced_in(unit)});
    if (read && input_.cache != nullptr) input_.cache->keep(request, content, *read);
    return read;
  }

  ReplacedTexts replaced_in(std::size_t unit) const {
    ReplacedTexts texts;
    for (const std::size_t part : graph_.closure_of(unit)) {
      if (const auto* replacement = replacement_of(part)) texts.insert(*replacement);
    }
    return texts;
  }

  Result<NativeUnit> read_unit(const ReaderInput& asked) const {
    const std::vector<std::string> command = {input_.program, kWorkerOption,
                                              std::to_string(input_.limits.megabytes),
                                              std::to_string(input_.limits.seconds), asked.request.path};
    constexpr std::size_t kMostOutput = std::size_t{256} << 20;
    const RunLimits limits{.seconds = static_cast<int>(input_.limits.seconds), .most_output = kMostOutput};
    const Result<Ran> ran = run_program(command, limits, {.input = to_text(asked)});
    if (!ran) return tl::unexpected(ran.error());
    if (ran->timed_out || ran->status != 0) return fail(failure_of(*ran, input_.limits));
    return unit_from(ran->out);
  }

  std::vector<std::string> flags_of(std::size_t unit) const {
    const std::string& file = input_.files[unit].disk_path;
    const std::vector<std::string>* known =
        input_.database == nullptr ? nullptr : input_.database->flags_of(file);
    if (known != nullptr) return *known;
    std::vector<std::string> flags = inferred_flags(file, input_.root, input_.system);
    if (graph_.uses_openmp(unit)) flags.emplace_back("-fopenmp");
    return flags;
  }

  // Units that may call what leads to a fork and other units define, and those that may define what a child
  // calls.
  std::vector<std::size_t> callers_and_definers(const NativeCode& code) const {
    const std::set<std::string> to_call = names_of_ways(code);
    const std::set<std::string> to_define = unread_in_children(code);
    std::vector<std::size_t> units;
    if (to_call.empty() && to_define.empty()) return units;
    for (std::size_t i = 0; i < input_.files.size(); ++i) {
      if (done_[i] || !is_native_source(input_.files[i].path)) continue;
      const Result<std::string> text = files_.read(input_.files[i].disk_path);
      if (!text) continue;
      const auto is_called = [&](const std::string& name) { return text::holds_word(*text, name); };
      const auto is_defined = [&](const std::string& name) { return may_define(*text, name); };
      if (std::ranges::any_of(to_call, is_called) || std::ranges::any_of(to_define, is_defined))
        units.push_back(i);
    }
    return units;
  }

  // Of the functions that lead to forks and that other units can call.
  static std::set<std::string> names_of_ways(const NativeCode& code) {
    std::set<std::string> names;
    for (const Definition& each : code.leading_to_forks()) {
      if (!each.function->external) continue;
      const std::string& name = each.function->name;
      const std::size_t colon = name.rfind("::");
      names.insert(colon == std::string::npos ? name : name.substr(colon + 2));
    }
    return names;
  }

  const FrontEndInput& input_;
  const FileSystem& files_;
  const IncludeGraph graph_;
  bool reads_unasked_ = false;
  std::vector<bool> done_;
  Reading reading_;
};

}  // namespace

FrontEndResult read_code(const FileSystem& files, const FrontEndInput& input) {
  return FrontEnd(files, input).read();
}

}  // namespace forklint::native
