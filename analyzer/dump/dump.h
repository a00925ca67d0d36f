// What a dump says: processes, their threads, and the frames that these stand in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace forklint::dump {

struct Frame {
  std::string function;  // "" where the dump has none
  std::string file;      // of Python code as the dump has it: often shortened ("multiprocessing/pool.py")
  std::uint32_t line = 0;
  std::string library;  // of native code: "/lib/libc.so.6"
  bool native = false;
  std::string source;  // the line of code, where the dump shows it
};

struct Thread {
  std::string id;
  std::string name;
  std::vector<Frame> frames;  // innermost first, never empty
  std::uint32_t line = 0;     // of the text, 1-based
};

struct Process {
  std::string pid;
  std::string command;
  std::string python;  // "3.8.19", "3.8" where only a library's name tells, "" where nothing does
  std::vector<Thread> threads;
  // The dump has all threads of the process, not one picked out of them.
  bool has_all_threads = false;
};

struct Dump {
  std::string text;  // plain, for those who look for messages in it
  std::vector<Process> processes;
};

Dump read(std::string_view bytes);

}  // namespace forklint::dump
