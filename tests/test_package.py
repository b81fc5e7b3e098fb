"""What is shipped: the wheel is whole and works by itself, and the lock is complete."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph
import pytest

from kg.namespaces import POS

PIN = re.compile(r"^(?P<name>[a-z0-9.-]+)==(?P<version>[^ ]+)( ; [^\\]+)? \\$")


def run(*command: object, cwd: Path, env: dict[str, str] | None = None) -> str:
    """The output of a command, errors included; fails the test with it if the command fails."""
    finished = subprocess.run([str(part) for part in command], cwd=cwd, env=env, capture_output=True, text=True)
    assert finished.returncode == 0, finished.stdout + finished.stderr
    return finished.stdout


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, cwd=root)
    return next(folder.glob("*.whl"))


def files_below(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        if path.is_file() and path.suffix != ".pyc":
            yield path.relative_to(folder).as_posix()


def test_the_wheel_holds_every_file_of_the_package_and_of_the_ontologies(wheel: Path, root: Path) -> None:
    packed = set(zipfile.ZipFile(wheel).namelist())
    package = {f"kg/{name}" for name in files_below(root / "kg")}
    ontologies = {f"kg/ontologies/{name}" for name in files_below(root / "ontologies")}
    assert "kg/ontologies/stances.ttl" in ontologies
    assert (package | ontologies) - packed == set()


def test_the_wheel_holds_a_language_pipeline(wheel: Path) -> None:
    assert "kg/analyse/models/de/config.cfg" in zipfile.ZipFile(wheel).namelist()


@pytest.mark.slow
def test_the_wheel_builds_a_graph_in_an_empty_environment(wheel: Path, root: Path, tmp_path: Path) -> None:
    run(sys.executable, "-m", "venv", "env", cwd=tmp_path)
    env = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    python = tmp_path / "env" / ("Scripts" if os.name == "nt" else "bin") / "python"
    run(
        python, "-m", "pip", "install", "-q", "--require-hashes", "-r", root / "requirements.txt", cwd=tmp_path, env=env
    )
    install = (python, "-m", "pip", "install", "--quiet")
    run(*install, "--require-hashes", "--requirement", root / "requirements.txt", cwd=tmp_path, env=env)
    run(*install, "--no-index", wheel, cwd=tmp_path, env=env)  # all that it depends on is there
    shutil.copy(root / "seeds" / "2025-12-17-truppen-ukraine.txt", tmp_path / "article.txt")

    run(python.with_name("kg"), "build", "article.txt", "-o", "graph.nq", cwd=tmp_path, env=env)

    home = run(python, "-c", "import kg; print(kg.__file__)", cwd=tmp_path, env=env)
    assert Path(home.strip()).is_relative_to(tmp_path)
    store = pyoxigraph.Store()
    store.load(path=tmp_path / "graph.nq")
    assert store.query(f"ASK {{ GRAPH ?document {{ ?position a <{POS.Position}> }} }}")


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_every_line_of_the_lock_is_a_pin_a_hash_or_a_comment(root: Path, lock: str) -> None:
    """So no index, no file and no address stands in it."""
    lines = (root / lock).read_text("utf-8").splitlines()
    kinds = re.compile(rf"{PIN.pattern}|^    --hash=sha256:[0-9a-f]{{64}}( \\)?$|^ *#|^$")
    assert [line for line in lines if not kinds.match(line)] == []


def test_the_lock_holds_what_the_package_depends_on(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {re.split(r"[<>=]", line)[0] for line in project["dependencies"]}
    assert asked - set(pins(root / "requirements.txt")) == set()


def test_the_tests_run_with_the_versions_that_users_get(root: Path) -> None:
    users, ours = pins(root / "requirements.txt"), pins(root / "requirements-dev.txt")
    assert users.items() - ours.items() == set()


def pins(lock: Path) -> dict[str, str]:
    found = map(PIN.match, lock.read_text("utf-8").splitlines())
    return {pin["name"]: pin["version"] for pin in found if pin}
