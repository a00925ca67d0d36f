# pytest-forked: the mark is the fork.
import pytest


@pytest.mark.forked
 #^^^^^^^^^^^^^^^^^ FRK105 warning: 'pytest.mark.forked' forks this process, whatever start method is set.
def test_alone():
    pass
