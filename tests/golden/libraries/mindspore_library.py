# A family of its own, with a setter of its own.
# silent
import mindspore.dataset as ds

if __name__ == "__main__":
    ds.config.set_multiprocessing_start_method("spawn")
    data = ds.GeneratorDataset([1], ["x"], num_parallel_workers=4, python_multiprocessing=True)
