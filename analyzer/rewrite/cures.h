// What stands in the way of spawn and can be changed mechanically: functions that pickle does not find, and
// scripts without a main guard.
#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "program/program.h"
#include "rewrite/draft.h"
#include "rewrite/hoist.h"
#include "rewrite/main_part.h"
#include "rewrite/safety.h"

namespace forklint::rewrite {

class Cures {
 public:
  explicit Cures(const program::Program& program) : program_(program) {}

  // Cures what can be cured of these sites' obstacles.
  void add(const std::vector<const program::Site*>& creators, Moved moved);
  void add(const program::SpawnObstacle& obstacle, Moved moved);
  // Puts the script under a guard, with a first line of its own there; false where that is not clear.
  bool guard(const program::Module& script, const std::string& first_line = "");

  bool covers(const program::SpawnObstacle& obstacle) const;
  // Whether the site stands at the module's own level and comes under a guard.
  bool guards(const program::Site& site) const;
  bool empty() const { return words_.empty(); }

  Draft draft() const;
  // What the cures themselves may break.
  const Safety& safety() const { return safety_; }
  // The title of a fix that does this and is cured so.
  std::string title_with(const std::string& title) const;
  // Of one that does nothing else.
  std::string own_title() const;

 private:
  void move(const program::SpawnObstacle& obstacle, Moved moved);
  void add_captured(const Captured& captured, Moved moved);

  const program::Program& program_;
  Draft draft_;
  Safety safety_;
  std::vector<std::string> words_;
  std::set<const python::Function*> moved_;
  std::map<const program::Module*, MainPart> guarded_;
  // What goes to one place of a module.
  std::map<std::pair<const program::Module*, std::uint32_t>, std::string> definitions_;
  std::set<std::pair<const program::Module*, std::string>> names_;
};

}  // namespace forklint::rewrite
