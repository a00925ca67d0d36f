accelerate launch --num_processes 2 src/acme/with_accelerate.py
