# What load_dataset gives has the same methods, chained.
from datasets import load_dataset

load_dataset("imdb")["train"].shuffle().filter(bool, num_proc=2)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'datasets.Dataset.filter' creates its processes by fork, the default start method on Linux.
