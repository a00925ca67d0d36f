#!/usr/bin/env bash
# Makes the public SARIF validator ready: './dev setup' brings in what tests/package-lock.json pins, and where that
# was not run, this does.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

lock=node_modules/.package-lock.json
if [[ ! -f $lock || $lock -ot package-lock.json ]]; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error </dev/null
  touch "$lock"
fi
# The package holds the program without the right to run it and leaves that to a script, which is not run here.
chmod u+x node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool
