// The Python of a notebook: what IPython understands and Python does not is hidden from the parser.
#pragma once

#include <memory>
#include <string>

#include "base/result.h"
#include "source/source_file.h"

namespace forklint::python {

// A file's bytes as the source that is parsed: themselves, or the code of a notebook.
Result<std::unique_ptr<const SourceFile>> source_of(std::string path, std::string disk_path,
                                                    std::string bytes);

// The code with magics (`%time`, `%%bash`, `!ls`, `x = !ls`, `f?`) replaced by as many bytes of harmless
// Python. `cells`: where they lie in the code.
std::string without_magics(std::string code, const std::vector<Span>& cells);

}  // namespace forklint::python
