#pragma once
namespace pybind11 {
struct module_ {
  template <class Function, class... Extra>
  module_ &def(const char *, Function &&, const Extra &...) { return *this; }
  module_ def_submodule(const char *name, const char *documentation = nullptr);
};
}  // namespace pybind11
#define PYBIND11_MODULE(name, variable)                  \
  static void pybind11_init_##name(pybind11::module_ &); \
  void pybind11_init_##name(pybind11::module_ &variable)
