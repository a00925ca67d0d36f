import beat

if __name__ == "__main__":
    beat.start()
