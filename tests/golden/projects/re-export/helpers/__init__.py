# The package hands on what its module imports.
from .parallel import Workers, make_context
