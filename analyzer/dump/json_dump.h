// py-spy dump --json.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "dump/dump.h"

namespace forklint::dump {

// Nothing for a text that is not such a dump.
std::optional<std::vector<Process>> read_json_dump(std::string_view text);

}  // namespace forklint::dump
