"""A wheel of a built forklint: wheel.py FORKLINT FOLDER. Prints its path."""

import base64
import hashlib
import re
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
EXECUTABLE = 0o100755 << 16
PLAIN = 0o100644 << 16


def version() -> str:
    found = re.search(r"project\(forklint VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))
    assert found
    return found.group(1)


def record(name: str, content: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(content)}\n"


def build(forklint: Path, folder: Path) -> Path:
    name = f"forklint-{version()}"
    files = {f"{name}.data/scripts/forklint": forklint.read_bytes()}
    for source in sorted((ROOT / "python" / "forklint").glob("*.py")):
        files[f"forklint/{source.name}"] = source.read_bytes()
    files[f"{name}.dist-info/METADATA"] = f"Metadata-Version: 2.1\nName: forklint\nVersion: {version()}\n".encode()
    files[f"{name}.dist-info/WHEEL"] = (
        b"Wheel-Version: 1.0\nGenerator: forklint-tests\nRoot-Is-Purelib: false\nTag: py3-none-any\n")
    listed = f"{name}.dist-info/RECORD"
    records = "".join(record(each, content) for each, content in files.items()) + f"{listed},,\n"
    path = folder / f"{name}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as wheel:
        for each, content in [*files.items(), (listed, records.encode())]:
            entry = zipfile.ZipInfo(each, (2020, 1, 1, 0, 0, 0))
            entry.external_attr = EXECUTABLE if "/scripts/" in each else PLAIN
            wheel.writestr(entry, content)
    return path


if __name__ == "__main__":
    print(build(Path(sys.argv[1]), Path(sys.argv[2])))
