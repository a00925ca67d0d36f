# silent
import multiprocess

if __name__ == "__main__":
    multiprocess.set_start_method("spawn")
    with multiprocess.Pool(2) as pool:
        pool.map(abs, [1])
