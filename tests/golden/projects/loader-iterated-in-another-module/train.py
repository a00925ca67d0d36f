# The loader is made in one module and run over in another, by two scripts.
from data import loader_for
from engine import run_epoch

if __name__ == "__main__":
    run_epoch(loader_for(range(9), workers=4))
