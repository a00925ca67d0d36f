#include "launch.h"

int one(void) { return launch(); }
