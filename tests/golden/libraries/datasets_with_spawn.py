# Only multiprocess' own setter reaches it.
# silent
import multiprocess
from datasets import Dataset

if __name__ == "__main__":
    multiprocess.set_start_method("spawn")
    Dataset.from_dict({"a": [1]}).map(len, num_proc=2)
