# Libraries from their repositories, for systems that have no packages of them: pinned by commit, which git checks.
# Their own build scripts are not run; what is taken of them is named here. FORKLINT_FETCH says when.
include(FetchContent)

# Where the sources of a repository are, after they were brought in.
function(forklint_fetch result name repository commit)
  message(STATUS "Fetching ${name} from https://github.com/${repository}")
  # There is no build script in this folder of theirs, so none is run.
  FetchContent_Declare(${name} GIT_REPOSITORY https://github.com/${repository} GIT_TAG ${commit} SOURCE_SUBDIR no-build)
  FetchContent_MakeAvailable(${name})
  set(${result} ${${name}_SOURCE_DIR} PARENT_SCOPE)
endfunction()

function(forklint_fetched_headers target name repository commit folder)
  forklint_fetch(sources ${name} ${repository} ${commit})
  add_library(fetched_${name} INTERFACE)
  target_include_directories(fetched_${name} SYSTEM INTERFACE ${sources}/${folder})
  add_library(${target} ALIAS fetched_${name})
endfunction()

function(forklint_fetched_c target name repository commit sources_pattern)
  forklint_fetch(sources ${name} ${repository} ${commit})
  file(GLOB files ${sources}/${sources_pattern})
  add_library(fetched_${name} STATIC ${files})
  target_include_directories(fetched_${name} SYSTEM PUBLIC ${sources})
  target_compile_options(fetched_${name} PRIVATE -w)
  set_target_properties(fetched_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)
  add_library(${target} ALIAS fetched_${name})
endfunction()

# One line for each: the target, its repository, the commit (and its tag), what is taken of it.
function(forklint_fetch_library target)
  if(target STREQUAL "fmt::fmt-header-only")
    # 11.0.2
    forklint_fetched_headers(${target} fmt fmtlib/fmt 0c9fce2ffefecfdce794e1859584e25877b7b592 include)
    target_compile_definitions(fetched_fmt INTERFACE FMT_HEADER_ONLY=1)
  elseif(target STREQUAL "tl::expected")
    # v1.1.0
    forklint_fetched_headers(${target} expected TartanLlama/expected 292eff8bd8ee230a7df1d6a1c00c4ea0eb2f0362 include)
  elseif(target STREQUAL "nlohmann_json::nlohmann_json")
    # v3.11.3
    forklint_fetched_headers(${target} json nlohmann/json 9cca280a4d0ccf0c08f47a99aa71d1b0e52f8d03 include)
  elseif(target STREQUAL "tomlplusplus::tomlplusplus")
    # v3.4.0
    forklint_fetched_headers(${target} toml marzer/tomlplusplus 30172438cee64926dc41fdd9c11fb3ba5b2ba9de include)
  elseif(target STREQUAL "CLI11::CLI11")
    # v2.4.2; 2.5 lays help out otherwise
    forklint_fetched_headers(${target} cli11 CLIUtils/CLI11 6c7b07a878ad834957b98d0f9ce1dbe0cb204fc9 include)
  elseif(target STREQUAL "third_party_dtl")
    # v1.21
    forklint_fetched_headers(${target} dtl cubicdaiya/dtl 32567bb9ec704f09040fb1ed7431a3d967e3df03 .)
  elseif(target STREQUAL "third_party_utf8proc")
    # v2.10.0
    forklint_fetched_c(${target} utf8proc JuliaStrings/utf8proc a1b99daa2a3393884220264c927a48ba1251a9c6 utf8proc.c)
    target_compile_definitions(fetched_utf8proc PUBLIC UTF8PROC_STATIC)
  elseif(target STREQUAL "third_party_xxhash")
    # v0.8.2
    forklint_fetched_c(${target} xxhash Cyan4973/xxHash bbb27a5efb85b92a0486cf361a8635715a53f6ba xxhash.c)
  elseif(target STREQUAL "ZLIB::ZLIB")
    # v1.3.1; no file is compressed here, so nothing of gzip's files (gz*.c) is used
    forklint_fetched_c(${target} zlib madler/zlib 51b7f2abdade71cd9bb0e7a373ef2610ec6f9daf "[!g]*.c")
  else()
    message(FATAL_ERROR "Fetch.cmake does not know ${target}")
  endif()
endfunction()
