// pybind11: functions, lambdas, chains and submodules.
#include "mock/pybind11.h"

extern "C" int fork(void);

static int split() { return fork(); }
//                          ^^^^^^ FRK402 warning: The child of 'fork' in 'split' goes on in Python, which does not know that it was forked: PyOS_BeforeFork, PyOS_AfterFork_Parent, PyOS_AfterFork_Child is missing.

template <class T>
T split_as(T value) {
  return value + fork();
//               ^^^^^^ FRK402 warning: The child of 'fork' in 'split_as' goes on in Python, which does not know that it was forked: PyOS_BeforeFork, PyOS_AfterFork_Parent, PyOS_AfterFork_Child is missing.
}

int harmless() { return 1; }

PYBIND11_MODULE(fast, m) {
  m.def("split", &split).def("harmless", &harmless);
  m.def("split_as", &split_as<int>, "with words");
  pybind11::module_ inner = m.def_submodule("inner");
  inner.def("by_lambda", [] { return split(); });
}
