// Threads that no code names: those of std::async and of OpenMP's regions.
#include <future>

extern "C" {
int fork(void);
}

int with_a_future() {
  std::future<int> answer = std::async(std::launch::async, [] { return 1; });
  const int pid = fork();
//                ^^^^^^ FRK401 warning: 'fork' in 'with_a_future' copies the process that loads this code, Python and all.
//                ^^^^^^ FRK404 error: 'fork' in 'with_a_future' runs after 'std::async' has started a thread, which is not in the child.
  return pid + answer.get();
}

int after_its_end() {
  std::future<int> answer = std::async(std::launch::async, [] { return 1; });
  answer.wait();
  return fork();
//       ^^^^^^ FRK401 warning: 'fork' in 'after_its_end' copies the process that loads this code, Python and all.
}

void scale(double *values, int count) {
#pragma omp parallel for
  for (int i = 0; i < count; ++i) values[i] *= 2;
}

// Its team of threads waits for the next region.
int after_a_region(double *values, int count) {
  scale(values, count);
  return fork();
//       ^^^^^^ FRK401 warning: 'fork' in 'after_a_region' copies the process that loads this code, Python and all.
//       ^^^^^^ FRK404 error: 'fork' in 'after_a_region' runs after '#pragma omp parallel' has started a thread, which is not in the child.
}
