#include "helpers.h"

int first(void) { return unsafe(); }
