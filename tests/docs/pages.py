"""The pages of the guide, and what stands in them: headings, links, examples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

GUIDE = Path(__file__).parents[2] / "docs"
LANGUAGES = ("fr", "en")

PAGES = (
    ("premier-questionnaire.md", "first-questionnaire.md"),
    ("format.md", "format.md"),
    ("cotation.md", "scoring.md"),
    ("partager.md", "sharing.md"),
    ("premiere-extension.md", "first-plugin.md"),
    ("points-d-accroche.md", "hooks.md"),
)
"""The French name of a page, and the English one."""

TITLE = re.compile(
    r"# (?P<file>(?:plugins/)?[\w.-]+\.(?:yaml|py|toml|csv))"
    r"(?: \+ (?P<more>[\w.-]+\.yaml))?"
    r"(?:, (?:(?:ligne|line) (?P<line>\d+)|(?P<on>suite|continued)))?"
)
"""How the first line of an example names its file: what it is put before, where it stands in it, or
that it goes on with it."""

NOT_RUN = re.compile(r"<!-- not run: (?P<reason>.+) -->")
HEADING = re.compile(r"(?P<level>#+) (?P<words>.+)")
LINK = re.compile(r"\]\((?P<target>[^)\s]+)\)")


@dataclass(frozen=True)
class Block:
    """One fenced example.

    ``file`` names it, where it is a file; ``more`` is the file that it is put before, ``at`` the
    line of the file that it replaces; where it goes ``on``, it stands at the end of the file.
    ``not_run`` is the reason why it is not run.
    """

    page: Path
    line: int
    sort: str
    lines: tuple[str, ...]
    file: str = ""
    more: str = ""
    at: int = 0
    on: bool = False
    not_run: str = ""

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"

    @property
    def commands(self) -> list[tuple[str, str]]:
        """Every command of a console, and what is printed."""
        starts = [n for n, line in enumerate(self.lines) if line.startswith("$ ")]
        ends = [*starts, len(self.lines)]
        return [
            (self.lines[start][2:], "\n".join(self.lines[start + 1 : end]))
            for start, end in pairwise(ends)
        ]

    @property
    def shape(self) -> tuple[str, bool, bool, bool, int]:
        """What the same example has in common in both languages."""
        return self.sort, bool(self.file), bool(self.more), self.on, len(self.commands)


def pages() -> list[tuple[Path, Path]]:
    """Every page in French and in English."""
    return [(GUIDE / "fr" / french, GUIDE / "en" / english) for french, english in PAGES]


def blocks(page: Path) -> Iterator[Block]:
    """The examples of a page, in its order."""
    lines = page.read_text("utf-8").split("\n")
    opened, not_run = 0, ""
    for number, line in enumerate(lines, 1):
        if line.startswith("```"):
            if opened:
                yield _block(page, opened, lines[opened - 1 : number - 1], not_run)
                opened, not_run = 0, ""
            else:
                opened = number
        elif not opened and line.strip():
            found = NOT_RUN.fullmatch(line)
            not_run = found["reason"] if found else ""


def _block(page: Path, line: int, lines: list[str], not_run: str) -> Block:
    sort, _, file = lines[0].removeprefix("```").partition(" ")
    body = tuple(lines[1:])
    found = TITLE.fullmatch(body[0]) if body else None
    if found is None or not_run:
        return Block(page, line, sort, body, file, not_run=not_run)
    at, on = int(found["line"] or 0), bool(found["on"])
    body = body[1:] if at or on else body
    return Block(page, line, sort, body, found["file"], found["more"] or "", at, on)


def prose(page: Path) -> list[str]:
    """The lines of a page outside its examples."""
    lines: list[str] = []
    inside = False
    for line in page.read_text("utf-8").split("\n"):
        if line.startswith("```"):
            inside = not inside
        elif not inside:
            lines.append(line)
    return lines


def headings(page: Path) -> list[tuple[int, str]]:
    """Level and words of every heading."""
    found = [HEADING.fullmatch(line) for line in prose(page)]
    return [(len(heading["level"]), heading["words"]) for heading in found if heading]


def anchors(page: Path) -> set[str]:
    """What a link can point to in a page: as GitHub makes it of the headings."""
    return {
        re.sub(r"[^\w\- ]", "", words.lower(), flags=re.UNICODE).replace(" ", "-")
        for _, words in headings(page)
    }


def links(page: Path) -> list[str]:
    """The targets of every link of a page that lead to a file or a heading."""
    found = [match["target"] for line in prose(page) for match in LINK.finditer(line)]
    return [target for target in found if "://" not in target]
