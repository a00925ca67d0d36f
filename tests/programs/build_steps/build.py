"""A build of three steps."""

import logging
import sys

from steps.runner import StepFailed, own_session, run_step, version_of_python

STEPS = {
    "configure": "print('configured')",
    "compile": "import os; print('own group:', os.getpgrp() == os.getpid())",
    "test": "print('tested', sum(range(10)))",
}


def main():
    logging.basicConfig(level=logging.ERROR)
    print("python:", version_of_python())
    print("session:", own_session())
    for name, code in STEPS.items():
        try:
            print(name + ":", run_step(name, code))
        except StepFailed as error:
            logging.error("%s", error)
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
