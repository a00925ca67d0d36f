# A class of the project under the library's name.
# silent
from multiprocessing_compat import Pool

if __name__ == "__main__":
    Pool(2)
