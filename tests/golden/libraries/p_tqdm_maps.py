from p_tqdm import p_map

p_map(abs, [1])
#^^^^^^^^^^^^^^ FRK102 warning: 'p_tqdm.p_map' creates its processes by fork, the default start method on Linux.
