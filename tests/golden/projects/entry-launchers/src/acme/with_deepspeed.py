from acme.pools import run_deepspeed

run_deepspeed()
