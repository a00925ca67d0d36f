/* Native threads that enter and leave Python all the time, as the callback threads of accelerators and of RPC
   libraries do: the ones that hold the interpreter's HEAD_LOCK without the GIL. */
#include <Python.h>
#include <pthread.h>
#include <stdint.h>

static void *enter_and_leave(void *seed) {
  uint32_t state = (uint32_t)(uintptr_t)seed * 7919u + 1u;
  for (;;) {
    PyGILState_STATE held = PyGILState_Ensure();
    PyGILState_Release(held);
    state = state * 1103515245u + 12345u;
    for (volatile uint32_t pause = (state >> 16) & 2047u; pause > 0; --pause) {
    }
  }
  return NULL;
}

static PyObject *start(PyObject *self, PyObject *arguments) {
  int count = 0;
  (void)self;
  if (!PyArg_ParseTuple(arguments, "i", &count)) return NULL;
  for (int i = 0; i < count; ++i) {
    pthread_t thread;
    if (pthread_create(&thread, NULL, enter_and_leave, (void *)(uintptr_t)(i + 1)) == 0) pthread_detach(thread);
  }
  Py_RETURN_NONE;
}

static PyMethodDef kMethods[] = {{"start", start, METH_VARARGS, "Start so many threads."}, {NULL, NULL, 0, NULL}};

static struct PyModuleDef kModule = {PyModuleDef_HEAD_INIT, "foreign_threads", NULL, -1, kMethods,
                                     NULL,                  NULL,              NULL, NULL};

PyMODINIT_FUNC PyInit_foreign_threads(void) { return PyModule_Create(&kModule); }
