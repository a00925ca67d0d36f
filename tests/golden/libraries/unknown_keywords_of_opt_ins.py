# Next to no one puts a number of processes into keywords that are handed through.
from datasets import load_dataset


def load(name, **options):
    return load_dataset(name, **options)


def load_with_table(name, table):
    return load_dataset(name, **table[name])


def load_with_processes(name, processes):
    return load_dataset(name, num_proc=processes)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 note: 'datasets.load_dataset' may create its processes by fork: the value of 'num_proc' is not known here.
