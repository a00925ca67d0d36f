#include "diagnose/stack.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace forklint::diagnose {
namespace {

// A frame without a name, or with its address for one.
bool is_nameless(const dump::Frame& frame) {
  return frame.native &&
         (frame.function.empty() || frame.function == "??" || frame.function.starts_with("0x"));
}

// Other waits may be for an event.
bool is_mutex(const dump::Frame& frame) {
  return frame.function.find("lock_wait") != std::string::npos ||
         frame.function.find("mutex_lock") != std::string::npos ||
         frame.function.find("Mutex::Lock") != std::string::npos;
}

bool is_c_library(const dump::Frame& frame) {
  constexpr auto kNames =
      std::to_array<std::string_view>({"libc.so", "libc-2", "libpthread", "[vdso]", "ld-linux", "ld-musl"});
  return std::ranges::any_of(
      kNames, [&](std::string_view name) { return frame.library.find(name) != std::string::npos; });
}

}  // namespace

Stack::Stack(const dump::Thread& thread, const SourceLines& sources) : thread_(thread), sources_(sources) {
  for (const dump::Frame& frame : thread.frames) {
    roles_.push_back(role_of(frame));
    codes_.push_back(code_of(frame));
  }
  for (std::size_t i = 0; i < codes_.size(); ++i) {
    if (codes_[i] != Code::forks && roles_[i] != Role::after_fork) continue;
    fork_frame_ = i;
    break;
  }
}

bool Stack::has_role(Role role) const {
  return std::find(roles_.begin(), roles_.end(), role) != roles_.end();
}

bool Stack::has_code(Code code) const {
  return std::find(codes_.begin(), codes_.end(), code) != codes_.end();
}

std::optional<Code> Stack::innermost_code(std::size_t depth) const {
  std::size_t seen = 0;
  for (std::size_t i = 0; i < codes_.size() && seen < depth; ++i) {
    if (thread_.frames[i].native) continue;
    if (codes_[i]) return codes_[i];
    ++seen;
  }
  return std::nullopt;
}

const dump::Frame* Stack::innermost_python() const {
  for (const dump::Frame& frame : thread_.frames) {
    if (!frame.native) return &frame;
  }
  return nullptr;
}

std::optional<Role> Stack::awaited_lock() const {
  bool waits = false;
  bool for_mutex = false;
  for (std::size_t i = 0; i < roles_.size() && thread_.frames[i].native; ++i) {
    const dump::Frame& frame = thread_.frames[i];
    if (roles_[i] == Role::wait || roles_[i] == Role::python_lock) waits = true;
    for_mutex = for_mutex || is_mutex(frame);
    if (roles_[i] == Role::wait) continue;
    if (!roles_[i] && (is_nameless(frame) || is_c_library(frame))) {
      // Where the C library has no symbols, its innermost frames are the wait.
      continue;
    }
    if (roles_[i] == Role::condition) return std::nullopt;
    if (!waits) return std::nullopt;
    return roles_[i] || !for_mutex ? roles_[i] : Role::native_lock;
  }
  return for_mutex ? std::optional(Role::native_lock) : std::nullopt;
}

std::optional<Role> Stack::occupation() const {
  for (std::size_t i = 0; i < roles_.size() && thread_.frames[i].native; ++i) {
    if (roles_[i] && roles_[i] != Role::wait) return roles_[i];
  }
  return std::nullopt;
}

bool Stack::is_native_only() const { return innermost_python() == nullptr; }

bool Stack::is_users(const dump::Frame& frame) const {
  if (frame.native || frame.file.empty()) return false;
  return sources_.has(frame) || !is_vendor(frame);
}

std::optional<std::size_t> Stack::user_index(std::size_t from) const {
  for (std::size_t i = from; i < thread_.frames.size(); ++i) {
    if (is_users(thread_.frames[i])) return i;
  }
  return std::nullopt;
}

std::optional<dump::Frame> Stack::user_frame() const {
  const std::optional<std::size_t> found = user_index(fork_frame_.value_or(0));
  return found ? std::optional(thread_.frames[*found]) : std::nullopt;
}

std::optional<dump::Frame> Stack::innermost_user_frame() const {
  const std::optional<std::size_t> found = user_index(0);
  return found ? std::optional(thread_.frames[*found]) : std::nullopt;
}

std::string_view Stack::rewrite() const {
  const std::size_t begin = fork_frame_.value_or(0);
  const std::size_t end = user_index(begin).value_or(thread_.frames.size());
  std::string_view outermost;
  for (std::size_t i = begin; i < end; ++i) {
    const std::string_view text = rewrite_of(thread_.frames[i]);
    if (!text.empty()) outermost = text;
  }
  return outermost;
}

const dump::Frame& Stack::waiting_frame() const {
  for (std::size_t i = 0; i < thread_.frames.size(); ++i) {
    if (!is_nameless(thread_.frames[i]) && roles_[i] != Role::wait) return thread_.frames[i];
  }
  return thread_.frames.front();
}

}  // namespace forklint::diagnose
