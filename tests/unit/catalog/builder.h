// Catalog records for tests, written as people write them.
#pragma once

#include <string>
#include <string_view>

#include "catalog/text/records.h"

namespace forklint::catalog {

// What is wrong with a text of records, "" for nothing: read and checked as the build does it.
inline std::string mistake_in(std::string_view toml) {
  RecordSet records;
  if (const Result<void> read = read_records(toml, {.path = "records.toml"}, records); !read) {
    return read.error().message;
  }
  const Result<void> checked = check_records(records, nullptr);
  return checked ? std::string() : checked.error().message;
}

}  // namespace forklint::catalog
