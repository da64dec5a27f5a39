"""Typography put right in a file: French texts alone change, and by these characters alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from progpro_tui.authoring.events import read_tree
from progpro_tui.authoring.wording.fix_typography import fix_typography
from progpro_tui.authoring.wording.typography import (
    APOSTROPHE,
    SPACE,
    with_typography,
    without_typography,
)

NB = "\N{NO-BREAK SPACE}"


def fixed(content: str) -> str:
    return fix_typography(content.encode(), "a.yaml", ("fr", "en")).content.decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("L'eau, c'est quoi?", f"L’eau, c’est quoi{NB}?"),
        ("'L''eau ? ''Non'' !'", f"'L’eau{NB}? ''Non''{NB}!'"),
        ('"Note : \\"l\'eau\\" \\u00e9"', f'"Note{NB}: \\"l’eau\\" \\u00e9"'),
        (
            "|  # l'idée\n    « Oui » ou non ?\n\n    L'eau",
            f"|  # l'idée\n    «{NB}Oui{NB}» ou non{NB}?\n\n    L’eau",
        ),
        (">-\n    L'eau\n    et «l'air»", f">-\n    L’eau\n    et «{NB}l’air{NB}»"),
        ("À 10:30 voir http://a.fr", "À 10:30 voir http://a.fr"),
    ],
)
def test_each_way_of_typing_a_text(before: str, after: str) -> None:
    around = (
        "# l'idée : ?\nnote: l'eau ?\ntitle:\n  en: Isn't it ?\n  fr: {}\nend: 'c''est ?' # l'eau ?\n"
    )
    for lines in ("\n", "\r\n"):
        for head in ("", "\ufeff"):
            typed = head + around.format(before).replace("\n", lines)
            expected = head + around.format(after).replace("\n", lines)
            assert fixed(typed) == expected
            assert fixed(expected) == expected


def test_between_braces() -> None:
    assert (
        fixed("{title: {fr: C'est où?, en: It's ?}}") == f"{{title: {{fr: C’est où{NB}?, en: It's ?}}}}"
    )


WORDS = st.text(st.sampled_from("aé1 ':;?!«»’\u00a0()\"\\#-/🙂"), max_size=25)


@st.composite
def typed(draw: st.DrawFn) -> str:
    """A text in one of the ways of typing it."""
    words = draw(WORDS)
    style = draw(st.sampled_from(["'", '"', "|"]))
    if style == "'":
        return "'" + words.replace("'", "''") + "'"
    if style == '"':
        return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return "|\n    x" + words.replace("#", "\n    #")


@given(french=st.lists(typed(), min_size=1, max_size=4), english=typed())
def test_the_tree_is_the_same_but_for_these_characters(french: list[str], english: str) -> None:
    entries = "".join(
        f"t{n}:\n  fr: {words}\n  en: {english}\n# l'idée ?\n" for n, words in enumerate(french)
    )
    found = fixed(entries)
    before, after = read_tree(entries.encode(), "a"), read_tree(found.encode(), "a")
    assert not after.mistakes
    for path in before.places:
        old, new = before.at(path), after.at(path)
        if isinstance(old, str):
            assert new == old or path[-1] == "fr"
            assert without_typography(new) == without_typography(old)
    assert fixed(found) == found
    assert (
        without_typography(found) == without_typography(entries.replace("''", "'")) or "''" in entries
    )
    if all(words.startswith("|") for words in french):
        for path in before.places:
            if path[-1:] == ("fr",):
                assert after.at(path) == with_typography(before.at(path))


@given(WORDS)
def test_nothing_is_left_to_advise(words: str) -> None:
    found = with_typography(words)
    assert not APOSTROPHE.search(found)
    assert not SPACE.search(found)
    assert with_typography(found) == found
