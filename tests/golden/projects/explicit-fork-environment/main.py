# A variable that makes a library fork.
import os

os.environ["VLLM_WORKER_MULTIPROC_METHOD"] = "fork"
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'VLLM_WORKER_MULTIPROC_METHOD' is set to fork, which makes the library that reads it fork its processes.
os.environ.setdefault("TORCHINDUCTOR_WORKER_START", "fork")
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'TORCHINDUCTOR_WORKER_START' is set to fork, which makes the library that reads it fork its processes.
