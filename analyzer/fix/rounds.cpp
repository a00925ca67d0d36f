#include "fix/rounds.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/check.h"
#include "fix/apply.h"

namespace forklint::fix {
namespace {

constexpr unsigned kMaxRounds = 10;

class Rounds {
 public:
  Rounds(const Analyse& analyse, Choice choice) : analyse_(analyse), choice_(std::move(choice)) {}

  Result<void> run(const Snapshot& first) {
    const Snapshot* now = &first;
    std::unique_ptr<Snapshot> kept;
    for (unsigned round = 0; round < kMaxRounds;) {
      const Plan plan = make_plan(now->findings, choice_);
      if (plan.taken.empty()) return {};
      const Texts before = texts_;
      const bool is_known_text = take(plan, *now);
      FORKLINT_CHECK(is_known_text, "a fix edits a file that was analysed");
      Result<Snapshot> after = analyse_(texts_);
      if (!after) return tl::unexpected(after.error());
      const std::map<std::string, std::string> broken = broken_by(plan, *now, *after);
      if (!broken.empty()) {
        texts_ = before;
        reject(plan, broken);
        continue;
      }
      join_files(plan);
      kept = std::make_unique<Snapshot>(std::move(*after));
      now = kept.get();
      ++round;
    }
    return {};
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

  bool take(const Plan& plan, const Snapshot& now) {
    for (const auto& [path, edits] : plan.edits) {
      const SourceFile* source = now.source(path);
      if (source == nullptr) return false;
      files_.try_emplace(
          path, ChangedFile{path, source->disk_path(), std::string(source->disk_bytes()), std::string()});
      texts_[source->disk_path()] = fix::apply(*source, edits);
    }
    return true;
  }

  void reject(const Plan& plan, const std::map<std::string, std::string>& broken) {
    for (const Taken& taken : plan.taken) {
      for (const Edit& edit : taken.fix->edits) {
        const auto reason = broken.find(edit.path);
        if (reason == broken.end()) continue;
        choice_.rejected.insert(taken.fix->edits);
        notices_.push_back({Notice::Kind::warning, edit.path, 0,
                            fmt::format("left as it was, as far as the fix '{}' goes: {}", taken.fix->title,
                                        reason->second)});
        break;
      }
    }
  }

  const Analyse& analyse_;
  Choice choice_;
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
