#include "diagnose/symbols.h"

#include <algorithm>
#include <string>

#include "diagnose/spelling.h"

namespace forklint::diagnose {
namespace {

struct Symbol {
  std::string_view name;  // without leading underscores; a '*' at the end stands for any rest
  Role role;
};

// More than one may fit: the first does.
constexpr Symbol kSymbols[] = {
    // glibc and musl
    {"pthread_cond_wait*", Role::condition},
    {"pthread_cond_timedwait*", Role::condition},
    {"pthread_cond_clockwait*", Role::condition},
    {"futex*", Role::wait},
    {"lll_lock_wait*", Role::wait},
    {"lll_mutex_lock*", Role::wait},
    {"lll_timedlock_wait*", Role::wait},
    {"do_futex_wait*", Role::wait},
    {"new_sem_wait*", Role::wait},
    {"new_sem_wait_slow", Role::wait},
    {"sem_wait*", Role::wait},
    {"sem_timedwait*", Role::wait},
    {"sem_clockwait*", Role::wait},
    {"pthread_mutex_lock*", Role::wait},
    {"pthread_rwlock_*", Role::wait},
    {"pthread_once*", Role::wait},
    {"pthread_spin_lock", Role::wait},
    {"syscall", Role::wait},
    {"gthread_mutex_lock*", Role::wait},
    {"std::mutex::lock*", Role::wait},
    {"std::lock_guard*", Role::wait},
    {"std::unique_lock*", Role::wait},
    {"absl::mutex::lock*", Role::wait},
    {"absl::*::mutex::lock*", Role::wait},
    {"parking_lot*", Role::wait},
    {"run_fork_handlers", Role::fork_handler},
    {"run_prefork_handlers", Role::fork_handler},
    {"run_postfork_handlers", Role::fork_handler},
    {"malloc", Role::allocator},
    {"calloc", Role::allocator},
    {"realloc", Role::allocator},
    {"free", Role::allocator},
    {"cfree", Role::allocator},
    {"libc_malloc*", Role::allocator},
    {"libc_calloc*", Role::allocator},
    {"libc_realloc*", Role::allocator},
    {"libc_free*", Role::allocator},
    {"int_malloc*", Role::allocator},
    {"int_free*", Role::allocator},
    {"arena_get*", Role::allocator},
    {"je_*", Role::allocator},
    {"jemalloc*", Role::allocator},
    {"tcmalloc::*", Role::allocator},
    {"spinlock::slowlock*", Role::allocator},
    {"base::internal::spinlockdelay*", Role::wait},
    {"run_exit_handlers", Role::c_library},
    {"new_exitfn", Role::c_library},
    {"internal_atexit", Role::c_library},
    {"cxa_atexit*", Role::c_library},
    {"cxa_finalize", Role::c_library},
    {"dl_open*", Role::c_library},
    {"dl_iterate_phdr", Role::c_library},
    {"dlopen*", Role::c_library},
    {"tls_get_addr*", Role::c_library},
    {"io_fflush", Role::c_library},
    {"fflush*", Role::c_library},
    {"tzset*", Role::c_library},
    {"localtime*", Role::c_library},
    {"getaddrinfo", Role::c_library},
    // CPython
    {"pythread_acquire_lock_timed", Role::python_lock},
    {"pythread_acquire_lock", Role::python_lock},
    {"acquire_timed*", Role::python_lock},
    {"lock_pythread_acquire_lock", Role::python_lock},
    {"rlock_acquire", Role::python_lock},
    {"pymutex_lock*", Role::python_lock},
    {"pyparkinglot_park", Role::wait},
    {"pysemaphore_wait*", Role::wait},
    {"pysemaphore_platformwait*", Role::wait},
    {"multiprocessing_semlock_acquire*", Role::shared_lock},
    {"semlock_acquire*", Role::shared_lock},
    {"pythreadstate_deleteexcept", Role::head_lock},
    {"pyinterpreterstate_deleteexceptmain", Role::head_lock},
    {"pythreadstate_deletecurrent", Role::python_lock},
    {"pyos_afterfork_child", Role::after_fork},
    {"pyos_afterfork_parent", Role::c_library},
    {"pyos_beforefork", Role::fork_handler},
    {"pyeval_reinitthreads", Role::after_fork},
    {"pyruntimestate_reinitthreads", Role::after_fork},
    {"pyimport_reinitlock", Role::after_fork},
    {"pythread_reinittls", Role::c_library},
    {"take_gil", Role::gil},
    {"pyeval_restorethread", Role::gil},
    {"pyeval_acquirethread", Role::gil},
    {"pygilstate_ensure", Role::gil},
    // Parallel loops and numerics
    {"gomp_*", Role::openmp},
    {"goacc_*", Role::openmp},
    {"omp_*", Role::openmp},
    {"kmp*", Role::openmp},
    {"blas_thread_*", Role::blas},
    {"blas_memory_*", Role::blas},
    {"exec_blas*", Role::blas},
    {"openblas_*", Role::blas},
    // Accelerators and other ranks
    {"nccl*", Role::collective},
    {"hccl*", Role::collective},
    {"c10d::*", Role::collective},
    {"c10d_npu::*", Role::collective},
    {"gloo::*", Role::collective},
    {"acl*", Role::npu},
    {"rtsetdevice*", Role::npu},
    {"rt*synchronize*", Role::npu},
    {"c10_npu::*", Role::npu},
    {"cuda*", Role::cuda},
    {"cu*initialize*", Role::cuda},
    {"c10::cuda::*", Role::cuda},
    // Services
    {"grpc*", Role::grpc},
    {"gpr_*", Role::grpc},
    {"rayon*", Role::polars},
    {"polars*", Role::polars},
    {"crypto_thread_*", Role::openssl},
    {"openssl_*", Role::openssl},
    {"arrow::*", Role::arrow},
    // What a process that waits for the world stands in
    {"read", Role::file_system},
    {"libc_read", Role::file_system},
    {"pread*", Role::file_system},
    {"libc_pread*", Role::file_system},
    {"write", Role::file_system},
    {"open", Role::file_system},
    {"open64", Role::file_system},
    {"openat*", Role::file_system},
    {"libc_open*", Role::file_system},
    {"fstat*", Role::file_system},
    {"newfstatat*", Role::file_system},
    {"fsync", Role::file_system},
    {"getdents*", Role::file_system},
    {"poll", Role::network},
    {"epoll_wait*", Role::network},
    {"select", Role::network},
    {"recv*", Role::network},
    {"libc_recv*", Role::network},
    {"connect", Role::network},
    {"accept*", Role::network},
    {"nanosleep", Role::sleep},
    {"clock_nanosleep*", Role::sleep},
    {"wait4", Role::child_wait},
    {"waitpid", Role::child_wait},
    {"waitid", Role::child_wait},
};

struct Library {
  std::string_view name;  // part of the file's name
  Role role;
};

constexpr Library kLibraries[] = {
    {"libgomp", Role::openmp},        {"libiomp5", Role::openmp},
    {"libomp.", Role::openmp},        {"libopenblas", Role::blas},
    {"libmkl_", Role::blas},          {"libcuda.", Role::cuda},
    {"libcudart", Role::cuda},        {"libnccl", Role::collective},
    {"libhccl", Role::collective},    {"libascendcl", Role::npu},
    {"libruntime.so", Role::npu},     {"libtorch_npu", Role::npu},
    {"libacl_", Role::npu},           {"libge_", Role::npu},
    {"libdrvapi", Role::npu},         {"libascend_hal", Role::npu},
    {"cygrpc", Role::grpc},           {"libgrpc", Role::grpc},
    {"polars", Role::polars},         {"libjemalloc", Role::allocator},
    {"libtcmalloc", Role::allocator}, {"libcrypto", Role::openssl},
    {"libssl", Role::openssl},        {"libarrow", Role::arrow},
};

// What compilers and linkers append, and what the C library puts in front, says nothing.
std::string bare_name(std::string_view name) {
  // glibc calls its own functions by an internal name, __GI___futex_wait.
  while (name.starts_with('_') || name.starts_with("GI_")) name.remove_prefix(name.starts_with('_') ? 1 : 3);
  name = name.substr(0, name.find('@'));
  for (const std::string_view suffix : {".constprop", ".part.", ".isra", ".cold", ".lto_priv"}) {
    name = name.substr(0, name.find(suffix));
  }
  std::string bare(name);
  std::transform(bare.begin(), bare.end(), bare.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return bare;
}

// '*' stands for anything, as often as it comes.
bool fits(std::string_view name, std::string_view pattern) {
  const std::size_t star = pattern.find('*');
  if (star == std::string_view::npos) return name == pattern;
  if (!name.starts_with(pattern.substr(0, star))) return false;
  const std::string_view rest = pattern.substr(star + 1);
  if (rest.empty()) return true;
  for (std::size_t at = star; at <= name.size(); ++at) {
    if (fits(name.substr(at), rest)) return true;
  }
  return false;
}

std::optional<Role> by_name(std::string_view name) {
  for (const Symbol& symbol : kSymbols) {
    if (fits(name, symbol.name)) return symbol.role;
  }
  // People type stacks off a screen. Only long names are unlike each other enough for that.
  constexpr std::size_t kLongEnough = 14;
  for (const Symbol& symbol : kSymbols) {
    if (symbol.name.size() >= kLongEnough && is_nearly(name, symbol.name)) return symbol.role;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Role> role_of(const dump::Frame& frame) {
  if (!frame.native) return std::nullopt;
  if (const std::optional<Role> role = by_name(bare_name(frame.function))) return role;
  const std::string& path = frame.library.empty() ? frame.file : frame.library;
  const std::string_view file = std::string_view(path).substr(path.rfind('/') + 1);
  for (const Library& library : kLibraries) {
    if (file.find(library.name) != std::string_view::npos) return library.role;
  }
  return std::nullopt;
}

}  // namespace forklint::diagnose
