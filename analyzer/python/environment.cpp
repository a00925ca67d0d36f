#include "python/environment.h"

namespace forklint::python {

EnvironmentPool::EnvironmentPool(StateTable& states, std::uint32_t slots) : states_(states) {
  while (kBits * height_ < 32 && (slots >> (kBits * height_)) != 0) ++height_;
  // The empty tree is a node like the others, so that reading it needs no special case.
  nodes_.emplace_back();
}

StateId EnvironmentPool::get(Tree tree, Slot slot) const {
  for (std::uint32_t level = height_; level > 0; --level) {
    if (tree == 0) return StateTable::kUnbound;
    tree = nodes_[tree].entries[index(slot, level - 1)];
  }
  return tree;
}

EnvironmentPool::Tree EnvironmentPool::retain(Tree tree) {
  if (tree != 0) ++nodes_[tree].references;
  return tree;
}

void EnvironmentPool::release_below(Tree tree, std::uint32_t level) {
  if (tree == 0 || --nodes_[tree].references > 0) return;
  ++steps_;
  if (level > 0) {
    for (const Tree child : entries(tree)) release_below(child, level - 1);
  }
  free_.push_back(tree);
}

EnvironmentPool::Tree EnvironmentPool::allocate(const Entries& entries) {
  ++steps_;
  if (free_.empty()) {
    nodes_.push_back({.references = 1, .entries = entries});
    return static_cast<Tree>(nodes_.size() - 1);
  }
  const Tree tree = free_.back();
  free_.pop_back();
  nodes_[tree] = {.references = 1, .entries = entries};
  return tree;
}

EnvironmentPool::Tree EnvironmentPool::own(Tree tree, std::uint32_t level) {
  if (tree != 0 && nodes_[tree].references == 1) return tree;
  const Entries copy = entries(tree);
  if (tree != 0) --nodes_[tree].references;
  if (level > 0) {
    for (const Tree child : copy) retain(child);
  }
  return allocate(copy);
}

EnvironmentPool::Tree EnvironmentPool::set_below(Tree tree, std::uint32_t level, Slot slot, StateId state) {
  ++steps_;
  const Tree owned = own(tree, level);
  const std::uint32_t place = index(slot, level);
  const std::uint32_t entry =
      level == 0 ? state : set_below(nodes_[owned].entries[place], level - 1, slot, state);
  nodes_[owned].entries[place] = entry;
  return owned;
}

EnvironmentPool::Tree EnvironmentPool::share(const Entries& entries, Tree same, std::uint32_t level) {
  if (nodes_[same].entries != entries) return allocate(entries);
  if (level > 0) {
    for (const Tree child : entries) release_below(child, level - 1);
  }
  return retain(same);
}

EnvironmentPool::Tree EnvironmentPool::join_below(Tree left, Tree right, std::uint32_t level) {
  if (left == right) return retain(left);
  ++steps_;
  const Entries a = entries(left);
  const Entries b = entries(right);
  Entries joined{};
  for (std::uint32_t i = 0; i < kFanout; ++i) {
    joined[i] = level == 0 ? states_.join(a[i], b[i]) : join_below(a[i], b[i], level - 1);
  }
  return share(joined, joined == b ? right : left, level);
}

EnvironmentPool::Tree EnvironmentPool::rebase_below(Tree base, Tree before, Tree after, std::uint32_t level) {
  if (before == after) return retain(base);
  if (base == before) return retain(after);
  ++steps_;
  const Entries a = entries(base);
  const Entries b = entries(before);
  const Entries c = entries(after);
  Entries result{};
  for (std::uint32_t i = 0; i < kFanout; ++i) {
    result[i] = level == 0 ? (b[i] == c[i] ? a[i] : c[i]) : rebase_below(a[i], b[i], c[i], level - 1);
  }
  return share(result, base, level);
}

}  // namespace forklint::python
