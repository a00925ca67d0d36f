# With -DFORKLINT_FETCH=ON: the libraries from their releases, for images whose packages are too old. Needs a network
# that reaches their repositories.
include(FetchContent)
set(FMT_INSTALL OFF)
set(CLI11_BUILD_TESTS OFF)
set(EXPECTED_BUILD_TESTS OFF)
set(BUILD_SHARED_LIBS OFF)
FetchContent_Declare(fmt GIT_REPOSITORY https://github.com/fmtlib/fmt GIT_TAG 11.0.2 OVERRIDE_FIND_PACKAGE)
FetchContent_Declare(tl-expected GIT_REPOSITORY https://github.com/TartanLlama/expected GIT_TAG v1.1.0
  OVERRIDE_FIND_PACKAGE)
FetchContent_Declare(nlohmann_json GIT_REPOSITORY https://github.com/nlohmann/json GIT_TAG v3.11.3
  OVERRIDE_FIND_PACKAGE)
FetchContent_Declare(tomlplusplus GIT_REPOSITORY https://github.com/marzer/tomlplusplus GIT_TAG v3.4.0
  OVERRIDE_FIND_PACKAGE)
FetchContent_Declare(CLI11 GIT_REPOSITORY https://github.com/CLIUtils/CLI11 GIT_TAG v2.4.2 OVERRIDE_FIND_PACKAGE)
FetchContent_Declare(utf8proc GIT_REPOSITORY https://github.com/JuliaStrings/utf8proc GIT_TAG v2.9.0)
FetchContent_Declare(xxhash GIT_REPOSITORY https://github.com/Cyan4973/xxHash GIT_TAG v0.8.2
  SOURCE_SUBDIR cmake_unofficial)
FetchContent_MakeAvailable(utf8proc xxhash)
add_library(PkgConfig::utf8proc ALIAS utf8proc)
add_library(PkgConfig::xxhash ALIAS xxhash)
