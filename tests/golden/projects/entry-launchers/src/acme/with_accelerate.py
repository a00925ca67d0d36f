from acme.pools import run_accelerate

run_accelerate()
