"""Submits work before the workers of a service are started."""

from service.jobs import Service


def main():
    service = Service()
    for number in range(3):
        service.submit(number)
    service.start()
    print(sum(service.results(3)))
    service.stop()


if __name__ == "__main__":
    main()
