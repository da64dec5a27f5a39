"""The door: what French and English do to words, and what hostile words cannot do."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progpro_tui.reports.typography import NBSP, capitalised, clean, quoted, typeset

FRENCH = [
    ("Voici : un", "Voici¤: un"),
    ("Voici: un", "Voici¤: un"),
    ("Ah?", "Ah¤?"),
    ("Ah ?!", "Ah¤?!"),
    ("Ah?!", "Ah¤?!"),
    ("oui ; non", "oui¤; non"),
    ("(fini)!", "(fini)¤!"),
    ("(?)", "(?)"),
    ("«oui»", "«¤oui¤»"),
    ("« oui »!", "«¤oui¤»¤!"),
    ("« je veux « ça » »", "«¤je veux “ça”¤»"),
    ('"oui"', "«¤oui¤»"),
    ("« il dit « ça »", "«¤il dit «¤ça¤»"),
    ("l'intérêt d'Amina", "l’intérêt d’Amina"),
    ("50% et 12€", "50¤% et 12¤€"),
    ("50 %", "50¤%"),
    ("9:30", "9:30"),
    ("à 9 h 30", "à 9¤h¤30"),
    ("9 h 30 - 11 h 00", "9¤h¤30¤– 11¤h¤00"),
    ("16:9 ou a:b", "16:9 ou a:b"),
    ("https://a.fr/?q=1;b=2 ?", "https://a.fr/?q=1;b=2¤?"),
    ("c'est claire.vasseur@exemple.fr!", "c’est claire.vasseur@exemple.fr!"),
    ("12 345 678", "12¤345¤678"),
    ("en 2026 300 personnes", "en 2026 300 personnes"),
    ("23 novembre 2026", "23¤novembre¤2026"),
    ("1er mars", "1er¤mars"),
    ("en 14 min", "en 14¤min"),
    ("4 h", "4¤h"),
    ("4 l'an", "4 l’an"),
    ("12 sur 60, page 3", "12 sur¤60, page¤3"),
    ("n° 4, M. Dupont, Mme Petit", "n°¤4, M.¤Dupont, Mme¤Petit"),
    ("2019-2026", "2019–2026"),
    ("2026-11-23", "2026-11-23"),
    ("L.6313-4", "L.6313-4"),
    ("de -4 à +4", "de −4 à +4"),
    ("CC-BY-SA-4.0", "CC-BY-SA-4.0"),
    ("cœur...", "cœur…"),
    ("dix\u202f%", "dix¤%"),
    ("deux  mots\n\tsuivis", "deux mots suivis"),
]

ENGLISH = [
    ("What ?", "What?"),
    ("This : that", "This: that"),
    ("don't", "don’t"),
    ("'quoted'", "‘quoted’"),
    ("the '80s", "the ’80s"),
    ("« quoted »", "“quoted”"),
    ('"quoted"', "“quoted”"),
    ("50 %", "50%"),
    ("23 November 2026", "23¤November¤2026"),
    ("page 3 of 5", "page¤3 of¤5"),
    ("2019-2026", "2019–2026"),
    ("https://a.org/ ?", "https://a.org/ ?"),
]


@pytest.mark.parametrize(("written", "printed"), FRENCH)
def test_french(written: str, printed: str) -> None:
    assert typeset(written, "fr").replace(NBSP, "¤") == printed


@pytest.mark.parametrize(("written", "printed"), ENGLISH)
def test_english(written: str, printed: str) -> None:
    assert typeset(written, "en").replace(NBSP, "¤") == printed


marks = st.text(st.sampled_from("aé14 ::;?!»«%€'\"-–.hm\u00a0\u202f\n()“”’/@"), max_size=24)


@given(marks | st.text(max_size=40), st.sampled_from(["fr", "en"]))
def test_typesetting_twice_changes_nothing(words: str, language: str) -> None:
    once = typeset(words, language)
    assert typeset(once, language) == once


@given(st.text(st.characters(codec=None), max_size=40))
def test_nothing_invisible_passes_the_door(words: str) -> None:
    passed = clean(words)
    assert all(unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} for letter in passed)
    assert all(letter in (" ", NBSP) or not letter.isspace() for letter in passed)
    passed.encode("utf-16-be")


def test_hostile_words_are_cleaned() -> None:
    assert clean("a\x00b\x1b[31m\u202egnp.\u2066exe\ufeff") == "ab[31mgnp.exe"
    assert clean("e\u0301 \ud800") == "é \N{REPLACEMENT CHARACTER}"
    assert len(clean("x" * 10_000)) == 10_000


def test_quotation_marks_nest() -> None:
    assert quoted(typeset("« ça » va", "fr"), "fr") == f"«{NBSP}“ça” va{NBSP}»"
    assert quoted("“that” one", "en") == "“‘that’ one”"


def test_a_capital_changes_one_letter() -> None:
    assert capitalised("écrire à ADA") == "Écrire à ADA"
    assert capitalised("") == ""
