"""Particles that fall and bounce, in whole numbers so that every machine gets the same."""


def step(height, speed):
    height, speed = height + speed, speed - 1
    return (-height, -speed) if height < 0 else (height, speed)


def final_height(start, steps):
    height, speed = start, 0
    for _ in range(steps):
        height, speed = step(height, speed)
    return height
