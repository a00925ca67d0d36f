"""`python -m forklint`: the same program as `forklint`, which need not be in PATH."""

import os
import sys
import sysconfig
from typing import Iterator


def places() -> Iterator[str]:
    yield sysconfig.get_path("scripts")
    # pip install --user
    user_scheme = "osx_framework_user" if sys.platform == "darwin" else f"{os.name}_user"
    yield sysconfig.get_path("scripts", scheme=user_scheme)
    # pip install --target: the scripts lie beside the package.
    yield os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "bin")


def main() -> None:
    for place in places():
        program = os.path.join(place, "forklint")
        if os.path.isfile(program):
            os.execv(program, ["forklint", *sys.argv[1:]])
    sys.exit("forklint: error: the program is not where pip puts programs: " + ", ".join(places()))


if __name__ == "__main__":
    main()
