#include "diagnose/diagnosis.h"

#include <algorithm>

#include "diagnose/judge.h"
#include "diagnose/messages.h"

namespace forklint::diagnose {
namespace {

bool is_more_telling(const Diagnosis& left, const Diagnosis& right) {
  const auto rank = [](const Diagnosis& each) {
    return std::pair(each.is_this_problem() ? 0 : 1, -static_cast<int>(each.certainty));
  };
  return rank(left) < rank(right);
}

// A child's interpreter is its parent's: where a native stack tells "3.8" only, the parent's dump tells the
// rest.
void share_versions(std::vector<Diagnosis>& found) {
  for (Diagnosis& each : found) {
    for (const Diagnosis& other : found) {
      const bool finer = other.python.starts_with(each.python + ".") || each.python.empty();
      if (finer && other.python.size() > each.python.size()) each.python = other.python;
    }
  }
}

// A stack without Python frames does not say who forked; the parent that waits beside it does.
void share_forks(std::vector<Diagnosis>& found) {
  const auto parent = std::find_if(found.begin(), found.end(), [](const Diagnosis& each) {
    return each.kind == Kind::waits_for_child && each.forked_at;
  });
  if (parent == found.end()) return;
  for (Diagnosis& each : found) {
    if (each.forked_at || (each.kind != Kind::after_fork && each.kind != Kind::inherited_lock)) continue;
    each.forked_at = parent->forked_at;
    each.rewrite = parent->rewrite;
  }
}

// py-spy and gdb show one process in two ways: the dump that tells less says nothing new. A wait for a child
// is told by Python frames only, so another dump that sees the same process at something else sees less.
void keep_one_of_each_process(std::vector<Diagnosis>& found) {
  const auto says_less = [](const Diagnosis& each, const Diagnosis& other) {
    if (each.pid.empty() || each.pid != other.pid || &each == &other) return false;
    if (each.is_this_problem() != other.is_this_problem()) return other.is_this_problem();
    return each.kind == other.kind && !each.forked_at && other.forked_at.has_value();
  };
  std::vector<Diagnosis> kept;
  for (const Diagnosis& each : found) {
    const bool is_told = std::any_of(found.begin(), found.end(),
                                     [&](const Diagnosis& other) { return says_less(each, other); });
    if (!is_told) kept.push_back(each);
  }
  found = std::move(kept);
}

// A loader that gave up prints its traceback above the message: the stack that only waits is what it speaks
// of.
void adopt_stack(Diagnosis& message, std::vector<Diagnosis>& found) {
  if (message.kind != Kind::waits_for_child) return;
  const auto above = std::find_if(found.rbegin(), found.rend(), [&](const Diagnosis& each) {
    return each.kind == Kind::other && !each.thread.frames.empty() && each.line <= message.line;
  });
  if (above == found.rend()) return;
  message.forked_at = above->forked_at;
  message.rewrite = above->rewrite;
  message.thread = std::move(above->thread);
  found.erase(std::next(above).base());
}

// What the other processes of the same dump say of a parent that only waits.
void weigh_parents(std::vector<Diagnosis>& found) {
  const bool has_stuck_child = std::any_of(found.begin(), found.end(), [](const Diagnosis& each) {
    return each.kind == Kind::after_fork || each.kind == Kind::inherited_lock;
  });
  const bool has_other = std::any_of(found.begin(), found.end(), [](const Diagnosis& each) {
    return each.kind == Kind::other && each.certainty > Certainty::possible && !each.thread.frames.empty();
  });
  for (Diagnosis& each : found) {
    if (each.kind != Kind::waits_for_child || each.thread.frames.empty()) continue;
    if (has_stuck_child) {
      each.certainty = Certainty::likely;
    } else if (has_other) {
      each.kind = Kind::other;
      each.what = "it waits for children, and those that the dump shows do not hang at a fork";
    }
  }
}

}  // namespace

std::string_view name_of(Kind kind) {
  switch (kind) {
    case Kind::after_fork:
      return "after-fork";
    case Kind::inherited_lock:
      return "inherited-lock";
    case Kind::waits_for_child:
      return "waits-for-child";
    case Kind::message:
      return "runtime-message";
    case Kind::other:
      break;
  }
  return "other";
}

std::string_view name_of(Certainty certainty) {
  switch (certainty) {
    case Certainty::possible:
      return "possible";
    case Certainty::likely:
      return "likely";
    case Certainty::certain:
      break;
  }
  return "certain";
}

std::vector<Diagnosis> diagnose(const dump::Dump& dump, const SourceLines& sources) {
  std::vector<Diagnosis> found;
  for (const dump::Process& process : dump.processes) {
    if (std::optional<Diagnosis> judged = judge(process, sources)) found.push_back(std::move(*judged));
  }
  keep_one_of_each_process(found);
  weigh_parents(found);
  share_forks(found);
  for (Diagnosis& message : diagnose_messages(dump.text)) {
    adopt_stack(message, found);
    found.push_back(std::move(message));
  }
  share_versions(found);
  std::stable_sort(found.begin(), found.end(), is_more_telling);
  return found;
}

}  // namespace forklint::diagnose
