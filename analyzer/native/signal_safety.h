// What functions of C and C++ do that matters around a fork, as the catalog has it.
#pragma once

#include <cstdint>
#include <string_view>

namespace forklint::native {

enum class Safety : std::uint8_t { safe, unsafe, unknown };

// By the qualified name of a function that the project does not define. `is_c`: it is one of a C library.
Safety safety_of(std::string_view name, bool is_c);

// By a function's key: one of C, which has no namespace and no types in it.
bool is_function_of_c(std::string_view key);

// What becomes of threads, those of a device's runtime included.
enum class ThreadEffect : std::uint8_t { none, starts, ends, starts_accelerator };

ThreadEffect thread_effect_of(std::string_view name);

// exec and its kin, _exit: the end of a child.
bool ends_process(std::string_view name);

}  // namespace forklint::native
