// The state of every name of a frame at one point of the flow.
//
// A persistent tree with 16 branches per node: copying an environment is free, setting a name copies the few
// nodes on the way that are shared with other environments, and joining two walks only the parts in which
// they differ. So a branch costs what it changes, however many names the frame has.
#pragma once

#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "python/state_table.h"

namespace forklint::python {

using Slot = std::uint32_t;  // a name of the frame

// The nodes of all environments of one frame.
class EnvironmentPool {
 public:
  // 0 is the tree in which nothing is bound.
  using Tree = std::uint32_t;

  EnvironmentPool(StateTable& states, std::uint32_t slots);

  StateId get(Tree tree, Slot slot) const;
  // `set` takes over the reference to its tree; `join` and `rebase` leave theirs alone. All return a new one.
  Tree set(Tree tree, Slot slot, StateId state) { return set_below(tree, height_ - 1, slot, state); }
  Tree join(Tree left, Tree right) { return join_below(left, right, height_ - 1); }
  // `base` with the changes that lead from `before` to `after`.
  Tree rebase(Tree base, Tree before, Tree after) { return rebase_below(base, before, after, height_ - 1); }
  Tree retain(Tree tree);
  void release(Tree tree) { release_below(tree, height_ - 1); }

  // Nodes touched so far: the measure of the work.
  std::uint64_t steps() const { return steps_; }

 private:
  static constexpr std::uint32_t kBits = 4;
  static constexpr std::uint32_t kFanout = 1U << kBits;
  using Entries = std::array<std::uint32_t, kFanout>;  // trees, or states at level 0
  struct Node {
    std::uint32_t references = 1;
    Entries entries{};
  };

  static std::uint32_t index(Slot slot, std::uint32_t level) { return (slot >> (kBits * level)) % kFanout; }
  Tree set_below(Tree tree, std::uint32_t level, Slot slot, StateId state);
  Tree join_below(Tree left, Tree right, std::uint32_t level);
  Tree rebase_below(Tree base, Tree before, Tree after, std::uint32_t level);
  void release_below(Tree tree, std::uint32_t level);
  Tree own(Tree tree, std::uint32_t level);
  Tree allocate(const Entries& entries);
  // A node with these entries (their references are taken), or `same` again when it holds just these.
  Tree share(const Entries& entries, Tree same, std::uint32_t level);
  Entries entries(Tree tree) const { return nodes_[tree].entries; }

  StateTable& states_;
  std::uint32_t height_ = 1;
  std::vector<Node> nodes_;
  std::vector<Tree> free_;
  std::uint64_t steps_ = 0;
};

class Environment {
 public:
  explicit Environment(EnvironmentPool& pool) : pool_(&pool) {}
  Environment(const Environment& other) : pool_(other.pool_), tree_(pool_->retain(other.tree_)) {}
  Environment(Environment&& other) noexcept : pool_(other.pool_), tree_(std::exchange(other.tree_, 0)) {}
  Environment& operator=(Environment other) noexcept {
    std::swap(pool_, other.pool_);
    std::swap(tree_, other.tree_);
    return *this;
  }
  ~Environment() { pool_->release(tree_); }

  StateId get(Slot slot) const { return pool_->get(tree_, slot); }
  void set(Slot slot, StateId state) { tree_ = pool_->set(tree_, slot, state); }
  Environment join(const Environment& other) const { return {pool_, pool_->join(tree_, other.tree_)}; }
  // This environment after the changes that lead from `before` to `after`.
  Environment rebase(const Environment& before, const Environment& after) const {
    return {pool_, pool_->rebase(tree_, before.tree_, after.tree_)};
  }

 private:
  Environment(EnvironmentPool* pool, EnvironmentPool::Tree tree) : pool_(pool), tree_(tree) {}

  EnvironmentPool* pool_;
  EnvironmentPool::Tree tree_ = 0;
};

}  // namespace forklint::python
