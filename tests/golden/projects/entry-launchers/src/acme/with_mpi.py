from acme.pools import run_mpi

run_mpi()
