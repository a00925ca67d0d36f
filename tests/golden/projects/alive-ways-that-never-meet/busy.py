# The same functions, with other arguments.
from engine import apply, build, prepare, run_over
from heavy import heavy

if __name__ == "__main__":
    apply(heavy, "data")
    prepare("data", in_thread=True)
    run_over(build("data", simmim=True))
