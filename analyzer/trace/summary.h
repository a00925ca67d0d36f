// The forks of a recording by the user's line, and what the check of the code says of each.
#pragma once

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "diagnose/advice.h"
#include "diagnose/sarif_places.h"
#include "trace/recording.h"

namespace forklint::trace {

struct ForkPlace {
  std::optional<dump::Frame> place;  // nothing where only a library's code is on the stack
  std::string project_path;          // "" where it lies outside of the project
  std::string call;
  bool native = false;
  std::size_t count = 0;
  std::size_t beside_threads = 0;  // of them, those beside another thread
  std::vector<std::string> threads;
  std::vector<std::string> held_locks;
  std::vector<std::string> accelerators;
  std::vector<dump::Frame> stack;  // of the first
  std::vector<diagnose::StaticFinding> findings;
};

struct Summary {
  std::vector<ForkPlace> places;  // in the order in which they were first seen
  std::vector<diagnose::StaticFinding> never_seen;
  std::size_t processes = 0;
  std::size_t forks = 0;
  std::vector<Hang> hangs;
  std::vector<std::string> failures;
  std::size_t unreadable = 0;
  bool joined = false;  // with a project
};

Summary summarise(const Recording& recording, const std::vector<diagnose::StaticFinding>& findings,
                  const diagnose::ProjectFiles* project);

void render_text(const Summary& summary, std::ostream& out);
void render_sarif(const Summary& summary, const diagnose::SarifPlaces& places, std::ostream& out);

}  // namespace forklint::trace
