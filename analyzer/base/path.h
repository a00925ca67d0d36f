// Paths as raw bytes with '/' separators: a file name need not be valid in any encoding.
// All of these are pure text functions; what lies on the disk is FileSystem's to say.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace forklint::path {

bool is_absolute(std::string_view path);

// `tail` under `base`; `tail` alone where it is absolute or `base` is empty.
std::string join(std::string_view base, std::string_view tail);

// Without ".", "..", doubled and trailing separators, as far as the text tells. "." for nothing left.
std::string normalise(std::string_view path);

// Everything before the last component: "a" for "a/b", "." for "b", "/" for "/b" and for "/".
std::string_view parent(std::string_view path);

// The last component.
std::string_view name(std::string_view path);

// From the last dot of the name on (".py"), "" without one or for a name such as ".git".
std::string_view extension(std::string_view path);

// Whether `path` is `folder` or lies under it; both normalised and of the same kind.
bool is_inside(std::string_view path, std::string_view folder);

// `path` as seen from `folder` ("." for the folder itself); nothing where it lies outside of it.
std::optional<std::string> relative_to(std::string_view path, std::string_view folder);

}  // namespace forklint::path
