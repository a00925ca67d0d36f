// The syntax of a module as text that reads like Python with every grouping made explicit, for expectations:
// `!` stands before what is damaged (said once, at the outermost node), `?(...)` is an Unparsed with its
// parts.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "python/module.h"

namespace forklint::python::testing {

PythonModule parse_bytes(std::string bytes, const Limits& limits = {});

std::string dump(const Expr& expr);
// One line per statement, two spaces per level, each line with its newline.
std::string dump(Block body);
// Parses and dumps; the notices follow as `# line: text`.
std::string dump_source(std::string bytes);

// Every expression of the module, parents first, functions and classes included.
void for_each_expr(const PythonModule& module, const std::function<void(const Expr&)>& visit);
// The texts of all undamaged calls, in order of the text.
std::vector<std::string> trusted_calls(std::string bytes);
// What breaks "a child lies in its parent", one line each; empty when all is well.
std::string misplaced_spans(const PythonModule& module);

}  // namespace forklint::python::testing
