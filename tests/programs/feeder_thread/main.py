"""A kitchen that grows with its work."""

from orders.desk import Desk


def main():
    desk = Desk()
    for order in ["soup", "bread", "stew", "soup", "tea"]:
        desk.take(order)
    for meal in desk.serve():
        print(meal)
    print(len(desk.cooks), "cooks")


if __name__ == "__main__":
    main()
