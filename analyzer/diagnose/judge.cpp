#include "diagnose/judge.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "diagnose/stack.h"
#include "diagnose/words.h"

namespace forklint::diagnose {
namespace {

class Judge {
 public:
  Judge(const dump::Process& process, const dump::Thread& thread, const SourceLines& sources)
      : process_(process), sources_(sources), stack_(thread, sources) {
    if (!stack_.fork_frame()) behind_ = fork_behind(thread);
  }

  std::optional<Diagnosis> operator()() const {
    for (const auto judgement : {&Judge::in_after_fork_code, &Judge::fresh_process, &Judge::at_lock,
                                 &Judge::inside_fork, &Judge::waits_for_fork, &Judge::something_else,
                                 &Judge::child_in_user_code, &Judge::lock_without_context}) {
      if (std::optional<Diagnosis> found = (this->*judgement)()) return found;
    }
    return std::nullopt;
  }

 private:
  std::optional<ForkBehind> fork_behind(const dump::Thread& thread) const {
    for (const dump::Frame& frame : thread.frames) {
      if (std::optional<ForkBehind> found = sources_.fork_behind(frame)) return found;
    }
    return std::nullopt;
  }

  // The mark of gh-112275.
  std::optional<Diagnosis> in_after_fork_code() const {
    const bool takes_head_lock = stack_.has_role(Role::head_lock);
    if (!stack_.has_role(Role::after_fork) && !takes_head_lock) return std::nullopt;
    const bool waits = stack_.awaited_lock() || stack_.has_role(Role::python_lock);
    if (!waits || takes_python_hook()) return std::nullopt;
    if (takes_head_lock) {
      return diagnosis(
          Kind::after_fork, Certainty::certain,
          "a child stopped in the interpreter's after-fork code, on the lock HEAD_LOCK",
          "Another thread of the parent held this lock of the interpreter at the moment of the fork; "
          "in the child nobody is there to release it (gh-112275).");
    }
    return diagnosis(Kind::after_fork, Certainty::likely,
                     "a child stopped on a lock in the interpreter's after-fork code",
                     "It waits below PyOS_AfterFork_Child, before the fork returned to Python.");
  }

  // os.register_at_fork functions are Python code inside of PyOS_AfterFork_Child: whatever lock they wait for
  // is theirs.
  bool takes_python_hook() const {
    const auto& frames = stack_.thread().frames;
    const auto after_fork = std::find_if(frames.begin(), frames.end(), [](const dump::Frame& frame) {
      return role_of(frame) == Role::after_fork || role_of(frame) == Role::head_lock;
    });
    return std::any_of(frames.begin(), after_fork, [](const dump::Frame& frame) { return !frame.native; });
  }

  std::optional<Diagnosis> fresh_process() const {
    if (!stack_.has_code(Code::starts_fresh)) return std::nullopt;
    std::string what = activity();
    if (what.empty()) what = other_in_words(Code::starts_fresh);
    return other(Certainty::likely, std::move(what));
  }

  std::optional<Diagnosis> at_lock() const {
    const std::string what = awaited_lock();
    if (what.empty()) return std::nullopt;
    const bool child = is_forked_child();
    const bool alone = is_alone();
    if (!child && !alone) return std::nullopt;
    const Certainty certainty = child && (alone || shows_wait()) ? Certainty::certain : Certainty::likely;
    const std::string_view why =
        alone
            ? "It is the only thread of its process: nobody is there who could release the lock. The thread "
              "that held it stayed in the parent."
            : "Another thread of the parent held it at the moment of the fork, and is not in the child.";
    return diagnosis(Kind::inherited_lock, certainty, fmt::format("a child waits for {}", what), why);
  }

  // py-spy shows no native frames unless asked: os.fork() itself is not to be seen.
  std::optional<Diagnosis> inside_fork() const {
    if (stack_.fork_frame() != first_python()) return std::nullopt;
    const std::optional<Role> occupation = stack_.occupation();
    if (occupation && *occupation != Role::after_fork) return std::nullopt;
    return diagnosis(
        Kind::after_fork, Certainty::likely,
        "a child has not come out of os.fork(): it stands in the interpreter's after-fork code",
        "The innermost frame is the one that calls os.fork(), which takes milliseconds when nothing is "
        "wrong. `py-spy dump --native` or gdb's `bt` shows the lock.");
  }

  std::optional<Diagnosis> waits_for_fork() const {
    constexpr std::size_t kNear = 3;
    if (stack_.innermost_code(kNear) != Code::waits_for_fork) return std::nullopt;
    return diagnosis(
        Kind::waits_for_child, Certainty::possible, "a parent waits for a forked child to end",
        "If the child should have ended long ago, it hangs: take its stack as well (`py-spy dump "
        "--native --pid` with the pid of the child).");
  }

  std::optional<Diagnosis> something_else() const {
    std::string what = activity();
    if (what.empty()) return std::nullopt;
    return other(Certainty::likely, std::move(what));
  }

