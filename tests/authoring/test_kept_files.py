"""Broken files as authors write them: each mistake at its place, in both languages, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from progpro_tui.authoring.check import check
from progpro_tui.i18n.translator import Translator
from tests.authoring.small import HOST

BROKEN = Path(__file__).parent / "broken"
FILES = sorted(BROKEN.glob("*.yaml"))
"""Beside each stands what is said of it: a line a mistake, « language line:column sentence »."""


def test_there_are_thirty_and_more() -> None:
    assert len(FILES) >= 30
    assert {path.stem for path in FILES} == {path.stem for path in BROKEN.glob("*.txt")}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_says_what_is_to_be_mended(path: Path) -> None:
    found = check(path, HOST).mistakes
    said = [
        f"{language} {mistake.place.line}:{mistake.place.column} {words(mistake.what)}"
        for language, words in (("en", Translator("en")), ("fr", Translator("fr")))
        for mistake in found
    ]
    assert said == path.with_suffix(".txt").read_text("utf-8").splitlines()
