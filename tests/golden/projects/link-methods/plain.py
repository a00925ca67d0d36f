from jobs import Plain

if __name__ == "__main__":
    Plain().start()