  // Without native frames, a lock that Python code takes leaves no frame: only its line tells.
  std::optional<Diagnosis> child_in_user_code() const {
    const std::optional<dump::Frame> user = stack_.innermost_user_frame();
    const bool child = is_forked_child();
    if (!child && !(behind_ && is_alone())) return std::nullopt;
    if (!user || stack_.thread().frames.front().native) return std::nullopt;
    const std::optional<std::string> line = user->source.empty() ? sources_.line_of(*user) : user->source;
    if (user->line == stack_.thread().frames.front().line && line && takes_lock(*line)) {
      return diagnosis(
          Kind::inherited_lock, child ? Certainty::likely : Certainty::possible,
          "a child waits for a lock of Python code",
          fmt::format("It stands at the line `{}`. `py-spy dump --native` would show the wait itself.{}",
                      *line,
                      child ? "" : " Its function forks above: this may be that child, or the parent."));
    }
    if (!child) return std::nullopt;
    return other(Certainty::possible,
                 "a forked child stands in Python code; `py-spy dump --native` tells whether it waits for a "
                 "lock there");
  }

  // One stack out of a process, and not that of a child: another thread may hold the lock.
  std::optional<Diagnosis> lock_without_context() const {
    const std::string what = awaited_lock();
    if (what.empty() || process_.has_all_threads) return std::nullopt;
    return other(Certainty::possible,
                 fmt::format("it waits for {}, and one thread's stack does not tell whether that is a forked "
                             "child; `thread apply all bt` or `py-spy dump --native` does",
                             what));
  }

  static bool takes_lock(const std::string& line) {
    const std::size_t with = line.find("with ");
    const bool names_lock = line.find("lock") != std::string::npos ||
                            line.find("mutex") != std::string::npos ||
                            line.find("Lock") != std::string::npos || line.find("cond") != std::string::npos;
    return line.find(".acquire(") != std::string::npos || (with != std::string::npos && names_lock);
  }

  bool is_alone() const { return process_.has_all_threads && process_.threads.size() == 1; }

  bool is_forked_child() const {
    if (behind_ && behind_->in_child) return true;
    if (stack_.fork_frame() && stack_.fork_frame() != first_python()) return true;
    return stack_.has_role(Role::after_fork);
  }

  std::optional<std::size_t> first_python() const {
    const auto& frames = stack_.thread().frames;
    const auto found =
        std::find_if(frames.begin(), frames.end(), [](const dump::Frame& each) { return !each.native; });
    if (found == frames.end()) return std::nullopt;
    return static_cast<std::size_t>(found - frames.begin());
  }

  bool shows_wait() const { return stack_.awaited_lock().has_value(); }

  // In words; "" where it waits for no lock of its process.
  std::string awaited_lock() const {
    const std::optional<Role> role = stack_.awaited_lock();
    const std::optional<Code> code = stack_.innermost_code();
    if (code == Code::shared_lock || role == Role::shared_lock || is_waiting_for_event()) return "";
    if (role && *role != Role::python_lock) return std::string(lock_in_words(*role));
    if (stack_.has_code(Code::logging_lock) && role && in_file("logging/__init__.py")) {
      return std::string(lock_in_words(Code::logging_lock));
    }
    if (code && !lock_in_words(*code).empty()) return std::string(lock_in_words(*code));
    if (!role) return "";
    return std::string(lock_in_words(*role));
  }

  bool in_file(std::string_view file) const {
    const dump::Frame* frame = stack_.innermost_python();
    return frame != nullptr && ends_with_path(frame->file, file);
  }

  // A Condition sleeps on a lock of its own.
  bool is_waiting_for_event() const {
    const dump::Frame* frame = stack_.innermost_python();
    return frame != nullptr && ends_with_path(frame->file, "threading.py") &&
           frame->function.ends_with("wait");
  }

  // What it does instead of hanging at a fork.
  std::string activity() const {
    constexpr std::size_t kNear = 4;
    const std::optional<Role> occupation = stack_.occupation();
    if (occupation == Role::shared_lock) return std::string(other_in_words(*occupation));
    if (const std::optional<Code> code = stack_.innermost_code(kNear)) {
      const std::string_view words = other_in_words(*code);
      if (!words.empty()) return std::string(words);
    }
    if (stack_.has_role(Role::collective)) return std::string(other_in_words(Role::collective));
    return occupation ? std::string(other_in_words(*occupation)) : "";
  }

  Diagnosis diagnosis(Kind kind, Certainty certainty, std::string what, std::string_view why) const {
    return {.kind = kind,
            .certainty = certainty,
            .what = std::move(what),
            .why = std::string(why),
            .pid = process_.pid,
            .command = process_.command,
            .python = process_.python,
            .forked_at = behind_ && kind != Kind::other ? behind_->fork : stack_.user_frame(),
            .waits_at = stack_.waiting_frame(),
            .rewrite = stack_.rewrite(),
            .thread = stack_.thread(),
            .line = stack_.thread().line};
  }

  Diagnosis other(Certainty certainty, std::string what) const {
    return diagnosis(Kind::other, certainty, std::move(what), "");
  }

  const dump::Process& process_;
  const SourceLines& sources_;
  Stack stack_;
  // Of os.fork, which leaves no frame behind: where the project's code shows it.
  std::optional<ForkBehind> behind_;
};

bool tells_more(const Diagnosis& left, const Diagnosis& right) {
  if (left.is_this_problem() != right.is_this_problem()) return left.is_this_problem();
  return left.is_this_problem() && left.certainty > right.certainty;
}

}  // namespace

std::optional<Diagnosis> judge(const dump::Process& process, const SourceLines& sources) {
  std::optional<Diagnosis> best;
  for (const dump::Thread& thread : process.threads) {
    std::optional<Diagnosis> found = Judge(process, thread, sources)();
    if (found && (!best || tells_more(*found, *best))) best = std::move(found);
  }
  return best;
}

}  // namespace forklint::diagnose
