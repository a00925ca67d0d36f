// A shared object that cffi loads.
#include <unistd.h>

int launch(void) {
  return fork();
}
