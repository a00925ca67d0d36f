// The records as C++: constants that need no work when forklint starts.
#pragma once

#include <string>

#include "catalog/text/records.h"

namespace forklint::catalog {

std::string compiled(const RecordSet& records);

}  // namespace forklint::catalog
