// What an Evaluator found out, and what that rests on. Internal to this room.
#pragma once

#include <algorithm>
#include <cstdint>
#include <deque>
#include <functional>
#include <limits>
#include <memory_resource>
#include <unordered_map>
#include <utility>
#include <vector>

#include "program/value.h"

namespace forklint::program {

// What an answer rests on besides the code itself.
struct Basis {
  bool parameters = false;   // what a parameter is: another thing in each call that is looked into
  bool provisional = false;  // a parameter whose callers are not known yet
  bool unread = false;       // a file of the project that is not parsed
  // The outermost level of a question that is open and whose answer this one lacks; kWhole: none.
  unsigned lacks = kWhole;

  static constexpr unsigned kWhole = std::numeric_limits<unsigned>::max();

  // Of the code alone: no module that comes later, and no caller, makes it another.
  bool is_settled() const { return !parameters && !provisional && !unread; }

  void add(const Basis& other) {
    parameters = parameters || other.parameters;
    provisional = provisional || other.provisional;
    unread = unread || other.unread;
    lacks = std::min(lacks, other.lacks);
  }
};

struct Remembered {
  ValueSet values;
  Basis basis;
};

// An expression as one chain of calls sees it; 0: as everyone does.
struct Question {
  const python::Expr* expr = nullptr;
  unsigned frame = 0;
  // Of the answer: Module::first_place and the number of the expression. It only says where to look.
  std::size_t place = 0;

  bool operator==(const Question& other) const { return expr == other.expr && frame == other.frame; }
  struct Hash {
    std::size_t operator()(const Question& question) const {
      constexpr std::size_t kSpread = 0x9E3779B97F4A7C15U;
      return std::hash<const void*>{}(question.expr) ^ (question.frame * kSpread);
    }
  };
};

// There are very many, and most are asked again and again: those that everyone asks are found by their
// place. What `find` gives stays as it is until its place is set or erased.
class Answers {
 public:
  // For the expressions of one more module; gives the first place.
  std::size_t add_places(std::size_t count) {
    plain_.resize(plain_.size() + count);
    is_listed_.resize(plain_.size());
    return plain_.size() - count;
  }

  Remembered* find(const Question& question) {
    if (question.frame == 0) {
      Answer* answer = plain_[question.place];
      return answer != nullptr && answer->expr == question.expr ? &answer->known : nullptr;
    }
    const auto found = framed_.find(question);
    return found == framed_.end() ? nullptr : &found->second;
  }

  void set(const Question& question, Remembered known) {
    if (question.frame != 0) {
      framed_.insert_or_assign(question, std::move(known));
      return;
    }
    if (!known.basis.is_settled()) list(question.place);
    Answer*& place = plain_[question.place];
    if (place == nullptr) place = free_answer();
    *place = {question.expr, std::move(known)};
  }

  void erase(const Question& question) {
    if (question.frame != 0) {
      framed_.erase(question);
    } else if (find(question) != nullptr) {
      erase_at(question.place);
    }
  }

  // Erases the answers that may be others now: no settled one is among them.
  template <typename MayChange>
  void drop(MayChange may_change) {
    std::erase_if(framed_, [&](const auto& entry) { return may_change(entry.second.basis); });
    std::erase_if(unsettled_, [&](std::size_t place) {
      if (plain_[place] != nullptr && may_change(plain_[place]->known.basis)) erase_at(place);
      is_listed_[place] = plain_[place] != nullptr && !plain_[place]->known.basis.is_settled();
      return !is_listed_[place];
    });
  }

 private:
  // Who asks with the wrong module asks at the wrong place, and must not get the answer of another.
  struct Answer {
    const python::Expr* expr = nullptr;
    Remembered known;
  };

  void list(std::size_t place) {
    if (!is_listed_[place]) unsettled_.push_back(place);
    is_listed_[place] = true;
  }

  void erase_at(std::size_t place) {
    Answer* answer = std::exchange(plain_[place], nullptr);
    *answer = {};
    free_.push_back(answer);
  }

  Answer* free_answer() {
    if (free_.empty()) return &store_.emplace_back();
    Answer* answer = free_.back();
    free_.pop_back();
    return answer;
  }

  std::vector<Answer*> plain_;  // by place; null: not known
  std::deque<Answer> store_;
  std::vector<Answer*> free_;
  std::vector<std::size_t> unsettled_;  // places whose answer is not settled, or was not
  std::vector<bool> is_listed_;         // by place: whether it is one of these
  // They come and go, and end together.
  std::pmr::unsynchronized_pool_resource memory_;
  std::pmr::unordered_map<Question, Remembered, Question::Hash> framed_{&memory_};
};

}  // namespace forklint::program
