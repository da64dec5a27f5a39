"""The built wheel: it holds everything, and does the main job in an empty environment elsewhere."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "--wheel-dir", folder, ROOT], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_the_wheel_holds_plugins_questionnaires_catalogues_and_styles(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in (
        "progpro_rating/rating.py",
        "progpro_holland/indices.py",
        "progpro_tui/questionnaires/interests.yaml",
        "progpro_tui/questionnaires/LICENSE",
        "progpro_tui/i18n/fr/progpro.po",
        "progpro_tui/tui/styles/run.tcss",
        "progpro_tui/py.typed",
    ):
        assert name in names
    for source in [*(ROOT / "progpro_tui").rglob("*.py"), *(ROOT / "progpro_tui").rglob("*.tcss")]:
        assert source.relative_to(ROOT).as_posix() in names
    assert not [name for name in names if name.endswith((".ttf", ".otf", ".pyc"))]


@pytest.mark.long
@pytest.mark.timeout(400)
def test_the_wheel_does_the_main_job_in_an_empty_environment(wheel: Path, tmp_path: Path) -> None:
    environment = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", environment], check=True)
    python = environment / ("Scripts" if os.name == "nt" else "bin") / "python"
    install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    lock = str(ROOT / "requirements.txt")
    subprocess.run([*install, "--require-hashes", "-r", lock], check=True)
    subprocess.run([*install, "--no-deps", str(wheel)], check=True)

    def progpro(*arguments: str) -> str:
        result = subprocess.run(
            [python, "-P", "-m", "progpro_tui", "--lang", "fr", *arguments],
            cwd=tmp_path,
            env={"PATH": "", "HOME": str(tmp_path), "LANG": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=True,
        )
        return result.stdout

    assert "Mes intérêts" in progpro("instruments")
    paths = [line.strip() for line in progpro("demo", "--no-open").splitlines() if ".pdf" in line]
    assert len(paths) == 6
    practice = str(Path(paths[0]).parents[1])
    out = str(tmp_path / "out.pdf")
    assert progpro("--practice", practice, "export", "delorme", "--pdf", out).strip() == out
    assert Path(out).read_bytes().startswith(b"%PDF")
    answers = tmp_path / "answers.json"
    answers.write_text("{}")
    assert '"code": null' in progpro("score", str(answers), "--instrument", "interests", "--json")
    assert (
        str(ROOT)
        not in subprocess.run(
            [
                python,
                "-P",
                "-c",
                "import progpro_tui, progpro_rating; print(progpro_tui, progpro_rating)",
            ],
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
    )
