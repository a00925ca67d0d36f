"""`forklint doctor`: interpreters and their packages, without running the project's code."""

import json
import os
import subprocess
import sys

from command import FORKLINT, CommandTest, main

AFFECTED = {(3, 8): 20, (3, 9): 20, (3, 10): 15, (3, 11): 10}

FAKE = """#!/bin/sh
printf '%s\\n' {version} linux {path} {site} {site} /nowhere
"""


class Doctor(CommandTest):
    def fake_python(self, name: str, version: str, *packages: str) -> str:
        """An interpreter that answers as one of this version would."""
        site = self.root.parent / "site" / name
        for package in packages:
            (site / f"{package}.dist-info").mkdir(parents=True)
        path = self.root.parent / "bin" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(FAKE.format(version=version, path=path, site=site))
        path.chmod(0o755)
        return str(path)

    def doctor(self, *arguments: str, path: str = "/nowhere"):
        return self.forklint("doctor", *arguments, env={"PATH": path, "VIRTUAL_ENV": ""})

    def test_each_affected_version_and_its_patch(self):
        for version, patched in (("3.8.19", "3.8.20"), ("3.9.2", "3.9.20"), ("3.10.14", "3.10.15"), ("3.11.9", "3.11.10"),
                                 ("3.8.20", None), ("3.11.10", None), ("3.12.0", None), ("3.13.1", None)):
            with self.subTest(version):
                said = self.doctor("--json", "--python", self.fake_python("python" + version, version))
                found = json.loads(said.out)["interpreters"][0]
                self.assertEqual((said.status, found["version"], found["patched"]), (int(bool(patched)), version, patched))

    def test_default_start_method(self):
        for version, method in (("3.8.20", "fork"), ("3.13.0", "fork"), ("3.14.0", "forkserver")):
            said = self.doctor("--json", "--python", self.fake_python("python" + version, version))
            self.assertEqual(json.loads(said.out)["interpreters"][0]["start_method"], method)

    def test_packages_of_the_catalog_and_no_others(self):
        python = self.fake_python("python3", "3.12.1", "torch-2.4.0", "vllm-0.5.0", "left_pad-1.0", "torch_npu-2.1.0")
        said = self.doctor("--python", python)
        self.assertIn("torch 2.4.0: DataLoader", said.out)
        self.assertIn("VLLM_WORKER_MULTIPROC_METHOD", said.out)
        self.assertIn("torch_npu 2.1.0: has threads", said.out)
        self.assertNotIn("left_pad", said.out)

    def test_what_is_said_of_a_package_comes_from_the_records_of_its_modules(self):
        python = self.fake_python("python3", "3.12.1", "grpcio-1.60.0", "multiprocess-0.70.16", "opencv_python-4.9", "celery-5.3",
                                  "rq-2.0", "stable_baselines3-2.9", "mpire-2.10", "sphinx-7.0")
        found = json.loads(self.doctor("--json", "--python", python).out)["interpreters"][0]["packages"]
        said = {each["name"]: (each["does"], each["change"]) for each in found}
        self.assertIn("has threads", said["grpcio"][0])
        self.assertEqual(said["grpcio"][1], "GRPC_ENABLE_FORK_SUPPORT")
        self.assertIn("cv2.setNumThreads(0)", said["opencv_python"][1])
        self.assertIn("start_method=", said["mpire"][1])
        self.assertTrue(said["celery"][0].startswith("the prefork pool of its workers forks; "), said["celery"])
        self.assertIn("multiprocess.set_start_method", said["multiprocess"][1])
        self.assertEqual(said["stable_baselines3"], ("SubprocVecEnv uses forkserver", "start_method="))

    def test_interpreters_on_the_path_and_requires_python(self):
        self.write("pyproject.toml", '[project]\nname = "a"\nrequires-python = ">=3.10"\n')
        self.fake_python("python3.10", "3.10.6")
        self.fake_python("python3.12", "3.12.1")
        self.fake_python("python-config", "1.0.0")
        said = self.doctor("--json", path=str(self.root.parent / "bin"))
        answer = json.loads(said.out)
        self.assertEqual([each["version"] for each in answer["interpreters"]], ["3.10.6", "3.12.1"])
        self.assertEqual(answer["allowed_affected"], ["3.10.14", "3.11.9"])
        self.assertEqual((answer["py_spy"], answer["gdb"]), (None, None))

    def test_a_real_interpreter(self):
        said = self.doctor("--json", "--python", sys.executable)
        found = json.loads(said.out)["interpreters"][0]
        self.assertEqual(found["version"], "%d.%d.%d" % sys.version_info[:3])
        self.assertEqual(found["affected"], sys.version_info[2] < AFFECTED.get(sys.version_info[:2], 0))

    def test_a_virtual_environment_of_the_project_is_asked_without_its_code(self):
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(self.root / ".venv")], check=True)
        site = next((self.root / ".venv" / "lib").glob("python3*")) / "site-packages"
        (site / "polars-1.2.0.dist-info").mkdir()
        trap = self.root.parent / "imported"
        (site / "sitecustomize.py").write_text(f"open({str(trap)!r}, 'w')\n")
        (site / "trap.pth").write_text(f"import os; open({str(trap)!r}, 'w')\n")
        said = self.doctor("--json")
        found = json.loads(said.out)["interpreters"][0]
        self.assertEqual([each["name"] for each in found["packages"]], ["polars"])
        self.assertFalse(os.path.exists(trap))

    def test_what_is_no_interpreter_is_an_error(self):
        for python in ("no-such-python", str(FORKLINT), "/nowhere/python3"):
            self.assert_error(self.doctor("--python", python), python)


if __name__ == "__main__":
    main()
