from loading import batches


def work(rank, dataset):
    for batch in batches(dataset):
        print(rank, batch)
