#include "include/helpers.h"

int second() { return by_vfork(); }
