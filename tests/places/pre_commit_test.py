"""The hooks of pre-commit-mirror/ with the real pre-commit, in a real repository, from a wheel of the built binary."""

import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

import wheel

FORKLINT = Path(sys.argv.pop(1)).resolve()
MIRROR = wheel.ROOT / "pre-commit-mirror"
# The distribution's wheels of setuptools and wheel, which build the mirror's empty package.
WHEELS = Path("/usr/share/python-wheels")
PATIENCE = 300
POOL = "import multiprocessing\n\n\ndef work():\n    return multiprocessing.Pool(2)\n"
GUARDED = "import multiprocessing\n\nif __name__ == '__main__':\n    print(multiprocessing.Pool(2).map(abs, [1]))\n"
FIXED = GUARDED.replace("multiprocessing.Pool", 'multiprocessing.get_context("spawn").Pool')
# Far enough from the line that is fixed for a patch of its own.
LATER = "\n" * 10 + "# The end.\n"
MANY = 2000
SAFE = "def work():\n    return 1\n"


class PreCommitTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.folder = Path(folder.name)
        links = cls.folder / "links"
        links.mkdir()
        wheel.build(FORKLINT, links)
        for each in WHEELS.glob("*.whl"):
            shutil.copy(each, links)
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT"))}
        # The distribution's pre-commit serves the distribution's interpreter, whichever comes first in PATH.
        environment.update(PATH="/usr/bin:" + environment.get("PATH", ""), PIP_NO_INDEX="1", PIP_FIND_LINKS=str(links),
                           PIP_DISABLE_PIP_VERSION_CHECK="1", PRE_COMMIT_HOME=str(cls.folder / "cache"),
                           VIRTUALENV_NO_DOWNLOAD="1", VIRTUALENV_EXTRA_SEARCH_DIR=str(links),
                           GIT_CONFIG_GLOBAL=os.devnull, GIT_CONFIG_NOSYSTEM="1", GIT_AUTHOR_NAME="a",
                           GIT_AUTHOR_EMAIL="a@example.org", GIT_COMMITTER_NAME="a",
                           GIT_COMMITTER_EMAIL="a@example.org")
        cls.environment = environment
        cls.mirror = cls.folder / "forklint-pre-commit"
        shutil.copytree(MIRROR, cls.mirror)
        cls.repository(cls.mirror)
        cls.run_in(cls.mirror, "git", "tag", "v0")

    @classmethod
    def run_in(cls, folder: Path, *command: str, status: int = 0) -> str:
        done = subprocess.run(command, cwd=folder, env=cls.environment, stdout=subprocess.PIPE, text=True,
                              stderr=subprocess.STDOUT, timeout=PATIENCE, stdin=subprocess.DEVNULL, check=False)
        if done.returncode != status:
            raise AssertionError(f"{command}: status {done.returncode}, not {status}\n{done.stdout}")
        return done.stdout

    @classmethod
    def repository(cls, folder: Path) -> None:
        cls.run_in(folder, "git", "init", "--quiet")
        cls.run_in(folder, "git", "add", ".")
        cls.run_in(folder, "git", "commit", "--quiet", "--no-verify", "--message", "begin")

    def project(self, name: str, hook: str) -> Path:
        project = self.folder / name
        project.mkdir()
        (project / "a.py").write_text(SAFE)
        (project / ".pre-commit-config.yaml").write_text(
            f"repos:\n- repo: {self.mirror}\n  rev: v0\n  hooks:\n  - id: {hook}\n")
        self.repository(project)
        self.run_in(project, "pre-commit", "install")
        return project

    def commit(self, project: Path, status: int) -> str:
        return self.run_in(project, "git", "commit", "--message", "change", status=status)

    def test_a_commit_that_brings_a_fork_is_stopped(self):
        project = self.project("stopped", "forklint")
        (project / "a.py").write_text(POOL)
        self.run_in(project, "git", "add", "a.py")
        said = self.commit(project, 1)
        self.assertIn("forklint", said)
        self.assertIn("FRK102", said)
        (project / "a.py").write_text(POOL.replace(".Pool", '.get_context("spawn").Pool'))
        self.run_in(project, "git", "add", "a.py")
        self.commit(project, 0)

    def test_what_is_not_staged_does_not_count(self):
        project = self.project("partly", "forklint")
        (project / "a.py").write_text(SAFE.replace("1", "2"))
        self.run_in(project, "git", "add", "a.py")
        (project / "a.py").write_text(POOL)
        self.commit(project, 0)
        self.assertEqual((project / "a.py").read_text(), POOL)

    def test_a_fork_of_another_file_does_not_stop_the_commit(self):
        project = self.project("others", "forklint")
        (project / "b.py").write_text(POOL)
        self.run_in(project, "git", "add", "b.py")
        self.run_in(project, "git", "commit", "--no-verify", "--message", "forks")
        (project / "a.py").write_text(SAFE.replace("1", "2"))
        self.run_in(project, "git", "add", "a.py")
        self.commit(project, 0)

    def test_a_commit_is_fixed_and_passes_then(self):
        project = self.project("fixed", "forklint-fix")
        (project / "a.py").write_text(GUARDED)
        self.run_in(project, "git", "add", "a.py")
        self.assertIn("files were modified by this hook", self.commit(project, 1))
        self.assertEqual((project / "a.py").read_text(), FIXED)
        self.run_in(project, "git", "add", "a.py")
        self.commit(project, 0)
        self.assertEqual(self.run_in(project, "git", "show", "HEAD:a.py"), FIXED)

    def test_what_is_not_staged_survives_the_fix(self):
        project = self.project("partly_fixed", "forklint-fix")
        (project / "a.py").write_text(GUARDED + LATER)
        self.run_in(project, "git", "add", "a.py")
        (project / "a.py").write_text(GUARDED + LATER + "# Not staged.\n")
        self.commit(project, 1)
        self.assertEqual((project / "a.py").read_text(), FIXED + LATER + "# Not staged.\n")
        self.assertEqual(self.run_in(project, "git", "show", ":a.py"), GUARDED + LATER)

    def test_one_changed_file_of_many_is_seen_in_its_project(self):
        project = self.project("many", "forklint")
        for number in range(MANY):
            folder = project / f"package_{number // 100}"
            folder.mkdir(exist_ok=True)
            (folder / f"module_{number}.py").write_text(SAFE)
        (project / "main.py").write_text("import multiprocessing\n\nimport a\n\nif __name__ == '__main__':\n"
                                         "    multiprocessing.set_start_method('spawn')\n    a.work()\n")
        self.run_in(project, "git", "add", ".")
        self.run_in(project, "git", "commit", "--no-verify", "--quiet", "--message", "many")
        (project / "a.py").write_text(POOL)
        self.run_in(project, "git", "add", "a.py")
        self.commit(project, 0)
        (project / "main.py").write_text("import a\n\nif __name__ == '__main__':\n    a.work()\n")
        (project / "a.py").write_text(POOL + "# Changed.\n")
        self.run_in(project, "git", "add", "a.py", "main.py")
        self.assertIn("a.py:5", self.commit(project, 1))

    def test_the_mirror_has_the_version_of_the_project(self):
        self.assertIn(f'"forklint=={wheel.version()}"', (MIRROR / "pyproject.toml").read_text())

    def test_pre_commit_takes_what_the_repositories_offer(self):
        for folder in (wheel.ROOT, MIRROR):
            self.run_in(self.folder, "pre-commit", "validate-manifest", str(folder / ".pre-commit-hooks.yaml"))

    def test_both_repositories_offer_the_same_hooks(self):
        hooks = [path.read_text().split("\n", 1)[1] for path in
                 (wheel.ROOT / ".pre-commit-hooks.yaml", MIRROR / ".pre-commit-hooks.yaml")]
        self.assertEqual(*hooks)


if __name__ == "__main__":
    unittest.main()
