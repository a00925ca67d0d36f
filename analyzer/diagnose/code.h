// What is known of Python functions that stand in stacks: of the standard library, torch, servers.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "dump/dump.h"

namespace forklint::diagnose {

enum class Code : std::uint8_t {
  waits_for_fork,    // popen_fork's poll and wait
  waits_for_worker,  // a result of a pool, an executor, a loader
  forks,             // runs os.fork(); what stands inside of it runs in the child
  starts_fresh,      // the first frames of a spawned process: nothing is inherited
  logging_lock,
  import_lock,
  thread_lock,
  stream_lock,
  shared_lock,
  thread_join,
  queue,
  idle_worker,
  event_loop,
  network,
  file_system,
  collective,
  device,
  subprocess,
};

std::optional<Code> code_of(const dump::Frame& frame);

// Code of the standard library or of an installed package: not the user's to change.
bool is_vendor(const dump::Frame& frame);

// How what forks is rewritten, told by a frame between the user's and the fork: "" for nothing known.
std::string_view rewrite_of(const dump::Frame& frame);

// "Server.handle" as "handle".
std::string_view without_class(std::string_view function);

// `path` ends with `tail`, from a folder on.
bool ends_with_path(std::string_view path, std::string_view tail);

}  // namespace forklint::diagnose
