// Lines that runtimes print about forks, and about what is taken for one.
#pragma once

#include <string_view>
#include <vector>

#include "diagnose/diagnosis.h"

namespace forklint::diagnose {

std::vector<Diagnosis> diagnose_messages(std::string_view text);

}  // namespace forklint::diagnose
