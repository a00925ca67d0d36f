mpirun -np 4 -x PATH python -u src/acme/with_mpi.py
