#include "diagnose/words.h"

#include <algorithm>
#include <iterator>

namespace forklint::diagnose {
namespace {

template <typename Key>
struct Words {
  Key key;
  std::string_view text;
};

constexpr Words<Role> kRoleLocks[] = {
    {Role::python_lock, "a lock of Python code"},
    {Role::gil, "the interpreter's global lock"},
    {Role::fork_handler, "a lock in a handler that runs at a fork (pthread_atfork)"},
    {Role::native_lock, "a lock of native code"},
    {Role::allocator, "a lock of the memory allocator"},
    {Role::c_library, "a lock of the C library"},
    {Role::openmp, "the threads of OpenMP"},
    {Role::blas, "the threads of the BLAS library"},
    {Role::cuda, "a lock of the CUDA runtime"},
    {Role::npu, "a lock of the NPU runtime"},
    {Role::grpc, "a lock of gRPC"},
    {Role::polars, "the thread pool of Polars"},
    {Role::openssl, "a lock of OpenSSL"},
    {Role::arrow, "a lock of Arrow"},
};

constexpr Words<Code> kCodeLocks[] = {
    {Code::logging_lock, "a lock of logging"},
    {Code::import_lock, "the lock of an import"},
    {Code::stream_lock, "the lock of a standard stream"},
    {Code::thread_lock, "a lock of Python code"},
};

constexpr Words<Role> kRoleOthers[] = {
    {Role::collective,
     "it waits for other ranks in a collective operation: look at the rank that is not there"},
    {Role::cuda, "it waits for the CUDA device"},
    {Role::npu, "it waits for the NPU"},
    {Role::shared_lock, "it waits for a semaphore between processes, as an idle worker does"},
    {Role::file_system, "it reads or writes a file: slow storage, or a server that does not answer"},
    {Role::network, "it waits for a connection or for an event"},
    {Role::sleep, "it sleeps"},
    {Role::child_wait, "it waits for a child process: look at the child"},
    {Role::condition, "it waits for another thread of the same process"},
};

constexpr Words<Code> kCodeOthers[] = {
    {Code::waits_for_worker, "it waits for a result of its workers: look at a worker"},
    {Code::collective,
     "it waits for other ranks in a collective operation: look at the rank that is not there"},
    {Code::shared_lock, "it waits for a semaphore between processes, as an idle worker does"},
    {Code::thread_join, "it waits for another thread of the same process to end"},
    {Code::queue, "it waits for a queue: what should fill or empty it does not"},
    {Code::idle_worker, "it is an idle worker that waits for a task"},
    {Code::event_loop, "it is an event loop that waits for an event"},
    {Code::network, "it waits for a connection"},
    {Code::file_system, "it reads a file: slow storage, or a server that does not answer"},
    {Code::device, "it waits for the accelerator"},
    {Code::subprocess, "it waits for a program that it started"},
    {Code::starts_fresh, "it was created by spawn or forkserver, which inherit no lock"},
};

template <typename Key, std::size_t size>
std::string_view find(const Words<Key> (&table)[size], Key key) {
  const auto* found = std::find_if(std::begin(table), std::end(table),
                                   [&](const Words<Key>& each) { return each.key == key; });
  return found == std::end(table) ? "" : found->text;
}

}  // namespace

std::string_view lock_in_words(Role role) { return find(kRoleLocks, role); }
std::string_view lock_in_words(Code code) { return find(kCodeLocks, code); }
std::string_view other_in_words(Role role) { return find(kRoleOthers, role); }
std::string_view other_in_words(Code code) { return find(kCodeOthers, code); }

}  // namespace forklint::diagnose
