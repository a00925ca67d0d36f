// Boost.Python: a function, and a class in a function of its own.
#include <unistd.h>

#include <boost/python.hpp>

static int split() {
  return fork();
}

struct Pool {
  int spawn() {
    return fork();
  }
};

static void add_pool() {
  boost::python::class_<Pool>("Pool").def("spawn", &Pool::spawn);
}

BOOST_PYTHON_MODULE(boosted) {
  boost::python::def("split", &split);
  add_pool();
}
