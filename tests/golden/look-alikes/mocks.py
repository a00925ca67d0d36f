# Names in strings, for mock and for imports by name.
# silent
from unittest import mock

with mock.patch("multiprocessing.Pool"), mock.patch("os.fork", return_value=0):
    pass


@mock.patch("multiprocessing.Process")
def test_start(process):
    process.return_value.start.return_value = None
