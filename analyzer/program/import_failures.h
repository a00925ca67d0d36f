// `except ImportError:` around imports that can't fail on any Python that forklint reads. Internal.
#pragma once

#include "python/scope.h"

namespace forklint::program {

// Whether the region is a handler for failed imports of names that every Python since 3.6 has.
bool is_never_entered(const python::Region& region);

}  // namespace forklint::program
