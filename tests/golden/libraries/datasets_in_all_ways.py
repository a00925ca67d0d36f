# Everything that takes `num_proc`, with a number, with none, and with one.
from datasets import Dataset, DatasetDict, concatenate_datasets, load_from_disk

if __name__ == "__main__":
    data = Dataset.from_csv("a.csv", num_proc=2)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'datasets.Dataset.from_csv' creates its processes by fork, the default start method on Linux.
    data = Dataset.from_generator(range, num_proc=None)
    data.to_json("b.json", num_proc=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'datasets.Dataset.to_json' creates its processes by fork, the default start method on Linux before Python 3.14.
    data.to_csv("b.csv", num_proc=1)
    data.to_sql("b", "sqlite://", num_proc=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'datasets.Dataset.to_sql' creates its processes by fork, the default start method on Linux before Python 3.14.
    data.cast(data.features, num_proc=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'datasets.Dataset.cast' creates its processes by fork, the default start method on Linux.
    data.flatten_indices(num_proc=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'datasets.Dataset.flatten_indices' creates its processes by fork, the default start method on Linux.
    concatenate_datasets([data, data]).map(print, num_proc=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'datasets.Dataset.map' creates its processes by fork, the default start method on Linux.
    data.train_test_split()["train"].map(print, num_proc=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'datasets.Dataset.map' creates its processes by fork, the default start method on Linux.
    data.rename_column("a", "b").select_columns("b").filter(print, num_proc=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'datasets.Dataset.filter' creates its processes by fork, the default start method on Linux.
    load_from_disk("a").map(print, num_proc=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'datasets.Dataset.map' creates its processes by fork, the default start method on Linux.
    DatasetDict({"a": data}).flatten_indices(num_proc=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'datasets.DatasetDict.flatten_indices' creates its processes by fork, the default start method on Linux.
    data.map(print, num_proc=None)
