// nanobind: a lambda and a class.
#include <nanobind/nanobind.h>
#include <unistd.h>

namespace nb = nanobind;

struct Pool {
  int spawn() {
    return fork();
  }
};

NB_MODULE(nano, m) {
  m.def("split", [] {
    return (int)fork();
  });
  nb::class_<Pool>(m, "Pool").def(nb::init<>()).def("spawn", &Pool::spawn);
}
