# None is the default context for gymnasium; stable-baselines3 takes forkserver by itself.
from gymnasium.vector import AsyncVectorEnv
from stable_baselines3.common.vec_env import SubprocVecEnv

AsyncVectorEnv([])
#^^^^^^^^^^^^^^^^^ FRK102 warning: 'gymnasium.vector.AsyncVectorEnv' creates its processes by fork, the default start method on Linux before Python 3.14.
AsyncVectorEnv([], context="spawn")
SubprocVecEnv([])
SubprocVecEnv([], start_method="fork")
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK101 warning: 'stable_baselines3.common.vec_env.SubprocVecEnv' is asked for the fork start method.
