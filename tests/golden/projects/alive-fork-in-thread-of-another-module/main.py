# The thread, what it runs, and the fork in three files.
import scheduler

if __name__ == "__main__":
    scheduler.every_minute()
