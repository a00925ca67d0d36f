// Names nothing that forks itself: the macro stands in a header.
#include "launch.h"

int two(void) { return launch() + SPLIT(); }
//                                ^^^^^^^ FRK401 warning: 'fork' in 'two' copies the process that loads this code, Python and all.
