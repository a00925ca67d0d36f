// Maps that have something for some keys.
#pragma once

namespace forklint {

// What the map holds for the key, or an empty value that lives as long as the program.
template <typename Map, typename Key>
const typename Map::mapped_type& value_or_empty(const Map& map, const Key& key) {
  static const typename Map::mapped_type kEmpty{};
  const auto found = map.find(key);
  return found == map.end() ? kEmpty : found->second;
}

}  // namespace forklint
