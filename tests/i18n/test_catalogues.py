"""Both languages are complete, and French is written as French is."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

from progpro_tui.core.text import message
from progpro_tui.i18n.catalogue import translations
from progpro_tui.i18n.translator import Translator
from tests.i18n.catalogues import ROOT, Msgid, catalogue, messages

MESSAGES = messages()
FRENCH = catalogue()


def slots(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name is not None}


def french(msgid: Msgid) -> list[str]:
    found = FRENCH.get(msgid[0] if isinstance(msgid, tuple) else msgid)
    if found is None or not found.string:
        return []
    return [found.string] if isinstance(found.string, str) else list(found.string)


def test_nothing_that_is_said_lacks_french() -> None:
    lacking = [m for m in MESSAGES if not french(m) or not all(french(m))]
    assert lacking == []


def test_nothing_in_the_catalogue_is_said_no_more_or_fuzzy() -> None:
    said = {m[0] if isinstance(m, tuple) else m for m in MESSAGES}
    known = {m.id[0] if isinstance(m.id, tuple) else m.id for m in FRENCH if m.id}
    assert known - said == set()
    assert [m.id for m in FRENCH if m.fuzzy and m.id] == []


def test_plurals_and_slots_agree() -> None:
    for msgid in MESSAGES:
        english = msgid if isinstance(msgid, tuple) else (msgid,)
        if isinstance(msgid, tuple):
            assert len(french(msgid)) == 2, msgid
        wanted = set().union(*map(slots, english))
        for words in french(msgid):
            assert slots(words) <= wanted, msgid
            assert isinstance(msgid, tuple) or slots(words) == wanted, msgid


MISTAKES = {
    "straight apostrophe": r"\w'\w",
    "a space that breaks before a mark": r"(?<=\S) [;?!»]|(?<=\S) :(?= |$)",
    "no space before a mark": r"[^\W\d_}»)][;?!]|[^\W\d_]»",
    "no no-break space after «": r"«(?!\u00a0)",
    "tutoiement": r"(?i)\b(tu|toi|ton|tes)\b",
    "brackets or middle dots for gender": r"\w·e|\(e\)|\(ne\)",
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_french_is_typeset(mistake: str) -> None:
    pattern = re.compile(MISTAKES[mistake])
    wrong = [w for m in MESSAGES for w in french(m) if pattern.search(re.sub(r"\{\w+!r\}", "x", w))]
    assert wrong == []


SHOWING = {"say", "put", "update", "notify", "echo"}
WORD = re.compile(r"[^\W\d_]{4}")


def literals(node: ast.expr) -> list[str]:
    """The words that an argument holds by itself, not by way of the catalogue."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    found = [part.value for part in parts if isinstance(part, ast.Constant)]
    return [words for words in found if isinstance(words, str) and WORD.search(words)]


def test_every_text_that_is_shown_goes_through_the_catalogue() -> None:
    wrong = []
    for path in sorted(
        p for f in ("tui", "linear", "cli") for p in (ROOT / "progpro_tui" / f).rglob("*.py")
    ):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") in SHOWING:
                words = [word for argument in node.args for word in literals(argument)]
                wrong += [w for w in words if not w.startswith(("#", "progpro"))]
    assert wrong == []


@pytest.mark.parametrize(("n", "expected"), [(0, "0 question"), (1, "1 question"), (2, "2 questions")])
def test_french_counts_nought_as_one(n: int, expected: str) -> None:
    assert Translator("fr")(("{n} question", "{n} questions"), n=n) == expected


def test_nested_messages_are_said_in_one_language() -> None:
    words = message("{first}, then {second}", first=message("skipped"), second=message("Back"))
    assert Translator("fr")(words) == "passée, puis Revenir"
    assert Translator("en")(words) == "skipped, then Back"


def test_a_cache_that_cannot_be_written_costs_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    translations.cache_clear()
    assert translations("fr").gettext("Back") == "Revenir"
    translations.cache_clear()


@pytest.mark.parametrize(
    ("value", "language", "expected"),
    [
        (3.9, "fr", "3,9"),
        (3.9, "en", "3.9"),
        (-0.25, "fr", "\N{MINUS SIGN}0,2"),
        (12345, "fr", "12\u00a0345"),
    ],
)
def test_numbers_as_each_language_writes_them(value: float, language: str, expected: str) -> None:
    tr = Translator(language)
    assert (tr.count(value) if isinstance(value, int) else tr.number(value)) == expected
