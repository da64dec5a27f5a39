"""Runs the examples of one page, in its order, in a folder of its own."""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout, suppress
from pathlib import Path
from typing import Any
from unittest.mock import patch

from progpro_tui.cli.main import main
from progpro_tui.host.discovery import LOCAL
from tests.docs.pages import Block, blocks

FILES = {"yaml", "json", "toml", "csv"}
"""Sorts of examples that are written as files; Python is where it has a name, and else is run."""


TYPED = "> "
"""Before a line that the reader types while a command runs."""


class Folder:
    """The folder of a reader who follows one page from its beginning."""

    def __init__(self, folder: Path, language: str) -> None:
        self._folder = folder
        self._language = language
        self._names: dict[str, Any] = {}
        self._whole: dict[str, str] = {}

    def follow(self, page: Path) -> None:
        """Do what every example says. Raises ``AssertionError`` with the page and the line."""
        for block in blocks(page):
            if block.not_run:
                continue
            try:
                self._do(block)
            except Exception as error:
                where = f"{block.page.parent.name}/{block.page.name}:{block.line}"
                raise AssertionError(f"{where}: {type(error).__name__}: {error}") from error

    def compare(self, block: Block, command: str, expected: str, found: str) -> None:
        """Raise ``AssertionError`` unless a command of this block printed what the page shows."""
        said = f"“{command}” prints\n{found}\n-- but the guide says\n{expected}"
        assert agrees(expected, found), said

    def _do(self, block: Block) -> None:
        if block.sort == "console":
            for command, shown in block.commands:
                lines = shown.split("\n")
                typed = [line[2:] for line in lines if line.startswith(TYPED)]
                printed = [line for line in lines if not line.startswith(TYPED)]
                self.compare(block, command, "\n".join(printed), self._run(command, typed))
        elif block.file and block.sort in FILES | {"python"}:
            self._write(block)
        elif block.sort == "python":
            exec(compile(block.text, str(block.page), "exec"), self._names)
        else:
            raise AssertionError(f"“{block.sort}” is no sort of example that could be run")

    def _write(self, block: Block) -> None:
        """A file; or a change in one as it was first, which the next change takes back."""
        whole = block.text
        if block.at:
            lines = self._whole[block.file].split("\n")
            lines[block.at - 1 : block.at - 1 + len(block.lines)] = block.lines
            whole = "\n".join(lines)
        elif block.on:
            whole = self._whole[block.file] + "\n" + whole
        else:
            whole += (self._folder / block.more).read_text("utf-8") if block.more else ""
            self._whole[block.file] = whole
        path = self._folder / block.file
        path.parent.mkdir(exist_ok=True)
        path.write_text(whole, "utf-8")
        sys.modules.pop(LOCAL + path.stem, None)  # the reader starts progpro anew each time

    def _run(self, command: str, typed: list[str]) -> str:
        program, *arguments = shlex.split(command)
        if program == "progpro":
            return _progpro(["--lang", self._language, *arguments], "\n".join(typed))
        if program in ("python", "pytest"):
            module = ["-m", "pytest", "-q", "-p", "no:cacheprovider"] if program == "pytest" else []
            paths = os.pathsep.join([str(self._folder), *filter(None, sys.path)])
            done = subprocess.run(
                [sys.executable, *module, *arguments],
                cwd=self._folder,
                env=os.environ | {"PYTHONPATH": paths},
                capture_output=True,
                text=True,
                check=False,
            )
            return done.stdout + done.stderr
        raise AssertionError(f"“{program}” is no program that the guide may call")


def _progpro(arguments: list[str], typed: str) -> str:
    """What the program prints, both streams as a terminal shows them."""
    printed = io.StringIO()
    keyboard = patch("sys.stdin", io.StringIO(typed))
    with redirect_stdout(printed), redirect_stderr(printed), keyboard, suppress(SystemExit):
        main(arguments)
    return printed.getvalue()


def agrees(expected: str, found: str) -> bool:
    """Line by line; « … » stands for any words, and alone on a line for any lines."""
    parts = [r"(?:.*\n)?" if line.strip() == "…" else _line(line) + "\n" for line in tidy(expected)]
    return bool(re.compile("".join(parts), re.DOTALL).fullmatch("\n".join(tidy(found)) + "\n"))


def tidy(words: str) -> list[str]:
    """The lines that were printed, without the spaces that nobody sees."""
    return [line.rstrip() for line in words.rstrip().split("\n")]


def _line(words: str) -> str:
    return "[^\n]*".join(re.escape(part) for part in words.split("…"))
