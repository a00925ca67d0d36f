#include "base/disk_file_system.h"
#include "cli/app.h"
#ifdef FORKLINT_WITH_CLANG
#include "native/reader/worker.h"
#endif

int main(int argc, char** argv) {
  forklint::DiskFileSystem files;
  forklint::Host host = forklint::make_host(files);
#ifdef FORKLINT_WITH_CLANG
  if (forklint::native::is_worker(argc, argv)) return forklint::native::run_worker(argc, argv);
  // By this name it is the same file, whatever is installed over it meanwhile.
  host.native_worker = "/proc/self/exe";
#endif
  return forklint::cli::run(argc, argv, host);
}
