# The libraries as targets, from the system's packages or fetched (Fetch.cmake).
set(FORKLINT_FETCH OFF CACHE STRING
  "download libraries from their repositories: OFF none, AUTO those that are not installed, ON all")
set_property(CACHE FORKLINT_FETCH PROPERTY STRINGS OFF AUTO ON)
include(Fetch)

# A library that is only there as a shared one is no use for a program that is to need none.
function(forklint_find_by_pkg_config target package)
  pkg_check_modules(${package} QUIET IMPORTED_TARGET ${package})
  if(NOT ${package}_FOUND OR (FORKLINT_STATIC AND NOT "${${package}_LINK_LIBRARIES}" MATCHES "\\.a$"))
    return()
  endif()
  add_library(${target} INTERFACE)
  target_link_libraries(${target} INTERFACE PkgConfig::${package})
endfunction()

function(forklint_find_headers target header)
  find_path(${target}_headers ${header})
  if(${target}_headers)
    add_library(${target} INTERFACE)
    target_include_directories(${target} SYSTEM INTERFACE ${${target}_headers})
  endif()
endfunction()

if(NOT FORKLINT_FETCH STREQUAL "ON")
  foreach(package fmt tl-expected nlohmann_json tomlplusplus CLI11 ZLIB PkgConfig)
    find_package(${package} QUIET)
  endforeach()
  if(PkgConfig_FOUND)
    forklint_find_by_pkg_config(third_party_utf8proc libutf8proc)
    forklint_find_by_pkg_config(third_party_xxhash libxxhash)
  endif()
  forklint_find_headers(third_party_dtl dtl/dtl.hpp)
  if(TARGET third_party_dtl)
    # 1.20 has a template that changes a constant object, and that nobody instantiates: newer compilers look into it.
    target_compile_options(third_party_dtl INTERFACE
      $<$<CXX_COMPILER_ID:Clang>:-fdelayed-template-parsing;-Wno-delayed-template-parsing-in-cxx20>
      $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_GREATER_EQUAL:$<CXX_COMPILER_VERSION>,15>>:-Wno-template-body>)
  endif()
endif()

foreach(target fmt::fmt-header-only tl::expected nlohmann_json::nlohmann_json tomlplusplus::tomlplusplus CLI11::CLI11
    ZLIB::ZLIB third_party_utf8proc third_party_xxhash third_party_dtl)
  if(TARGET ${target})
    continue()
  endif()
  if(NOT FORKLINT_FETCH)
    message(FATAL_ERROR "A library is missing: ${target}. './dev setup' installs it on Debian and Ubuntu; "
      "third_party/README.md names its package; -DFORKLINT_FETCH=AUTO downloads what is not installed.")
  endif()
  forklint_fetch_library(${target})
endforeach()
