// Threads that the library constructs, in containers and by its makers.
namespace std {
class thread {
 public:
  thread() noexcept;
  template <class Function>
  explicit thread(Function function);
  thread(thread &&) noexcept;
  void join();
};
template <class T>
class vector {
 public:
  template <class... Arguments>
  T &emplace_back(Arguments &&...arguments);
  void push_back(T &&value);
  T *begin();
  T *end();
};
template <class T>
class unique_ptr {};
template <class T, class... Arguments>
unique_ptr<T> make_unique(Arguments &&...arguments);
}  // namespace std

extern "C" int fork(void);
void watch_things();

int emplaced() {
  std::vector<std::thread> threads;
  threads.emplace_back(watch_things);
  return fork();
//       ^^^^^^ FRK401 warning: 'fork' in 'emplaced' copies the process that loads this code, Python and all.
//       ^^^^^^ FRK404 error: 'fork' in 'emplaced' runs after 'std::thread::thread' has started a thread, which is not in the child.
}

int pushed() {
  std::vector<std::thread> threads;
  threads.push_back(std::thread(watch_things));
  return fork();
//       ^^^^^^ FRK401 warning: 'fork' in 'pushed' copies the process that loads this code, Python and all.
//       ^^^^^^ FRK404 error: 'fork' in 'pushed' runs after 'std::thread::thread' has started a thread, which is not in the child.
}

int made() {
  auto thread = std::make_unique<std::thread>(watch_things);
  return fork();
//       ^^^^^^ FRK401 warning: 'fork' in 'made' copies the process that loads this code, Python and all.
//       ^^^^^^ FRK404 error: 'fork' in 'made' runs after 'std::thread::thread' has started a thread, which is not in the child.
}

#define START(threads, function) threads.emplace_back(function)

int by_macro() {
  std::vector<std::thread> threads;
  START(threads, watch_things);
  return fork();
//       ^^^^^^ FRK401 warning: 'fork' in 'by_macro' copies the process that loads this code, Python and all.
//       ^^^^^^ FRK404 error: 'fork' in 'by_macro' runs after 'std::thread::thread' has started a thread, which is not in the child.
}

template <class Function>
int in_template(Function function) {
  std::vector<std::thread> threads;
  threads.emplace_back(function);
  return fork();
//       ^^^^^^ FRK401 warning: 'fork' in 'in_template' copies the process that loads this code, Python and all.
//       ^^^^^^ FRK404 error: 'fork' in 'in_template' runs after 'std::thread::thread' has started a thread, which is not in the child.
}
int instance() { return in_template(watch_things); }

void start_all(std::vector<std::thread> &threads) { threads.emplace_back(watch_things); }

int by_function(std::vector<std::thread> &threads) {
  start_all(threads);
  return fork();
//       ^^^^^^ FRK401 warning: 'fork' in 'by_function' copies the process that loads this code, Python and all.
//       ^^^^^^ FRK404 error: 'fork' in 'by_function' runs after 'std::thread::thread' has started a thread, which is not in the child.
}

int only_containers() {
  std::vector<std::thread> threads;
  threads.emplace_back();
  std::vector<int> numbers;
  numbers.emplace_back(1);
  return fork();
//       ^^^^^^ FRK401 warning: 'fork' in 'only_containers' copies the process that loads this code, Python and all.
}

int joined() {
  std::vector<std::thread> threads;
  threads.emplace_back(watch_things);
  for (std::thread &each : threads) each.join();
  return fork();
//       ^^^^^^ FRK401 warning: 'fork' in 'joined' copies the process that loads this code, Python and all.
}

int another_way(bool threaded) {
  std::vector<std::thread> threads;
  if (threaded) {
    threads.emplace_back(watch_things);
    return 0;
  }
  return fork();
//       ^^^^^^ FRK401 warning: 'fork' in 'another_way' copies the process that loads this code, Python and all.
}
