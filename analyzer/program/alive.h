// What is alive when a process is forked: the evidence behind the rules on order, with the way to it.
#pragma once

#include <vector>

#include "program/entry_point.h"
#include "program/path.h"

namespace forklint::program {

enum class AliveKind : std::uint8_t {
  hazard,     // something that the catalog calls a hazard began before and has not ended
  in_thread,  // the fork itself runs in a thread that `hazard` started
};

// Something that surely or possibly is alive at one fork.
struct Alive {
  AliveKind kind = AliveKind::hazard;
  const Site* hazard = nullptr;                          // what brought it about, or
  const catalog::ImportHazard* import_hazard = nullptr;  // the import that did
  bool certain = false;                                  // whatever path the program takes to the fork
  const EntryPoint* entry = nullptr;  // null where only a caller outside the project gets here
  Path started;                       // from the entry to the start of the hazard
  Path forked;                        // from the entry to the fork

  catalog::Hazard what() const { return hazard != nullptr ? hazard->api->hazard : import_hazard->hazard; }
  std::string_view name() const {
    return hazard != nullptr ? hazard->api->hazard_of : import_hazard->hazard_of;
  }
};

}  // namespace forklint::program
