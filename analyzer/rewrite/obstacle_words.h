// How an obstacle to spawn is put into words.
#pragma once

#include <string>

#include "program/spawn_safety.h"

namespace forklint::rewrite {

// One sentence with a full stop: what stands in the way, and what to do about it by hand.
std::string advice_on(const program::SpawnObstacle& obstacle);

// For a title: "a lambda can't be pickled".
std::string reason_of(const program::SpawnObstacle& obstacle);

}  // namespace forklint::rewrite
