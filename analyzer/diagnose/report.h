// What is printed of the diagnosed dumps, in three formats.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "diagnose/advice.h"
#include "diagnose/diagnosis.h"
#include "diagnose/sarif_places.h"

namespace forklint::diagnose {

struct Finding {
  Diagnosis diagnosis;
  std::vector<StaticFinding> findings;
  std::vector<std::string> advice;
  std::string project_path;  // of the user's frame, from the project's root; "" where it was not found there
};

struct DiagnosedFile {
  std::string name;
  bool is_file = false;       // no process, not standard input
  std::size_t processes = 0;  // that the dump shows
  bool has_code = false;      // the project's, which tells what the lines of the frames do
  std::vector<Finding> findings;
};

using Report = std::vector<DiagnosedFile>;

bool has_this_problem(const Report& report);

void render_text(const Report& report, std::ostream& out);
void render_json(const Report& report, std::ostream& out);
void render_sarif(const Report& report, const SarifPlaces& places, std::ostream& out);

}  // namespace forklint::diagnose
