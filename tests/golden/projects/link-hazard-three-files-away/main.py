# The thread, the fork and the script know nothing of each other.
import app

if __name__ == "__main__":
    app.main()
