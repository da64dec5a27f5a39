"""Advice on wording: what it finds, and what it lets pass, rule by rule."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from progpro_tui.authoring.check import check
from progpro_tui.authoring.remarks import Remark
from progpro_tui.authoring.shelf import bundled_folder
from progpro_tui.authoring.tree import Tree
from progpro_tui.authoring.wording.advise import advise
from progpro_tui.authoring.wording.alike import beginning
from progpro_tui.authoring.wording.counting import sentences_of, words_of
from progpro_tui.authoring.wording.texts import wordings_of
from tests.authoring.small import ENGLISH, HOST, SMALL, changed


def remarks_on(root: dict[str, object], *languages: str) -> list[Remark]:
    return list(advise(wordings_of(Tree("a.yaml", root), languages)))


def codes(words: str, language: str, plain: bool = False) -> list[str]:
    """The rules that an item of these words breaks."""
    item: dict[str, object] = {"id": "a", "text": {language: words}}
    if plain:
        item = {"id": "a", "text": {language: "x"}, "plain": {language: words}}
    return [remark.code for remark in remarks_on({"items": [item]}, language)]


NB = "\N{NO-BREAK SPACE}"

FOUND = [
    ("fr", "two-ideas", "Réparer et vendre des vélos"),
    ("fr", "two-ideas", "Mesurer, couper, coller du bois"),
    ("fr", "two-ideas", "Aider un enfant à lire et à écrire"),
    ("fr", "two-ideas", "Conduire un train et le réparer"),
    ("fr", "two-ideas", "J’aime décider ou agir"),
    ("fr", "two-ideas", "Je range et je classe"),
    ("en", "two-ideas", "Repair and sell bicycles"),
    ("en", "two-ideas", "Plant trees and teach children"),
    ("en", "two-ideas", "Buy food and cook a meal"),
    ("en", "two-ideas", "Planting trees and watering them"),
    ("en", "two-ideas", "I tidy up and I sort papers"),
    ("fr", "negation", "Ne jamais rester dans un bureau"),
    ("fr", "negation", "Je n’aime pas le bruit"),
    ("fr", "negation", "N’avoir aucun chef"),
    ("en", "negation", "Never stay in an office"),
    ("en", "negation", "I don’t like noise"),
    ("fr", "frequency", "Travailler toujours dehors"),
    ("en", "frequency", "Often work outdoors"),
    ("fr", "cut-word", "Devenir un(e) bon voisin"),
    ("fr", "cut-word", "Être motivé·e au travail"),
    ("fr", "cut-word", "Être motivé.e.s au travail"),
    ("fr", "cut-word", "Aider un étudiant/e"),
    ("fr", "tutoiement", "Donner ton avis"),
    ("fr", "tutoiement", "Ce que tu aimes"),
    ("fr", "private", "Parler de votre santé"),
    ("fr", "private", "Vos anciennes croyances"),
    ("en", "private", "Talk about your religion"),
    ("en", "private", "Are you married"),
    ("fr", "apostrophe", "Tailler l'arbre"),
    ("fr", "no-break-space", "Tailler un arbre ?"),
    ("fr", "no-break-space", "Dire « oui » au chef"),
]


@pytest.mark.parametrize(("language", "code", "words"), FOUND)
def test_it_is_found(language: str, code: str, words: str) -> None:
    assert codes(words, language) == [code]


PASSED = [
    ("fr", "Mettre du sel et du poivre"),
    ("fr", "Organiser l’atelier et le chantier"),
    ("fr", "Choisir un métier et un employeur"),
    ("fr", "Travailler dehors, par exemple tailler un arbre"),
    ("fr", f"Vendeur, vendeuse{NB}: vendre des livres"),
    ("fr", "Travailler en silence, sans chef"),
    ("fr", "Il n’y a que moi"),
    ("fr", "Hausser le ton au téléphone"),
    ("fr", "Guider des familles dans un aéroport"),
    ("fr", "Étudier des maladies rares"),
    ("fr", f"Dire «{NB}oui{NB}» à 10:30{NB}!"),
    ("en", "Cook with salt and pepper"),
    ("en", "Plant trees and flowers"),
    ("en", "Bicycle mechanic: mend brakes and wheels"),
    ("en", "My colleagues and I help each other"),
    ("en", "Work without noise"),
    ("en", "Not only work but play"),
    ("en", "Guide families through an airport's halls"),
    ("de", "Nie wieder Fahrräder reparieren und verkaufen"),
]


@pytest.mark.parametrize(("language", "words"), PASSED)
def test_it_passes(language: str, words: str) -> None:
    assert codes(words, language) == []


def test_an_item_has_twelve_words_and_eight_in_the_plain_wording() -> None:
    twelve = "un deux trois quatre cinq six sept huit neuf dix onze douze"
    eight = " ".join(twelve.split()[:8])
    for language in ("fr", "en", "sv"):
        assert codes(twelve, language) == []
        assert codes(f"{twelve} treize", language) == ["long-item"]
        assert codes(eight, language, plain=True) == []
        assert codes(f"{eight} neuf", language, plain=True) == ["long-item"]


def test_a_long_plain_wording_that_is_the_standard_one_is_told_once() -> None:
    words = {"en": "A walk in the woods on a very cold day"}
    items = [{"id": "a", "text": words, "plain": words}]
    assert [remark.code for remark in remarks_on({"items": items}, "en")] == ["plain-copied"]


def test_a_sentence_is_measured_not_the_text() -> None:
    fifteen = " ".join(["word"] * 15) + "."
    text = {"text": {"en": f"{fifteen} {fifteen}"}, "plain": {"en": f"{fifteen}\n\n{fifteen}"}}
    assert remarks_on({"instructions": text}, "en") == []
    longer = {"text": {"en": "word " * 26}, "plain": {"en": "word " * 16}}
    assert [r.code for r in remarks_on({"instructions": longer}, "en")] == ["long-sentence"] * 2


def test_plain_wordings_have_no_brackets_and_no_abbreviations_but_everyday_ones() -> None:
    assert codes("Sort papers (bills)", "en", plain=True) == ["plain-brackets"]
    assert codes("Remplir la DSN", "fr", plain=True) == ["plain-abbreviation"]
    assert codes("Écrire un CV", "fr", plain=True) == []
    assert codes("Remplir la DSN (paie)", "fr") == []


def test_a_form_is_not_to_ask_what_is_private_but_an_example_may_say_it() -> None:
    asked = {"questions": [{"id": "a", "text": {"en": "What about your health?"}}]}
    assert [r.code for r in remarks_on({"settings": asked}, "en")] == ["private"]
    lent = {"examples": [{"en": "the years with my children"}]}
    assert remarks_on({"settings": lent}, "en") == []


def items(*words: str, scale: str = "R") -> dict[str, object]:
    made = [
        {"id": f"i{n}", "scales": {scale: "1"}, "text": {"fr": text}} for n, text in enumerate(words)
    ]
    return {"items": made}


def test_three_items_of_a_scale_begin_alike() -> None:
    others = ["Tailler un arbre", "Peindre un mur", "Poser un sol", "Monter un mur"]
    three = ["Vendre un lit", "Vendre une table", "Vendre un vélo"]
    found = remarks_on(items(*others, *three), "fr")
    assert [(r.code, ENGLISH(r.what)) for r in found] == [
        ("begin-alike", "3 items of the scale R begin with “vendre”: vary their beginnings.")
    ]
    assert remarks_on(items(*others, *three[:2]), "fr") == []
    stem = ["Je veux du calme", "Je veux un chef", "Je veux du soleil", "Je veux un but"]
    assert remarks_on(items(*stem), "fr") == []


def test_a_beginning_is_the_first_word_that_says_something() -> None:
    assert beginning("Vendre un lit") == "vendre"
    assert beginning("J’aime décider") == "j’aime"
    assert beginning("The place where you work") == "the place"


def test_two_items_that_say_the_same_are_a_warning() -> None:
    found = remarks_on(items("Tailler un arbre", "tailler un  arbre."), "fr")
    assert [(r.severity, r.code) for r in found] == [("warning", "same-item")]
    assert "“i0”" in ENGLISH(found[0].what)


def test_typography_is_told_once_a_file_with_how_often(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(SMALL.replace("Lire au calme", "Lire l'été"), "utf-8")
    found = [r for r in check(path, HOST).remarks if r.code == "apostrophe"]
    assert len(found) == 1
    assert ENGLISH(found[0].what).startswith("Straight apostrophes (') in 2 texts")
    line = SMALL.splitlines().index("    text: {fr: Lire au calme, en: Read in peace}")
    assert (found[0].place.line, found[0].place.column) == (line + 1, 16)


def test_advice_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(changed("en: Repair a bicycle", "en: Never repair and sell a bicycle"), "utf-8")
    report = check(path, HOST)
    assert report.passed
    assert {"negation"} <= {remark.code for remark in report.advice}
    assert {remark.severity for remark in report.warnings} == {"warning"}


def test_the_bundled_instruments_are_advised_little() -> None:
    """They were read many times over: what is advised here would mostly be wrong advice."""
    found = Counter(
        (path.stem, remark.code)
        for path in bundled_folder().glob("*.yaml")
        for remark in check(path, HOST).remarks
    )
    assert found == {("interests-pairs", "begin-alike"): 2, ("portfolio", "long-sentence"): 1}


def test_words_and_sentences() -> None:
    assert words_of(f"L’eau{NB}: 3 litres, d’un coup{NB}!") == ["L’eau", "3", "litres,", "d’un", "coup"]
    assert sentences_of("Voici 3.5 km. Et puis ?\n\nRien\nBon") == [
        "Voici 3.5 km",
        "Et puis",
        "Rien",
        "Bon",
    ]
    assert sentences_of("une ligne\nqui va plus loin.") == ["une ligne\nqui va plus loin"]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60), st.text("eantou ,.()’'·:?!\n", max_size=60))
def test_no_text_breaks_a_rule(one: str, two: str) -> None:
    for words in (one, two, one + two):
        item = {"id": "a", "scales": {"R": "1"}, "text": {"fr": words, "en": words}}
        root: dict[str, object] = {"title": {"fr": words, "en": words}, "items": [item, item]}
        assert all(ENGLISH(remark.what) for remark in remarks_on(root, "fr", "en"))


@pytest.mark.parametrize("unit", ["a", "(", "e·", "ne ", "and ", ", ", "\n ", "A.", "n’", "é.e", ": "])
def test_a_text_of_a_hundred_thousand_letters_takes_no_time(unit: str) -> None:
    words = unit * (100_000 // len(unit)) + "·e"
    item = {"id": "a", "scales": {"R": "1"}, "text": {"fr": words, "en": f"I {words}"}}
    root: dict[str, object] = {"title": {"fr": words}, "items": [item]}
    start = time.process_time()
    remarks_on(root, "fr", "en")
    assert time.process_time() - start < 1
