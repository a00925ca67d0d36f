// Native functions and libraries that tell what a thread stands in.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "dump/dump.h"

namespace forklint::diagnose {

enum class Role : std::uint8_t {
  wait,          // the wait itself: below it stands whose wait it is
  condition,     // a wait for an event, not for a lock
  python_lock,   // a lock of Python code, or of the interpreter
  shared_lock,   // a semaphore between processes: fork does not harm it
  head_lock,     // code after a fork that takes the interpreter's HEAD_LOCK
  after_fork,    // code that the interpreter runs in the child after a fork
  fork_handler,  // pthread_atfork
  gil,
  native_lock,  // of native code that is not known
  allocator,
  c_library,
  openmp,
  blas,
  cuda,
  npu,
  grpc,
  polars,
  openssl,
  arrow,
  collective,  // a wait for other ranks
  file_system,
  network,
  sleep,
  child_wait,
};

// By the function's name, also where it is misspelt by a letter or two, else by its library.
std::optional<Role> role_of(const dump::Frame& frame);

}  // namespace forklint::diagnose
