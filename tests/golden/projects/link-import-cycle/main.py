# Modules that import each other, functions that call each other.
import beat

if __name__ == "__main__":
    beat.start(3)
