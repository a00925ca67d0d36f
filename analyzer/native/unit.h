// What is known of one C or C++ translation unit: plain data, made by the reader in a process of its own. No
// type of Clang leaves that.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "source/span.h"

namespace forklint::native {

struct NativePlace {
  std::uint32_t file = 0;  // index into NativeUnit::files
  Span span;               // bytes, within one line

  auto operator<=>(const NativePlace&) const = default;
};

// A call in a function's body. `callee` is empty where what is called is not known.
struct NativeCall {
  NativePlace place;
  std::string callee;           // the function's key
  std::string name;             // as its declaration qualifies it: "std::thread::thread"
  std::uint32_t name_size = 0;  // bytes at the beginning of the place that spell the bare name; 0: not so
  Span branch;          // the innermost part of the body that runs on a condition and holds it; or empty
  bool may_end = true;  // of a child's call: exec or _exit may follow; false where it only can return
};

// How the child of a fork goes on, as far as its function shows.
struct ChildRegion {
  bool known = false;                            // false: the code does not tell parent and child apart
  std::vector<NativeCall> calls;                 // what the child may call before it ends, each place once
  bool ends = false;                             // a path reaches exec or _exit
  std::vector<NativePlace> returns;              // where the child returns from the function
  std::vector<NativePlace> failed_exec_returns;  // where it does so after an exec that failed
  bool calls_hook = false;                       // PyOS_AfterFork_Child
};

enum class ForkKind : std::uint8_t { fork, vfork, terminal, daemon, clone };

// A statement that does nothing but fork into a variable: `pid_t pid = fork();`. Empty where it is no such.
struct ForkStatement {
  NativePlace place;     // with its semicolon; within one line
  std::string variable;  // "" for none
};

struct NativeEdit {
  std::uint32_t file = 0;  // index into NativeUnit::files
  Span span;               // bytes, over any number of lines
  std::string replacement;
};

struct NativeFork {
  ForkKind kind = ForkKind::fork;
  std::string name;  // "fork", "vfork", "syscall(SYS_fork)"
  NativePlace place;
  std::uint32_t function = 0;  // index into NativeUnit::functions
  bool certain = true;         // false: flags decide that are not known
  bool in_macro = false;
  std::vector<NativeCall> before;  // what its function may have called on the way to it, as it stands there
  bool parent_hook = false;        // PyOS_AfterFork_Parent on the parent's way
  bool parent_returns = true;      // false: it ends, as that of a daemon does
  ForkStatement statement;
  std::vector<NativeEdit>
      spawn;  // that make a call of posix_spawn of it; none where that takes more than edits
  ChildRegion child;
};

struct NativeFunction {
  std::string key;   // the same in every unit, for functions that other units see
  std::string name;  // qualified
  NativePlace place;
  bool external = false;    // other units can call it
  bool at_load = false;     // runs when the library is loaded: a static initialiser
  bool for_python = false;  // has the signature of a function that Python calls
  std::vector<NativeCall> calls;
};

// A native function under the name by which Python calls it.
struct NativeBinding {
  std::string scope;     // a module, "fast", or a mark, "@..."
  std::string name;      // below it: "spawn", "Pool.spawn"; "" for what the mark stands for
  std::string function;  // its key
  NativePlace place;     // where the name stands
  bool in_class = false;
  bool is_constructor = false;  // the name is that of the class
};

// What a mark stands for: a table of methods for a module or a type, a function for the module that it fills.
// The same mark may stand for several.
struct NativeScope {
  std::string mark;
  std::string scope;  // a module, or another mark
  std::string inner;  // dotted name below that: of a class, or of a submodule
  bool is_class = false;
};

struct NativeUnit {
  std::string path;                // as it was asked for
  std::vector<std::string> files;  // absolute; those that places lie in
  std::vector<NativeFunction> functions;
  std::vector<NativeFork> forks;
  std::vector<NativeBinding> bindings;
  std::vector<NativeScope> scopes;
  std::vector<std::string> missing_headers;  // as they are written
  std::vector<std::string> stubs;            // headers that are replaced by what forklint knows of them
  std::string first_error;                   // "" for none
  std::uint32_t errors = 0;                  // besides missing headers
};

}  // namespace forklint::native
