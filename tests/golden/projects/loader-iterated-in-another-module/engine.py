def run_epoch(loader):
    for batch in loader:
        print(batch)
