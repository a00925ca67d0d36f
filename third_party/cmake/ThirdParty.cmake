# Everything that forklint does not write itself; third_party/README.md says why each is here.
find_package(fmt REQUIRED)
find_package(tl-expected REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(xxhash REQUIRED IMPORTED_TARGET libxxhash)

set(FORKLINT_DEPS_DIR ${CMAKE_SOURCE_DIR}/third_party/node_modules CACHE PATH
  "where third_party/package-lock.json was installed")
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

option(FORKLINT_WITH_CLANG "analyse C and C++ sources; needs LLVM/Clang 16 or newer as libraries" ON)
if(FORKLINT_WITH_CLANG)
  include(ClangTooling)
endif()
