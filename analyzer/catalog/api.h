// What the catalog knows of an API: the typed form of the records in rules/catalog/*.toml.
// rules/catalog/README.md documents the vocabulary with the same words.
//
// Everything is a view: the built-in records are constants generated at build time, the records of a
// project's settings are owned by their Catalog. No field is ever text to be matched against source code.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "catalog/target.h"

namespace forklint::catalog {

// What kind of process creation the call is, which decides the rule that speaks of it.
enum class Creates : std::uint8_t {
  nothing,
  process,     // FRK102: Process, Pool, Manager and what behaves like them
  executor,    // FRK103: ProcessPoolExecutor and what is built on it
  dataloader,  // FRK104: loaders with worker processes
  fork,        // FRK105: can only fork
  preexec,     // FRK106: runs Python between fork and exec
};

// A hazard for a later fork in the same process (hazards of class A, B, C, D).
enum class Hazard : std::uint8_t {
  none,
  native_callbacks,  // native threads that call back into Python: the trigger of the HEAD_LOCK deadlock
  native_threads,    // native threads and locks of their own
  python_threads,
  accelerator,            // a device runtime is initialised
  accelerator_callbacks,  // and its native threads call back into Python
  accelerator_probe,      // a driver is only asked whether a device is there
  shared_state,           // connections and handles that must not be shared
  lock,                   // a lock of this process is held
};

enum class ParameterStyle : std::uint8_t {
  positional_only,
  positional_or_keyword,
  star,
  keyword_only,
  double_star
};

struct ParameterSpec {
  std::string_view name;
  ParameterStyle style = ParameterStyle::positional_or_keyword;
  std::string_view fallback;  // source text of the default value; "" when the argument is required
};

enum class Test : std::uint8_t {
  given,   // passed and not None
  absent,  // not passed, or None
  truthy,
  falsy,           // a false value; None is not
  positive,        // an integer > 0
  other_than_one,  // an integer that is not 1; None is not
  more_than_one,   // an integer > 1 or < 0 (all processors); None and 1 are not
  equals,          // one of the operands (strings)
  not_equals,      // none of the operands
};

// Must hold for the effect to happen; a value that is not known makes it possible. All conditions together.
struct Condition {
  std::string_view parameter;
  Test test = Test::given;
  std::span<const std::string_view> operands;
};

enum class MethodSource : std::uint8_t {
  parameter,    // `name`: takes a method name or a context; None or absent passes on to the next source
  implied,      // `name`: a parameter that, when given, selects `method`
  environment,  // `name`: a variable that holds a method name; unset passes on
  family,       // `name`: the default context of this family
  fixed,        // always `method`
};

// Where the start method comes from: the first source that has a word, in order.
struct MethodFrom {
  MethodSource source = MethodSource::family;
  std::string_view name;
  StartMethod method = StartMethod::fork;
  std::optional<PythonVersion> since;  // this source counts from here on
};

struct Api {
  std::string_view name;                      // qualified: "torch.utils.data.DataLoader", "pkg.Class.method"
  bool is_native = false;                     // of the project itself, and not written in Python
  std::span<const std::string_view> aliases;  // other import paths of the same thing
  bool is_class = false;
  bool has_signature = false;                 // false: arguments are only known by keyword
  std::span<const ParameterSpec> parameters;  // without self

  Creates creates = Creates::nothing;
  std::span<const Condition> when;
  std::span<const std::string_view>
      created_by;                              // methods of the instance that create; empty: the call itself
  std::span<const std::string_view> forks_by;  // methods that do it later, by what the call has settled
  std::span<const std::string_view> unless_called;  // methods that show the instance is used without creating
  bool by_subclassing = false;                      // deriving from it is what creates (ForkingMixIn)
  bool as_decorator = false;                        // used as @name, with or without a call
  std::span<const MethodFrom> start_method;         // empty where `creates` is fork or preexec

  std::span<const std::string_view> pickled;  // parameters that spawn and forkserver send to the new process

  std::string_view sets_family;     // calling it sets the default method of this family (parameter "method")
  bool sets_again = false;          // and may be called at any time, as often as one likes
  std::string_view context_family;  // it returns a context of this family (parameter "method")
  std::string_view pins_family;     // after it, set_start_method of this family raises
  std::span<const Condition> pins_when;
  std::string_view primitive_family;  // a lock, queue, ... bound to a context of this family
  // Qualified name of a class, "positive-integer", "self" for what the method is called on, "argument" for
  // what is passed first; "" unknown.
  std::string_view returns;
  std::string_view submits_to;  // parameter that takes an executor whose `submit` is called; "" for none
  std::string_view items;       // name of the class of what a subscript of the instance gives

  Hazard hazard = Hazard::none;
  std::string_view hazard_of;                     // "cuda", "npu", "grpc", ...: names it in messages
  std::span<const std::string_view> hazard_by;    // methods that bring it about; empty: the call itself
  std::span<const std::string_view> hazard_ends;  // methods (or "__exit__") that end it
  std::span<const std::string_view>
      hazard_told_by;        // methods that tell it to end, which it does some time later
  bool hazard_held = false;  // it ends when nobody holds the instance any more
  std::span<const Condition> hazard_when;
  std::span<const Condition> hazard_stays_when;  // where they hold, none of `hazard_ends` ends it

  std::string_view remedy;  // what to write instead: one sentence with a full stop; "" for the rule's own
  std::string_view file;    // where the record stands, "rules/catalog/stdlib.toml"
  std::uint32_t line = 0;   // 1-based
};

// `torch.multiprocessing` has every name of `multiprocessing`, unless a record of its own says otherwise.
struct Namespace {
  std::string_view name;
  std::string_view mirrors;
  std::string_view family;  // "" keeps the family of the mirrored record
};

struct FamilyDefault {
  Platform platform = Platform::linux_;
  StartMethod method = StartMethod::fork;
  std::optional<PythonVersion> since;
};

// A set of contexts with a default of its own; `set_start_method` of one does not reach another.
struct Family {
  std::string_view name;
  std::span<const FamilyDefault> defaults;  // the last that applies counts
};

// Importing this module is already a hazard.
struct ImportHazard {
  std::string_view module;
  Hazard hazard = Hazard::none;
  std::string_view hazard_of;
};

// What a call of this name gives, or what lies under it, can't be pickled.
struct Unpicklable {
  std::string_view name;   // "threading.Lock", "sys.stdout"
  std::string_view what;   // with its article: "a lock"
  std::string_view error;  // as Python puts it: "TypeError: cannot pickle '_thread.lock' object"
};

// What a function of C or C++ does that matters around a fork.
enum class NativeEffect : std::uint8_t {
  signal_safe,         // may be called between fork and exec
  unsafe,              // surely allocates, locks or runs clean-up
  starts_thread,       //
  ends_thread,         // waits for one
  starts_accelerator,  // initialises the runtime of a device, and its threads
};

struct NativeFunction {
  std::string_view name;  // qualified: "fork", "std::mutex::lock"
  NativeEffect effect = NativeEffect::signal_safe;
  bool is_prefix = false;  // all whose names begin so
};

// An environment variable or a module attribute whose value names a start method.
struct Setting {
  std::string_view name;  // "VLLM_WORKER_MULTIPROC_METHOD" or "torch._inductor.config.worker_start_method"
  bool is_environment = true;
};

}  // namespace forklint::catalog
