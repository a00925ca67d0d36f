import gymnasium

gymnasium.make_vec("CartPole-v1", vectorization_mode="sync")
gymnasium.make_vec("CartPole-v1", vectorization_mode="async")
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'gymnasium.make_vec' creates its processes by fork, the default start method on Linux before Python 3.14.
