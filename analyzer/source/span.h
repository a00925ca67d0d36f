// A half-open range of bytes in one file, [begin, end). Lines and columns exist only in reports.
#pragma once

#include <compare>
#include <cstdint>

namespace forklint {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  auto operator<=>(const Span&) const = default;
  std::uint32_t size() const { return end - begin; }
  bool contains(std::uint32_t offset) const { return begin <= offset && offset < end; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
};

}  // namespace forklint
