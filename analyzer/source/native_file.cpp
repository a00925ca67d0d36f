#include "source/native_file.h"

#include <algorithm>
#include <iterator>

#include "base/path.h"

namespace forklint {
namespace {

constexpr std::string_view kSources[] = {".c", ".cc", ".cpp", ".cxx", ".c++"};
constexpr std::string_view kHeaders[] = {".h", ".hh", ".hpp", ".hxx", ".h++", ".inc", ".inl", ".ipp", ".tpp"};

}  // namespace

bool is_native_source(std::string_view name) {
  return std::ranges::find(kSources, path::extension(name)) != std::end(kSources);
}

bool is_native_header(std::string_view name) {
  return std::ranges::find(kHeaders, path::extension(name)) != std::end(kHeaders);
}

}  // namespace forklint
