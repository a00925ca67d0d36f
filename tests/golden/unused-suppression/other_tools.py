# Comments for other tools are theirs; a bare noqa does not speak of forks.
import os

os.fork()  # noqa
#^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
x = 1  # noqa: E501, F401
y = 2  # type: ignore
