// Nodes and lists in the arena of a module: allocated, never freed one by one.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <memory_resource>
#include <new>
#include <span>
#include <string_view>
#include <type_traits>

namespace forklint::python {

template <typename T>
T* allocate(std::pmr::memory_resource& arena) {
  static_assert(std::is_trivially_destructible_v<T>, "the arena runs no destructors");
  return new (arena.allocate(sizeof(T), alignof(T))) T{};
}

inline std::string_view copy_text(std::pmr::memory_resource& arena, std::string_view text) {
  if (text.empty()) return {};
  char* data = static_cast<char*>(arena.allocate(text.size(), 1));
  std::copy(text.begin(), text.end(), data);
  return {data, text.size()};
}

// A growing list whose elements stay in the arena.
template <typename T>
class ArenaList {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  explicit ArenaList(std::pmr::memory_resource& arena) : arena_(&arena) {}

  void push(const T& value) {
    if (size_ == capacity_) grow();
    data_[size_++] = value;
  }
  std::size_t size() const { return size_; }
  T& operator[](std::size_t index) { return data_[index]; }
  std::span<const T> view() const { return {data_, size_}; }

 private:
  void grow() {
    const std::size_t capacity = capacity_ == 0 ? 2 : capacity_ * 2;
    T* data = std::pmr::polymorphic_allocator<T>(arena_).allocate(capacity);
    std::uninitialized_copy_n(data_, size_, data);
    data_ = data;
    capacity_ = capacity;
  }

  std::pmr::memory_resource* arena_;
  T* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t capacity_ = 0;
};

}  // namespace forklint::python
