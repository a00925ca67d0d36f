# A room is a folder with one job, built as one static library. Its sources are the .cpp files in the folder:
# a new file needs no edit here. The rooms it may use are said once, where it is declared.

add_library(forklint_options INTERFACE)
target_compile_options(forklint_options INTERFACE
  $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
    -Wno-missing-field-initializers $<$<BOOL:${FORKLINT_WERROR}>:-Werror>>
  # GCC 12 sees overlaps in std::string that are not there (GCC bug 105651).
  $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-restrict>
  # Clang blames std::stable_sort of libstdc++ 12 on us.
  $<$<COMPILE_LANG_AND_ID:CXX,Clang>:-Wno-deprecated-declarations>)
set(FORKLINT_HOME "https://github.com/forklint/forklint" CACHE STRING "the project's page, named in reports")
target_compile_definitions(forklint_options INTERFACE
  FORKLINT_VERSION="${PROJECT_VERSION}" FORKLINT_HOME="${FORKLINT_HOME}")
target_include_directories(forklint_options INTERFACE ${CMAKE_SOURCE_DIR} ${CMAKE_SOURCE_DIR}/analyzer)

function(forklint_room name)
  cmake_parse_arguments(ROOM "" "" "USES;LIBRARIES;PRIVATE_LIBRARIES" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${name}/*.cpp)
  if(NOT sources)
    return()
  endif()
  add_library(forklint_${name} STATIC ${sources})
  target_link_libraries(forklint_${name} PUBLIC forklint_options ${ROOM_LIBRARIES} PRIVATE ${ROOM_PRIVATE_LIBRARIES})
  foreach(room IN LISTS ROOM_USES)
    if(TARGET forklint_${room})
      target_link_libraries(forklint_${name} PUBLIC forklint_${room})
    endif()
  endforeach()
endfunction()
