"""Portfolios: what a file may get wrong, each fault at its place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.authoring.small import mistakes_of
from tests.kinds import GOLDEN

FILE = (GOLDEN / "portfolio.yaml").read_text(encoding="utf-8")
RESPONSES = re.compile(r"(    responses:).*?(?=^\S)", re.DOTALL | re.MULTILINE)
OPTIONS = re.compile(r"(    options:).*?(?=^  when)", re.DOTALL | re.MULTILINE)


def said(path: Path, content: str) -> list[str]:
    """The line of the file, without its margin, and the sentence of every fault."""
    return [
        f"{content.splitlines()[line - 1].strip()} > {what}"
        for line, _, what in mistakes_of(path / "portfolio.yaml", content)
    ]


def frames(*names: str) -> str:
    return "".join(f"\n      - {{id: {name}, label: {{fr: X, en: X}}}}" for name in names)


@pytest.mark.parametrize(
    ("options", "where", "what"),
    [
        (" []", "options: []", "at least 1"),
        (frames("a", "b", "a"), "- {id: a, label: {fr: X, en: X}}", "already has the id “a”"),
        (frames("a:1"), "- {id: a:1, label: {fr: X, en: X}}", "cannot be an id here"),
        (frames(*(f"o{n}" for n in range(11))), "options:", "At most 10 may stand here"),
    ],
)
def test_frames_are_some_and_each_its_own(tmp_path: Path, options: str, where: str, what: str) -> None:
    found = said(tmp_path, OPTIONS.sub(rf"\1{options}\n", FILE))
    assert any(line.startswith(f"{where} > ") and what in line for line in found), found


@pytest.mark.parametrize(
    ("responses", "where", "what"),
    [
        (" []", "responses: []", "at least two responses; this one has 0"),
        (
            "\n      - {value: 2, label: {fr: X, en: X}}\n      - {value: 1, label: {fr: Y, en: Y}}",
            "- {value: 1, label: {fr: Y, en: Y}}",
            "1 follows 2",
        ),
    ],
)
def test_levels_rise(tmp_path: Path, responses: str, where: str, what: str) -> None:
    found = said(tmp_path, RESPONSES.sub(rf"\1{responses}\n\n", FILE))
    assert any(line.startswith(f"{where} > ") and what in line for line in found), found


@pytest.mark.parametrize("most", [0, 11, -1])
def test_lists_have_an_end(tmp_path: Path, most: int) -> None:
    content = FILE.replace("most_skills: 2", f"most_skills: {most}")
    assert said(tmp_path, content)[0] == f"most_skills: {most} > Write a number from 1 to 10."
