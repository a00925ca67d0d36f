// A log as JSON text (standard: 3.13 and on; JSON: RFC 8259).
#pragma once

#include <string>

#include "sarif/model.h"

namespace sarif {

inline constexpr const char* kSchemaUri = "https://json.schemastore.org/sarif-2.1.0.json";

// Valid UTF-8 whatever the strings hold, indented, the same text for the same log. Ends with a newline.
std::string to_json(const Log& log);

}  // namespace sarif
