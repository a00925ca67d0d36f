// From events to processes.
#pragma once

#include <string_view>
#include <vector>

#include "dump/events.h"

namespace forklint::dump {

std::vector<Process> assemble(std::string_view text, std::vector<Event> events);

}  // namespace forklint::dump
