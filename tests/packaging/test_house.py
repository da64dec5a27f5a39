"""The house: layers, sizes, what a start imports, and that the checks can fail."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "progpro_tui").rglob("*.py")) + sorted((ROOT / "plugins").rglob("*.py"))
HEAVY = {
    *("textual", "rich", "fpdf", "numpy", "pydantic", "babel", "yaml", "questionary", "cattrs"),
    *("python_calamine", "xlsxwriter", "cryptography", "filelock", "xkcdpass"),
}


def test_files_and_functions_fit_the_reader() -> None:
    long_files, long_functions, silent = [], [], []
    for path in SOURCES:
        words = path.read_text("utf-8")
        tree = ast.parse(words)
        if words.count("\n") > 300:
            long_files.append(path.name)
        if not ast.get_docstring(tree):
            silent.append(path.name)
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or 0) - node.lineno + 1
                if length > 40:
                    long_functions.append(f"{path.name}:{node.name} {length}")
    assert (long_files, long_functions, silent) == ([], [], [])


def run_python(code: str) -> str:
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return result.stdout


IMPORTED = """
import sys
from progpro_tui.cli.main import main
try:
    main({arguments!r})
except SystemExit as stop:
    assert not stop.code, stop.code
print("IMPORTED", *sorted({{name.split(".")[0] for name in sys.modules}}))
"""


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["instruments"]])
def test_the_command_line_starts_without_what_it_does_not_need(arguments: list[str]) -> None:
    code = IMPORTED.format(arguments=arguments)
    run_python(code)  # the first one may fill the caches
    imported = set(run_python(code).split("IMPORTED ")[1].split())
    assert imported & HEAVY == set()


def contracts(root: Path) -> subprocess.CompletedProcess[str]:
    lint = Path(sys.executable).parent / "lint-imports"
    return subprocess.run([lint, "--no-cache"], cwd=root, capture_output=True, text=True, check=False)


BREACHES = {
    "core/ties.py": "import progpro_tui.storage.fs",
    "core/run.py": "import random",
    "storage/fs.py": "import textual",
    "workspace/runs.py": "import progpro_tui.tui.app",
    "workspace/exports.py": "import progpro_tui.testing.check",
    "linear/page.py": "import progpro_tui.tui.safe",
    "linear/lines.py": "import rich",
}


def test_a_broken_layer_is_found(tmp_path: Path) -> None:
    """The contracts hold here, and each breach of a copy is found: they can fail."""
    import shutil

    assert contracts(ROOT).returncode == 0
    for folder in ("progpro_tui", "plugins"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    config = (ROOT / "pyproject.toml").read_text("utf-8")
    (tmp_path / "pyproject.toml").write_text(config, "utf-8")
    for name, breach in BREACHES.items():
        with (tmp_path / "progpro_tui" / name).open("a", encoding="utf-8") as file:
            file.write(f"\n{breach}\n")
    with (tmp_path / "plugins" / "progpro_rating" / "style.py").open("a", encoding="utf-8") as file:
        file.write("\nimport progpro_tui.core.ties\n")
    found = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--no-cache"],
        cwd=tmp_path,
        env={"PYTHONPATH": f"{tmp_path}:{tmp_path / 'plugins'}", "PATH": "", "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 1
    linear = ("linear.page", "linear.lines")
    ours = ("storage.fs", "random", "textual", "tui.app", "testing.check", *linear)
    for named in (*ours, "progpro_rating.style"):
        assert named in found.stdout
