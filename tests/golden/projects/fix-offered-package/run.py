from offered.pools import squares

if __name__ == "__main__":
    print(squares([1, 2]))
