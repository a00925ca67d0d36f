#!/usr/bin/env bash
# Brings in what forklint is built from, and only what is missing: packages of the system (Debian 12, Ubuntu
# 24.04 or newer), then the pinned sources of third_party/, and with 'tests' what the tests are checked with.
# Needs no network where everything is there.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

packages=(
  cmake ninja-build g++ pkg-config python3
  libfmt-dev libexpected-dev nlohmann-json3-dev libtomlplusplus-dev libcli11-dev
  libutf8proc-dev libxxhash-dev libdtl-dev zlib1g-dev libzstd-dev libgtest-dev libgmock-dev
)

# Some tests check what forklint writes by the schemas of others.
if [[ ${1:-} == tests ]]; then
  packages+=(python3-jsonschema libxml2-utils)
  # Programs that hang for real, and what looks into them.
  packages+=(python3-venv python3-dev python3-torch gdb)
  # Extensions that are built and run; the other libraries for these come from wheels.
  packages+=(libboost-python-dev libtorch-dev)
  # The hooks are run with the real pre-commit; the wheels let it work without a network.
  packages+=(git pre-commit python3-pip-whl python3-setuptools-whl python3-wheel-whl)
fi

say() { echo "setup: $*" >&2; }

is_installed() {
  [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

is_available() {
  [[ -n $(apt-cache search --names-only "^$1\$") ]]
}

as_root() {
  if [[ $(id -u) -eq 0 ]]; then
    env DEBIAN_FRONTEND=noninteractive "$@"
  elif command -v sudo >/dev/null; then
    sudo env DEBIAN_FRONTEND=noninteractive "$@"
  else
    say "must install packages: run this as root, or install sudo"
    return 1
  fi
}

# Any npm from 9 on does, whatever brought it in; the distribution's package only where there is none.
has_npm() {
  local version
  version=$(npm --version 2>/dev/null) || return 1
  [[ ${version%%.*} -ge 9 ]]
}

clang_packages() {
  printf '%s\n' "llvm-$1-dev" "libclang-$1-dev" "clang-$1" "clang-tidy-$1" "clang-format-$1" "libclang-rt-$1-dev"
}

# The newest Clang that forklint is tested with first, then what else is known to configure.
clang_versions=(19 20 21 18 17 16)

installed_clang() {
  local version package
  for version in "${clang_versions[@]}"; do
    for package in $(clang_packages "$version"); do
      is_installed "$package" || continue 2
    done
    echo "$version"
    return
  done
}

available_clang() {
  local version
  for version in "${clang_versions[@]}"; do
    if is_available "llvm-$version-dev"; then
      echo "$version"
      return
    fi
  done
}

install_packages() {
  local package missing=()
  for package in "${packages[@]}"; do
    is_installed "$package" || missing+=("$package")
  done
  has_npm || missing+=(npm nodejs)
  local need_clang=''
  [[ -n $(installed_clang) ]] || need_clang=1
  [[ ${#missing[@]} -gt 0 || -n $need_clang ]] || return 0

  as_root apt-get update -qq
  if [[ -n $need_clang ]]; then
    local version
    version=$(available_clang)
    if [[ -z $version ]]; then
      say "no package llvm-N-dev with N from 16 to 21 is on offer (on Ubuntu: enable 'universe')"
      return 1
    fi
    for package in $(clang_packages "$version"); do
      is_installed "$package" || missing+=("$package")
    done
  fi
  say "installing ${missing[*]}"
  as_root apt-get -o Dpkg::Use-Pty=0 install -y -qq --no-install-recommends "${missing[@]}" </dev/null >&2
}

# npm writes down what it installed; compare that with what is pinned. Packages for other systems may be absent.
is_current() {
  python3 - "$1" <<'PYTHON'
import json, sys

def pins(path):
    with open(f"{sys.argv[1]}/{path}", encoding="utf-8") as file:
        return {name: entry for name, entry in json.load(file)["packages"].items() if name}

def same(entry, other):
    return (entry["version"], entry["integrity"]) == (other["version"], other["integrity"])

try:
    pinned, there = pins("package-lock.json"), pins("node_modules/.package-lock.json")
    current = there.keys() <= pinned.keys() and all(
        same(entry, there[name]) if name in there else entry.get("optional", False) for name, entry in pinned.items())
except (OSError, ValueError, KeyError):
    current = False
sys.exit(0 if current else 1)
PYTHON
}

fetch_pinned() {
  if ! is_current "$1"; then
    say "fetching what $1/package-lock.json pins"
    (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null >&2)
  fi
}

# No packages of the distribution. Their wheels are what the tests run.
test_tools=(py-spy==0.4.1 check-jsonschema==0.39.0 pybind11==3.1.0 nanobind==3.1.0 cython==3.3.1 cffi==2.1.1)

fetch_test_tools() {
  local tools=build/test-tools wanted="${test_tools[*]}"
  [[ $(cat "$tools/installed" 2>/dev/null) != "$wanted" ]] || return 0
  say "fetching $wanted"
  if python3 -m venv "$tools" &&
    "$tools/bin/python" -m pip install --quiet --disable-pip-version-check "${test_tools[@]}" >&2; then
    echo "$wanted" >"$tools/installed"
  else
    say "they could not be fetched: the tests that need them are skipped"
  fi
}

if command -v apt-get >/dev/null; then
  install_packages
else
  say "no apt-get here; third_party/README.md lists what must be installed by hand"
fi
fetch_pinned third_party
if [[ ${1:-} == tests && -f tests/package-lock.json ]]; then
  fetch_pinned tests
fi
if [[ ${1:-} == tests ]]; then
  fetch_test_tools
fi
