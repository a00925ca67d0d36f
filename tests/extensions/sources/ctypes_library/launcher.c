// A shared object that ctypes loads.
#include <unistd.h>

int launch(void) {
  return fork();
}
