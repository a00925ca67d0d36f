#include "dump/assembler.h"
#include "dump/clean.h"
#include "dump/dump.h"
#include "dump/json_dump.h"

namespace forklint::dump {

Dump read(std::string_view bytes) {
  Dump dump{.text = clean(bytes)};
  if (auto processes = read_json_dump(dump.text)) {
    dump.processes = std::move(*processes);
  } else {
    dump.processes = assemble(dump.text, scan(dump.text));
  }
  return dump;
}

}  // namespace forklint::dump
