from .pools import compute
