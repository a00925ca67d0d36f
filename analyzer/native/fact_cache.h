// What was read of units, kept between runs, so that a unit that is as it was costs no Clang.
//
// One file for each unit, so that the folder grows with the code and not with its changes. It says of what it
// was made: another version of forklint, other flags, one other byte in the unit or in a header of the
// project that it may include, and the unit is read anew. System headers do not count. What is damaged or was
// written by something else is passed by. Writing is atomic, and a folder that can't be written to is done
// without.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/host.h"
#include "native/protocol.h"

namespace forklint::native {

// 32 hexadecimal digits.
std::string content_hash(std::string_view bytes);

class FactCache {
 public:
  // `folder` need not exist; `program` is the reader, whose identity counts as its version does.
  FactCache(FileSystem& files, std::string folder, const std::string& program);

  // `content` says which files of the project a unit is made of, and the hashes of their bytes.
  std::optional<NativeUnit> find(const UnitRequest& request, std::string_view content) const;
  void keep(const UnitRequest& request, std::string_view content, const NativeUnit& unit) const;
  // Whether anything was kept of the unit, be it out of date.
  bool knows(const UnitRequest& request) const;

 private:
  std::string file_of(const UnitRequest& request) const;
  std::string mark_of(const UnitRequest& request, std::string_view content) const;

  FileSystem& files_;
  const std::string folder_;
  std::string reader_;
};

// $XDG_CACHE_HOME/forklint, or ~/.cache/forklint; "" where neither is known.
std::string user_cache_folder(const Host& host);

}  // namespace forklint::native
