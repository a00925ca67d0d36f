# The base class calls what its classes define: one starts a thread before it forks, the other does not.
from jobs import Plain, Watched

if __name__ == "__main__":
    Watched().start()
