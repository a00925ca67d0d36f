#include "base/disk_file_system.h"
#include "cli/app.h"

int main(int argc, char** argv) {
  forklint::DiskFileSystem files;
  forklint::Host host = forklint::make_host(files);
  return forklint::cli::run(argc, argv, host);
}
