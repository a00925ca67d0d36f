# LLVM and Clang 16 or newer as libraries, from the system's packages: forklint::clang_tooling.
#
# Of several installed versions the one that forklint is tested with wins; -DFORKLINT_LLVM_PREFIX names another.
# FORKLINT_WITH_CLANG=AUTO does without where there is none (with FORKLINT_STATIC: none as static libraries).
# Static libraries are taken where they are there (of them only what is used is linked): FORKLINT_CLANG_IN_PARTS.
# Else it is libclang-cpp and libLLVM, whose loading makes each start of forklint slower. Compile definitions and RTTI follow what LLVM was built with.
set(FORKLINT_LLVM_PREFIX "" CACHE PATH "installation of LLVM and Clang, such as /usr/lib/llvm-19; empty to look")

set(FORKLINT_CLANG_HELP "install llvm-19-dev and libclang-19-dev, or configure with -DFORKLINT_WITH_CLANG=OFF")

function(forklint_find_llvm result)
  set(candidates ${FORKLINT_LLVM_PREFIX})
  if(NOT candidates)
    foreach(major 19 20 21 18 17 16)
      list(APPEND candidates /usr/lib/llvm-${major} /usr/lib/llvm/${major} /usr/lib64/llvm${major})
    endforeach()
    list(APPEND candidates /usr/local /usr)
  endif()
  foreach(prefix IN LISTS candidates)
    if(EXISTS ${prefix}/lib/cmake/clang/ClangConfig.cmake AND EXISTS ${prefix}/include/clang/Tooling/Tooling.h)
      if(FORKLINT_STATIC AND NOT EXISTS ${prefix}/lib/libclangTooling.a)
        continue()
      endif()
      set(${result} ${prefix} PARENT_SCOPE)
      return()
    endif()
  endforeach()
  if(FORKLINT_WITH_CLANG STREQUAL "AUTO")
    message(WARNING "No LLVM/Clang 16 or newer: this forklint will read no C and C++ sources.")
    set(FORKLINT_WITH_CLANG OFF PARENT_SCOPE)
    return()
  endif()
  message(FATAL_ERROR "No LLVM/Clang 16 or newer for C and C++ sources: ${FORKLINT_CLANG_HELP}.")
endfunction()

# Makes of Clang and LLVM what can be linked into one object, forklint::clang_tooling, and what that needs besides,
# forklint::clang_needs. Distributions let Clang's libraries name the one shared library that has all of LLVM, and
# a solver that is for another use of them. Of an LLVM of these parts each names its own.
function(forklint_lean_on_static_libraries)
  find_library(FORKLINT_ZSTD NAMES libzstd.a)
  if(LLVM_ENABLE_ZSTD AND NOT FORKLINT_ZSTD)
    message(FATAL_ERROR "LLVM was built with zstd: install libzstd-dev with its static library.")
  endif()
  add_library(forklint_clang_needs INTERFACE)
  add_library(forklint::clang_needs ALIAS forklint_clang_needs)
  target_link_libraries(forklint_clang_needs INTERFACE rt dl m Threads::Threads
    $<$<BOOL:${LLVM_ENABLE_ZLIB}>:ZLIB::ZLIB> $<$<BOOL:${LLVM_ENABLE_ZSTD}>:${FORKLINT_ZSTD}>)
  set_target_properties(LLVMSupport PROPERTIES INTERFACE_LINK_LIBRARIES LLVMDemangle)
  set(parts LLVMFrontendOpenMP LLVMFrontendOffloading LLVMFrontendHLSL LLVMWindowsDriver LLVMOption LLVMProfileData
    LLVMBitstreamReader LLVMTargetParser LLVMSupport)
  foreach(target IN LISTS CLANG_EXPORTED_TARGETS)
    if(NOT TARGET ${target})
      continue()
    endif()
    get_target_property(libraries ${target} INTERFACE_LINK_LIBRARIES)
    if("LLVM" IN_LIST libraries)
      list(REMOVE_ITEM libraries LLVM)
      set_target_properties(${target} PROPERTIES INTERFACE_LINK_LIBRARIES "${libraries};${parts}")
    endif()
  endforeach()
endfunction()

# A function, so that LLVM's many variables do not leak; the imported targets stay.
function(forklint_add_clang_tooling prefix)
  find_package(Clang REQUIRED CONFIG PATHS ${prefix}/lib/cmake/clang NO_DEFAULT_PATH)
  if(LLVM_VERSION_MAJOR LESS 16)
    message(FATAL_ERROR "LLVM/Clang ${LLVM_PACKAGE_VERSION} in ${prefix} is older than 16: ${FORKLINT_CLANG_HELP}.")
  endif()
  set(FORKLINT_CLANG_VERSION ${LLVM_PACKAGE_VERSION} PARENT_SCOPE)
  if(FORKLINT_STATIC OR (TARGET clangTooling AND EXISTS ${prefix}/lib/libLLVMSupport.a))
    forklint_lean_on_static_libraries()
    set(FORKLINT_CLANG_IN_PARTS ON PARENT_SCOPE)
  elseif(LLVM_ENABLE_ZSTD AND NOT TARGET zstd::libzstd_shared)
    message(FATAL_ERROR "LLVM in ${prefix} was built with zstd: install libzstd-dev.")
  endif()
  message(STATUS "LLVM/Clang ${LLVM_PACKAGE_VERSION} in ${prefix}")

  add_library(forklint_clang_tooling INTERFACE)
  add_library(forklint::clang_tooling ALIAS forklint_clang_tooling)
  target_include_directories(forklint_clang_tooling SYSTEM INTERFACE ${LLVM_INCLUDE_DIRS} ${CLANG_INCLUDE_DIRS})
  separate_arguments(definitions UNIX_COMMAND "${LLVM_DEFINITIONS}")
  target_compile_options(forklint_clang_tooling INTERFACE ${definitions} $<$<NOT:$<BOOL:${LLVM_ENABLE_RTTI}>>:-fno-rtti>)
  if(TARGET clangTooling)
    target_link_libraries(forklint_clang_tooling INTERFACE
      clangTooling clangIndex clangAnalysis clangFrontend clangAST clangLex clangBasic LLVMSupport)
  else()
    target_link_libraries(forklint_clang_tooling INTERFACE clang-cpp LLVM)
  endif()
endfunction()

forklint_find_llvm(forklint_llvm_prefix)
if(NOT FORKLINT_WITH_CLANG)
  return()
endif()
forklint_add_clang_tooling(${forklint_llvm_prefix})
# Its linker takes seconds where the system's takes a minute.
set(FORKLINT_LLD "")
if(EXISTS ${forklint_llvm_prefix}/bin/ld.lld)
  set(FORKLINT_LLD -fuse-ld=lld -B${forklint_llvm_prefix}/bin -Wl,--as-needed)
endif()
# The compiler's own headers, which travel inside of forklint.
file(GLOB FORKLINT_CLANG_RESOURCES ${forklint_llvm_prefix}/lib/clang/*/include/stddef.h)
list(GET FORKLINT_CLANG_RESOURCES 0 FORKLINT_CLANG_RESOURCES)
cmake_path(GET FORKLINT_CLANG_RESOURCES PARENT_PATH FORKLINT_CLANG_RESOURCES)
cmake_path(GET FORKLINT_CLANG_RESOURCES PARENT_PATH FORKLINT_CLANG_RESOURCES)
