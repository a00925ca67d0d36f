# Environments for reinforcement learning, each in a process of its own.
from baselines.common.vec_env import ShmemVecEnv
from tianshou.env import DummyVectorEnv, ShmemVectorEnv, SubprocVectorEnv


def make():
    pass


if __name__ == "__main__":
    SubprocVectorEnv([make])
#   ^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'tianshou.env.SubprocVectorEnv' creates its processes by fork, the default start method on Linux before Python 3.14.
    SubprocVectorEnv([make], context="spawn")
    SubprocVectorEnv([make], context="fork")
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'tianshou.env.SubprocVectorEnv' is asked for the fork start method.
    ShmemVectorEnv([make])
#   ^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'tianshou.env.ShmemVectorEnv' creates its processes by fork, the default start method on Linux before Python 3.14.
    DummyVectorEnv([make])
    ShmemVecEnv([make])
    ShmemVecEnv([make], context="fork")
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'baselines.common.vec_env.ShmemVecEnv' is asked for the fork start method.
