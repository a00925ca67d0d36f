// The renderers behind render(), one for each format; sarif.h has its own.
#pragma once

#include <ostream>
#include <string>

#include "finding/run_result.h"
#include "report/report.h"

namespace forklint::report {

void render_full(const RunResult& run, const Style& style, std::ostream& out);
void render_concise(const RunResult& run, const Style& style, std::ostream& out);
void render_json(const RunResult& run, std::ostream& out);
void render_github(const RunResult& run, std::ostream& out);
void render_gitlab(const RunResult& run, std::ostream& out);
void render_junit(const RunResult& run, std::ostream& out);

// "12 findings (9 warnings, 3 notes) in 5 files; 2 suppressed; checked 40 files", and a second line where
// fixes are on offer. With the final newline.
std::string summary_text(const RunResult& run);

}  // namespace forklint::report
