import multiprocessing

table = {}


def look_up(key):
    return table.get(key, "missing")


def main():
    table["a"] = 1
    with multiprocessing.Pool(2) as pool:
        print(pool.map(look_up, ["a", "b"]))


if __name__ == "__main__":
    main()
