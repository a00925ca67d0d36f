# Hugging Face datasets fork when num_proc is more than one.
from datasets import load_dataset

dataset = load_dataset("imdb")
dataset.map(len)
dataset.map(len, num_proc=1)
dataset.map(len, num_proc=4)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'datasets.Dataset.map' creates its processes by fork, the default start method on Linux.
load_dataset("imdb", num_proc=8)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'datasets.load_dataset' creates its processes by fork, the default start method on Linux.
