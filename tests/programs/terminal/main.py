"""Commands that behave differently on a terminal."""

from console.sessions import is_terminal_in_child, run_on_terminal
from console.transcript import Transcript


def main():
    transcript = Transcript(run_on_terminal)
    transcript.command("sh", "-c", "test -t 1 && echo on a terminal")
    transcript.command("echo", "hello")
    transcript.show()
    print("terminal:", is_terminal_in_child())


if __name__ == "__main__":
    main()
