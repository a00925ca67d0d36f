#!/usr/bin/env bash
# build_llvm.sh PREFIX: LLVM and Clang as static libraries that need nothing beside glibc, for release builds on
# systems whose packages have shared libraries only (manylinux). An hour on four cores; does nothing where PREFIX
# has them.
set -euo pipefail
prefix=$1
version=19.1.7
sha256=82401fea7b79d0078043f7598b835284d6650a75b93e64b6f761ea7b63097501

[[ -e $prefix/lib/cmake/clang/ClangConfig.cmake ]] && exit 0

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
name=llvm-project-$version.src
curl --fail --location --silent --show-error --retry 3 --output llvm.tar.xz \
  "https://github.com/llvm/llvm-project/releases/download/llvmorg-$version/$name.tar.xz"
echo "$sha256  llvm.tar.xz" | sha256sum --check --quiet
tar --extract --file llvm.tar.xz "$name"/{llvm,clang,cmake,third-party}

command -v ninja >/dev/null || pipx install ninja
command -v cmake >/dev/null || pipx install cmake
# Sections of their own let the linker drop what is not used.
cmake -G Ninja -S "$name/llvm" -B build \
  -DCMAKE_BUILD_TYPE=Release -DCMAKE_INSTALL_PREFIX="$prefix" \
  -DCMAKE_CXX_FLAGS="-ffunction-sections -fdata-sections" \
  -DLLVM_ENABLE_PROJECTS=clang -DLLVM_TARGETS_TO_BUILD=Native \
  -DLLVM_ENABLE_ZLIB=OFF -DLLVM_ENABLE_ZSTD=OFF -DLLVM_ENABLE_LIBXML2=OFF -DLLVM_ENABLE_TERMINFO=OFF \
  -DLLVM_ENABLE_LIBEDIT=OFF -DLLVM_ENABLE_Z3_SOLVER=OFF -DLLVM_ENABLE_ASSERTIONS=OFF -DLLVM_ENABLE_PIC=ON \
  -DLLVM_INCLUDE_TESTS=OFF -DLLVM_INCLUDE_BENCHMARKS=OFF -DLLVM_INCLUDE_EXAMPLES=OFF -DLLVM_INCLUDE_DOCS=OFF \
  -DCLANG_ENABLE_STATIC_ANALYZER=OFF -DCLANG_ENABLE_ARCMT=OFF -DCLANG_INCLUDE_TESTS=OFF \
  -DLLVM_DISTRIBUTION_COMPONENTS="llvm-headers;llvm-libraries;cmake-exports;clang-headers;clang-libraries;clang-cmake-exports;clang-resource-headers"
cmake --build build --target install-distribution
