import settings
from work import run

if __name__ == "__main__":
    print(settings)
    run()
