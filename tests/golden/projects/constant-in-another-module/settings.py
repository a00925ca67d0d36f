METHOD = "spawn"
WORKERS = 4
