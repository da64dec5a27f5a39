"""Reading level: LIX, held to sums done by hand."""

from __future__ import annotations

from progpro_tui.authoring.tree import Tree
from progpro_tui.authoring.wording.reading import Grade, ease_of, grade, hard_text
from progpro_tui.authoring.wording.texts import wordings_of
from tests.authoring.small import ENGLISH

SHORT = "Voici une page que l’on lit vite et bien. "
"""Ten words, one sentence, none of more than six letters."""

HEAVY = "Considérations méthodologiques préliminaires concernant l’orientation professionnelle. "
"""Seven words, six of them long: « l » is the seventh."""


def test_a_short_text_has_no_grade() -> None:
    assert grade([SHORT, SHORT]) is None


def test_lix_of_short_words() -> None:
    # 30 words in 3 sentences, no long word: 30/3 + 0 = 10.
    assert grade([SHORT * 3]) == Grade(10, ())


def test_lix_with_long_words() -> None:
    # 30 + 7 = 37 words in 4 sentences, 6 long: 37/4 + 600/37 = 9.25 + 16.22 = 25.47.
    found = grade([SHORT * 3, HEAVY])
    assert found is not None
    assert (found.lix, found.ease) == (25, "easy")
    assert found.longest == ("méthodologiques", "professionnelle", "considérations")


def test_the_steps_are_björnssons() -> None:
    assert [Grade(lix, ()).ease for lix in (39, 40, 49, 50)] == ["easy", "medium", "medium", "hard"]


def test_the_plain_wording_is_graded_and_the_standard_one_where_there_is_no_other() -> None:
    root = {
        "title": {"fr": SHORT},
        "instructions": {"text": {"fr": HEAVY * 9}, "plain": {"fr": SHORT * 2}},
        "counsellor_instructions": {"fr": HEAVY * 9},
    }
    grades = ease_of(wordings_of(Tree("a.yaml", root), ("fr",)))
    assert grades == {"fr": Grade(10, ())}


def test_a_hard_text_is_told_with_its_longest_words() -> None:
    # 35 words in 5 sentences, 30 long: 7 + 85.7 = 92.7.
    root = {"instructions": {"text": {"fr": HEAVY * 5}, "plain": {"fr": SHORT * 3}}}
    found = [r for text in wordings_of(Tree("a.yaml", root), ("fr",)) for r in hard_text(text)]
    assert [ENGLISH(remark.what) for remark in found] == [
        "Hard to read: LIX 93, expected 49 at most. Cut long sentences, or replace long words "
        "(here méthodologiques, professionnelle, considérations)."
    ]
