"""A table that a spreadsheet calculates nothing of, and JSON that steers no terminal."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from fractions import Fraction

import pytest

from progpro_tui.core.clean import UNSAFE
from progpro_tui.core.csv_table import BEGINNINGS, NUMBER, csv_table, neutral
from progpro_tui.core.json_line import json_line
from tests.hostile.words import hostile


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("=1+1", "'=1+1"),
        ("+33 6", "'+33 6"),
        ("-2", "-2"),
        ("-2,5", "-2,5"),
        ("-2+cmd|' /C calc'!A0", "'-2+cmd|' /C calc'!A0"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("\0=1", "'=1"),
        ("  =1", "'  =1"),
        ("\u200b=1", "'=1"),
        ("＝1", "'＝1"),
        ("l’été", "l’été"),
        ("", ""),
    ],
)
def test_what_would_be_calculated_begins_with_an_apostrophe(words: str, said: str) -> None:
    assert neutral(words) == said


def test_ten_thousand_cells_are_read_back_without_a_formula() -> None:
    words = hostile(10_000)
    rows = [(f"{i:05}", said[:2000]) for i, said in enumerate(words)]
    read = list(csv.reader(io.StringIO(csv_table(rows).decode("utf-8-sig"), newline="")))
    assert len(read) == len(rows)
    for number, said in read:
        assert len(number) == 5
        assert not said.lstrip().startswith(BEGINNINGS) or NUMBER.fullmatch(said)
        assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in said.replace("\n", ""))


def test_figures_stay_figures() -> None:
    content = csv_table([("scale", "score"), ("R", Fraction(7, 2)), ("I", None), ("A", -1)])
    lines = content.decode("utf-8-sig").split("\r\n")
    assert lines == ['"scale","score"', '"R",3.5', '"I",', '"A",-1', ""]


def test_json_says_the_same_and_steers_nothing() -> None:
    for words in hostile(300):
        line = json_line({"words": words[:500]})
        # Two halves of a pair side by side are the pair, in JSON as in UTF-16.
        whole = words[:500].encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
        assert json.loads(line) == {"words": whole}
        assert not any(unicodedata.category(letter) in UNSAFE for letter in line)
