// PEP 263: the encoding that a Python file declares for itself in a comment on its first or second line.
#pragma once

#include <string>
#include <string_view>

#include "source/source_file.h"

namespace forklint {

struct PythonEncoding {
  std::string name;  // as written; "" without a declaration
  Encoding encoding = Encoding::utf8;
};

PythonEncoding python_encoding(std::string_view bytes);

}  // namespace forklint
