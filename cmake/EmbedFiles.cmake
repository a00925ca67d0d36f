# cmake -D OUTPUT=FILE -P EmbedFiles.cmake -- INPUT...: writes the inputs, byte for byte, as recorder_files().
set(arrays "")
set(entries "")
set(number 0)
set(behind FALSE)
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(index RANGE ${last})
  set(argument ${CMAKE_ARGV${index}})
  if(argument STREQUAL "--")
    set(behind TRUE)
  elseif(behind)
    get_filename_component(name ${argument} NAME)
    file(READ ${argument} hex HEX)
    string(REGEX REPLACE "(..)" "0x\\1," bytes "${hex}")
    string(APPEND arrays "constexpr unsigned char kFile${number}[] = {${bytes}};\n")
    string(APPEND entries "    {\"${name}\", {reinterpret_cast<const char*>(kFile${number}), sizeof kFile${number}}},\n")
    math(EXPR number "${number} + 1")
  endif()
endforeach()
file(WRITE ${OUTPUT} "#include \"trace/recorder_files.h\"

namespace forklint::trace {
namespace {
${arrays}}  // namespace

std::vector<RecorderFile> recorder_files() {
  return {
${entries}  };
}

}  // namespace forklint::trace
")
