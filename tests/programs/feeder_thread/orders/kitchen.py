TIMES = {"soup": 5, "bread": 2, "stew": 9}


def cook(orders, meals):
    for order in iter(orders.get, None):
        meals.put("%s (%d min)" % (order, TIMES.get(order, 1)))
