#include "dump/assembler.h"

#include <algorithm>
#include <set>
#include <utility>

#include "dump/gaps.h"

namespace forklint::dump {
namespace {

bool is_frame(EventKind kind) { return kind >= EventKind::frame; }

class Assembler {
 public:
  explicit Assembler(std::string_view text) : text_(text) {}

  void add(Event&& event) {
    count_lines(event.begin);
    if (is_frame(event.kind)) {
      add_frame(std::move(event));
    } else {
      add_header(std::move(event));
    }
  }

  std::vector<Process> take() {
    close_stack();
    std::erase_if(processes_, [](const Process& process) { return process.threads.empty(); });
    return std::move(processes_);
  }

 private:
  void add_header(Event&& event) {
    close_stack();
    switch (event.kind) {
      case EventKind::process:
        begin_process().pid = event.id;
        processes_.back().command = event.name;
        break;
      case EventKind::python:
        python_version(event.id);
        break;
      case EventKind::thread:
      case EventKind::thread_first:
      case EventKind::thread_last:
        begin_thread(event);
        break;
      case EventKind::gdb_thread:
        begin_gdb_thread(event);
        break;
      default:
        // A traceback is what one thread of some process wrote.
        begin_process();
        break;
    }
    header_ = event.kind;
    end_ = event.end;
    reversed_ = event.kind == EventKind::traceback || event.kind == EventKind::thread_last;
  }

  void python_version(const std::string& version) {
    if (processes_.empty() || !processes_.back().threads.empty()) begin_process();
    processes_.back().python = version;
  }

  // The same thread again is the next dump of the same program, or another program's.
  void begin_thread(const Event& event) {
    const bool again = !event.id.empty() && !ids_.insert(event.id).second;
    const bool after_other =
        !processes_.empty() && !processes_.back().threads.empty() && !processes_.back().has_all_threads;
    if (processes_.empty() || again || after_other || has_gdb_frames_ || event.id.empty()) {
      begin_process();
      ids_.insert(event.id);
    }
    processes_.back().has_all_threads = true;
    thread_ = {.id = event.id, .name = event.name};
  }

  // gdb counts down to 1 in 'thread apply all bt'.
  void begin_gdb_thread(const Event& event) {
    const bool next = last_gdb_thread_ != 0 && event.number >= last_gdb_thread_;
    if (processes_.empty() || next || (!processes_.back().threads.empty() && !has_gdb_frames_))
      begin_process();
    last_gdb_thread_ = event.number;
    has_gdb_frames_ = true;
    processes_.back().has_all_threads = true;
    thread_ = {.id = event.id, .name = event.name};
  }

  void add_frame(Event&& event) {
    if (!continues(event)) {
      const bool headed = frames_.empty() && header_ != EventKind::frame && event.begin - end_ < 300;
      close_stack();
      if (!headed) begin_unnamed(event);
      reversed_ = is_reversed(event.kind, headed);
      thread_.line = line_;
    }
    // Where an exception went through, nobody waits.
    if (header_ == EventKind::traceback) event.frame.source.clear();
    kind_ = event.kind;
    number_ = event.number;
    end_ = event.end;
    frames_.push_back(std::move(event.frame));
  }

  bool is_reversed(EventKind kind, bool headed) const {
    if (kind == EventKind::collapsed_frame) return true;
    if (kind != EventKind::traceback_frame) return false;
    return !headed || header_ == EventKind::traceback || header_ == EventKind::thread_last ||
           header_ == EventKind::python || header_ == EventKind::process;
  }

  bool continues(const Event& event) const {
    if (frames_.empty() || event.kind != kind_) return false;
    const std::string_view gap = text_.substr(end_, event.begin - end_);
    switch (event.kind) {
      case EventKind::gdb_frame:
        return event.number > number_;
      case EventKind::traceback_frame:
        return joins_traceback_frames(gap);
      case EventKind::collapsed_frame:
        return gap.find('\n') == std::string_view::npos;
      default:
        return joins_frames(gap);
    }
  }

  // A stack without a header. Collapsed stacks of one recording are one process, others stand for themselves.
  void begin_unnamed(const Event& event) {
    const bool same = event.kind == EventKind::collapsed_frame && kind_ == event.kind && !processes_.empty();
    const bool is_first = !processes_.empty() && processes_.back().threads.empty();
    if (!same && !is_first) begin_process();
    if (event.kind == EventKind::gdb_frame) has_gdb_frames_ = true;
    header_ = EventKind::frame;
  }

  Process& begin_process() {
    close_stack();
    ids_.clear();
    has_gdb_frames_ = false;
    last_gdb_thread_ = 0;
    thread_ = {};
    return processes_.emplace_back();
  }

  void close_stack() {
    if (frames_.empty()) return;
    if (reversed_) std::reverse(frames_.begin(), frames_.end());
    thread_.frames = std::exchange(frames_, {});
    processes_.back().threads.push_back(std::exchange(thread_, {}));
    header_ = EventKind::frame;
  }

  void count_lines(std::size_t offset) {
    line_ +=
        static_cast<std::uint32_t>(std::count(text_.begin() + static_cast<std::ptrdiff_t>(counted_),
                                              text_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    counted_ = offset;
  }

  std::string_view text_;
  std::vector<Process> processes_;
  Thread thread_;
  std::vector<Frame> frames_;
  std::set<std::string> ids_;
  EventKind header_ = EventKind::frame;  // the header above the frames to come; `frame` for none
  EventKind kind_ = EventKind::frame;
  std::uint32_t number_ = 0;
  std::uint32_t last_gdb_thread_ = 0;
  bool has_gdb_frames_ = false;
  bool reversed_ = false;
  std::size_t end_ = 0;
  std::size_t counted_ = 0;
  std::uint32_t line_ = 1;
};

// "/usr/local/lib/libpython3.8.so.1.0" tells at least the minor version.
std::string version_in(const std::string& library) {
  const std::size_t at = library.find("python3.");
  if (at == std::string::npos) return "";
  std::size_t end = at + 8;
  while (end < library.size() && library[end] >= '0' && library[end] <= '9') ++end;
  return end == at + 8 ? "" : library.substr(at + 6, end - at - 6);
}

void find_version(Process& process) {
  for (const Thread& thread : process.threads) {
    for (const Frame& frame : thread.frames) {
      if (!process.python.empty()) return;
      process.python = version_in(frame.library.empty() ? frame.file : frame.library);
    }
  }
}

}  // namespace

std::vector<Process> assemble(std::string_view text, std::vector<Event> events) {
  Assembler assembler(text);
  for (Event& event : events) {
    const std::size_t begin = event.begin;
    if (begin <= text.size()) assembler.add(std::move(event));
  }
  std::vector<Process> processes = assembler.take();
  for (Process& process : processes) find_version(process);
  return processes;
}

}  // namespace forklint::dump
