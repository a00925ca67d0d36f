from tools import fork_print

if __name__ == "__main__":
    fork_print("child")
