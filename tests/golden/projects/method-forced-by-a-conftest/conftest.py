# The test runner imports this once, no child does, and nothing raises.
# silent
import multiprocessing

multiprocessing.set_start_method("spawn", force=True)
