#include "fix/rounds.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/check.h"
#include "fix/apply.h"

namespace forklint::fix {
namespace {

constexpr unsigned kMaxRounds = 10;
// Analyses that look for the fixes to blame; after them whole files are left as they were.
constexpr unsigned kMaxTrials = 40;

using Broken = std::map<std::string, std::string>;  // why, by path

struct Trial {
  Texts texts;
  Snapshot after;
  Broken broken;
};

class Rounds {
 public:
  Rounds(const Analyse& analyse, Choice choice) : analyse_(analyse), choice_(std::move(choice)) {}

  Result<void> run(const Snapshot& first) {
    const Snapshot* now = &first;
    std::unique_ptr<Snapshot> kept;
    for (unsigned round = 0; round < kMaxRounds;) {
      const Plan plan = make_plan(now->findings, choice_);
      if (plan.taken.empty()) break;
      Result<Trial> trial = try_out(plan, *now);
      if (!trial) return tl::unexpected(trial.error());
      if (!trial->broken.empty()) {
        if (Result<void> done = reject_culprits(plan, *now, trial->broken); !done) return done;
        continue;
      }
      keep(plan, *now, std::move(trial->texts));
      kept = std::make_unique<Snapshot>(std::move(trial->after));
      now = kept.get();
      ++round;
    }
    return tidy(first, *now);
  }

  Outcome take_outcome() {
    Outcome outcome{.texts = std::move(texts_), .notices = std::move(notices_)};
    for (auto& [path, file] : files_) {
      const auto text = outcome.texts.find(file.disk_path);
      if (text == outcome.texts.end() || text->second == file.old_text) continue;
      file.new_text = text->second;
      file.together = leader_of(path);
      outcome.files.push_back(std::move(file));
    }
    return outcome;
  }

 private:
  // Files that one fix changes, and those that another one ties to them.
  void join_files(const Plan& plan) {
    for (const Taken& taken : plan.taken) {
      const std::string leader = leader_of(taken.fix->edits.front().path);
      for (const Edit& edit : taken.fix->edits) {
        const std::string other = leader_of(edit.path);
        if (other != leader) leaders_[other] = leader;
      }
    }
  }

  std::string leader_of(std::string path) const {
    for (auto up = leaders_.find(path); up != leaders_.end(); up = leaders_.find(path)) path = up->second;
    return path;
  }

  // The texts with the edits of a plan, and what an analysis says of them.
  Result<Trial> try_out(const Plan& plan, const Snapshot& now) const {
    Trial trial{.texts = texts_};
    for (const auto& [path, edits] : plan.edits) {
      const SourceFile* source = now.source(path);
      FORKLINT_CHECK(source != nullptr, "a fix edits a file that was analysed");
      trial.texts[source->disk_path()] = fix::apply(*source, edits);
    }
    Result<Snapshot> after = analyse_(trial.texts);
    if (!after) return tl::unexpected(after.error());
    trial.after = std::move(*after);
    trial.broken = broken_by(plan, now, trial.after);
    return trial;
  }

  void keep(const Plan& plan, const Snapshot& now, Texts texts) {
    for (const auto& [path, edits] : plan.edits) {
      const SourceFile& source = *now.source(path);
      files_.try_emplace(
          path, ChangedFile{path, source.disk_path(), std::string(source.disk_bytes()), std::string()});
    }
    texts_ = std::move(texts);
    join_files(plan);
  }

  // Imports whose last uses different fixes have taken away. Where that breaks something, they stay.
  Result<void> tidy(const Snapshot& first, const Snapshot& now) {
    if (!now.idle_imports) return {};
    Plan plan;
    for (const auto& [path, file] : files_) {
      std::set<std::string> idle = now.idle_imports(path);
      for (const std::string& name : first.idle_imports(path)) idle.erase(name);
      if (idle.empty()) continue;
      if (std::vector<Edit> edits = now.without_imports(path, idle); !edits.empty())
        plan.edits[path] = std::move(edits);
    }
    if (plan.edits.empty()) return {};
    Result<Trial> trial = try_out(plan, now);
    if (!trial) return tl::unexpected(trial.error());
    if (trial->broken.empty()) texts_ = std::move(trial->texts);
    return {};
  }

  // Of the fixes that may be to blame, those that are: the shortest beginning of the list that breaks
  // something ends with one. The next round finds the others.
  Result<void> reject_culprits(const Plan& plan, const Snapshot& now, Broken broken) {
    const std::vector<Taken> suspects = suspects_of(plan, broken);
    std::size_t good = 0;
    std::size_t bad = suspects.size();
    while (bad - good > 1 && trials_left_ > 0) {
      --trials_left_;
      const std::size_t middle = good + (bad - good) / 2;
      Result<Trial> trial =
          try_out(plan_of({suspects.begin(), suspects.begin() + static_cast<std::ptrdiff_t>(middle)}), now);
      if (!trial) return tl::unexpected(trial.error());
      if (trial->broken.empty()) {
        good = middle;
      } else {
        bad = middle;
        broken = std::move(trial->broken);
      }
    }
    for (std::size_t i = good; i < bad; ++i) reject(suspects[i], broken);
    return {};
  }

  // Those that change the files where something broke; where one was left alone, any may have done it.
  static std::vector<Taken> suspects_of(const Plan& plan, const Broken& broken) {
    std::vector<Taken> suspects;
    const bool elsewhere = std::any_of(broken.begin(), broken.end(),
                                       [&](const auto& each) { return !plan.edits.contains(each.first); });
    std::copy_if(plan.taken.begin(), plan.taken.end(), std::back_inserter(suspects), [&](const Taken& taken) {
      return elsewhere || std::any_of(taken.fix->edits.begin(), taken.fix->edits.end(),
                                      [&](const Edit& edit) { return broken.contains(edit.path); });
    });
    return suspects;
  }

  void reject(const Taken& taken, const Broken& broken) {
    const std::vector<Edit>& edits = taken.fix->edits;
    const auto own = std::find_if(edits.begin(), edits.end(),
                                  [&](const Edit& edit) { return broken.contains(edit.path); });
    const std::string& path = own == edits.end() ? edits.front().path : own->path;
    const auto reason = own == edits.end() ? broken.begin() : broken.find(path);
    const std::string where = reason->first == path ? "" : " in " + reason->first;
    choice_.rejected.insert(edits);
    notices_.push_back({Notice::Kind::warning, path, 0,
                        fmt::format("left as it was, as far as the fix '{}' goes: {}{}", taken.fix->title,
                                    reason->second, where)});
  }

  const Analyse& analyse_;
  Choice choice_;
  unsigned trials_left_ = kMaxTrials;
  Texts texts_;
  std::map<std::string, ChangedFile> files_;
  std::map<std::string, std::string> leaders_;  // by path: another one of the same group, towards its leader
  std::vector<Notice> notices_;
};

}  // namespace

Result<Outcome> run_rounds(const Snapshot& first, const Analyse& analyse, Choice choice) {
  Rounds rounds(analyse, std::move(choice));
  if (Result<void> done = rounds.run(first); !done) return tl::unexpected(done.error());
  return rounds.take_outcome();
}

}  // namespace forklint::fix
