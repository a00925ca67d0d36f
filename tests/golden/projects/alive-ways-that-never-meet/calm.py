# What `function` is, whether `in_thread` and which loader is run over: all of that is known in this script.
from engine import apply, build, prepare, run_over
from heavy import light

if __name__ == "__main__":
    apply(light, "data")
    prepare("data", in_thread=False)
    run_over(build("data"))
