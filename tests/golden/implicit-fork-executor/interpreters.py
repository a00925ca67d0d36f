# Interpreters are no processes.
# silent
from concurrent.futures import InterpreterPoolExecutor

InterpreterPoolExecutor(4)
