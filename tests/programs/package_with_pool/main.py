from tools.batch import lengths

if __name__ == "__main__":
    print(lengths(["a", "bb", "ccc"]))
