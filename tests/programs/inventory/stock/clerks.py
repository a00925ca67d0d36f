"""What the clerks do, each in a process of its own."""

DELIVERIES = {
    "north": [("bolt", 40), ("nut", 60), ("bolt", -15)],
    "south": [("nut", -20), ("washer", 100), ("bolt", 5)],
    "west": [("washer", -30)],
}


def book_deliveries(ledger, clerk):
    for name, by in DELIVERIES[clerk]:
        ledger.change(name, by, clerk)
