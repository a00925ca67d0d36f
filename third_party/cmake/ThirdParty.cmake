# Everything that forklint does not write itself; third_party/README.md says why each is here.
option(FORKLINT_STATIC "need no library at run time but that of C: for wheels" OFF)
find_package(Threads REQUIRED)
if(FORKLINT_STATIC)
  set(ZLIB_USE_STATIC_LIBS ON)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
endif()
include(Libraries)

# Distributions have these two as shared libraries only; both can be used as headers alone.
add_library(third_party_fmt INTERFACE)
add_library(third_party_toml INTERFACE)
if(FORKLINT_STATIC OR NOT TARGET fmt::fmt)
  target_link_libraries(third_party_fmt INTERFACE fmt::fmt-header-only)
else()
  target_link_libraries(third_party_fmt INTERFACE fmt::fmt)
endif()
if(FORKLINT_STATIC)
  get_target_property(toml_headers tomlplusplus::tomlplusplus INTERFACE_INCLUDE_DIRECTORIES)
  target_include_directories(third_party_toml SYSTEM INTERFACE ${toml_headers})
  target_compile_definitions(third_party_toml INTERFACE TOML_HEADER_ONLY=1)
  add_link_options(-static-libstdc++ -static-libgcc -Wl,--gc-sections)
  add_compile_options(-ffunction-sections -fdata-sections)
else()
  target_link_libraries(third_party_toml INTERFACE tomlplusplus::tomlplusplus)
endif()

set(FORKLINT_DEPS_DIR ${CMAKE_SOURCE_DIR}/third_party/node_modules CACHE PATH
  "where third_party/package-lock.json was installed")
if(NOT EXISTS ${FORKLINT_DEPS_DIR}/tree-sitter-python/src/parser.c)
  include(PinnedSources)
endif()
set(tree_sitter ${FORKLINT_DEPS_DIR}/tree-sitter/vendor/tree-sitter/lib)
set(tree_sitter_python ${FORKLINT_DEPS_DIR}/tree-sitter-python)

# Its warnings and its reliance on lenient function types are not ours to answer for.
set(foreign_c -std=c11 -w -fno-sanitize=undefined)

add_library(tree_sitter STATIC ${tree_sitter}/src/lib.c)
target_include_directories(tree_sitter SYSTEM PUBLIC ${tree_sitter}/include PRIVATE ${tree_sitter}/src)
target_compile_definitions(tree_sitter PRIVATE _DEFAULT_SOURCE _POSIX_C_SOURCE=200112L)
target_compile_options(tree_sitter PRIVATE ${foreign_c})

add_library(tree_sitter_python STATIC ${tree_sitter_python}/src/parser.c ${tree_sitter_python}/src/scanner.c)
target_include_directories(tree_sitter_python SYSTEM PRIVATE ${tree_sitter_python}/src)
target_compile_options(tree_sitter_python PRIVATE ${foreign_c})
target_link_libraries(tree_sitter_python PUBLIC tree_sitter)

set(FORKLINT_WITH_CLANG ON CACHE STRING
  "analyse C and C++ sources; needs LLVM/Clang 16 or newer as libraries: ON, OFF, AUTO where they are installed")
set_property(CACHE FORKLINT_WITH_CLANG PROPERTY STRINGS ON OFF AUTO)
if(FORKLINT_WITH_CLANG)
  include(ClangTooling)
endif()
