// One thread's stack, and what its frames are known for.
#pragma once

#include <optional>
#include <string_view>

#include "diagnose/code.h"
#include "diagnose/diagnosis.h"
#include "diagnose/symbols.h"

namespace forklint::diagnose {

class Stack {
 public:
  // Both outlive the stack.
  Stack(const dump::Thread& thread, const SourceLines& sources);

  const dump::Thread& thread() const { return thread_; }
  bool has_role(Role role) const;
  bool has_code(Code code) const;
  // The code of the innermost Python frame, or of one a few calls out.
  std::optional<Code> innermost_code(std::size_t depth = 1) const;
  const dump::Frame* innermost_python() const;
  // Whose lock the thread waits for, where native frames show that it waits for a lock.
  std::optional<Role> awaited_lock() const;
  // The innermost frame that is known for something: what an idle thread does.
  std::optional<Role> occupation() const;
  // The index of the frame that forks: what stands inside of it runs in the child.
  std::optional<std::size_t> fork_frame() const { return fork_frame_; }
  bool is_native_only() const;
  // The user's frame nearest to the fork; the innermost one of the user where the stack shows no fork.
  std::optional<dump::Frame> user_frame() const;
  // The innermost user's frame of all.
  std::optional<dump::Frame> innermost_user_frame() const;
  std::string_view rewrite() const;
  // The frame that says most of where it waits.
  const dump::Frame& waiting_frame() const;

 private:
  bool is_users(const dump::Frame& frame) const;
  std::optional<std::size_t> user_index(std::size_t from) const;

  const dump::Thread& thread_;
  const SourceLines& sources_;
  std::vector<std::optional<Role>> roles_;
  std::vector<std::optional<Code>> codes_;
  std::optional<std::size_t> fork_frame_;
};

}  // namespace forklint::diagnose
