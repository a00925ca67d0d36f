"""Completions for shells and the man page name every option that --help names."""

import re
import subprocess

from command import CommandTest, main


class CompletionTest(CommandTest):
    def options(self):
        found = set(re.findall(r"--[a-z][a-z-]+", self.forklint("--help").out))
        self.assertIn("--baseline", found)
        return found

    def test_every_option_is_there(self):
        for kind in ("bash", "zsh", "fish", "man"):
            text = self.forklint("completion", kind).out.replace("\\-", "-")
            for option in self.options():
                name = f"-l {option[2:]}" if kind == "fish" else option
                self.assertIn(name, text, kind)

    def complete(self, *words: str) -> list:
        script = self.forklint("completion", "bash").out
        line = " ".join(f"'{word}'" for word in ("forklint", *words))
        program = f"{script}\nCOMP_WORDS=({line}); COMP_CWORD={len(words)}; _forklint; printf '%s\\n' \"${{COMPREPLY[@]}}\""
        done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, timeout=60, check=True)
        return done.stdout.split()

    def test_bash_completes(self):
        self.assertIn("explain", self.complete("exp"))
        self.assertIn("--statistics", self.complete("--stat"))
        self.assertIn("--json", self.complete("rules", "--"))
        self.assertEqual(self.complete("--color", "al"), ["always"])
        self.assertEqual(self.complete("--output-format", "sar"), ["sarif"])

    def test_an_unknown_shell_is_an_error(self):
        self.assert_error(self.forklint("completion", "tcsh"), "kind")


if __name__ == "__main__":
    main()
