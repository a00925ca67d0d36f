// pybind11: functions, templates, a class, a submodule, a helper that is given the module.
#include <pybind11/pybind11.h>
#include <unistd.h>

namespace py = pybind11;

static int split() {
  return fork();
}

class Pool {
 public:
  int spawn() {
    int pid = fork();
    return pid;
  }
};

template <class Number>
Number split_as() {
  return fork();
}

static void add_more(py::module_ &module) {
  module.def("in_helper", [] { return fork(); });
}

PYBIND11_MODULE(fast, m) {
  m.def("split", &split, "forks");
  m.def("split_as", &split_as<int>);
  py::class_<Pool>(m, "Pool").def(py::init<>()).def("spawn", &Pool::spawn);
  py::module_ inner = m.def_submodule("inner");
  inner.def("by_lambda", [](int) {
    return fork();
  });
  add_more(m);
}
