from data import loader_for

if __name__ == "__main__":
    for batch in loader_for(range(9), workers=2):
        print(batch)
