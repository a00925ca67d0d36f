# A global that is bound at import and stays as it is.
# spawn: works
import multiprocessing

LIMIT = 5
names = []


def work():
    print(LIMIT, len(names), flush=True)


if __name__ == "__main__":
    process = multiprocessing.Process(target=work)
    process.start()
    process.join()
    names.append("later")
