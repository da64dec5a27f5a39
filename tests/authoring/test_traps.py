"""What goes wrong in YAML under French hands has a hint of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.authoring.small import SMALL, changed, mistakes_of


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            changed("fr: Petit questionnaire", "fr: Je préfère : dessiner"),
            (
                6,
                18,
                "A colon with a space after it stands inside a text: put quotation marks round the "
                "text.",
            ),
        ),
        (
            changed("fr: Petit questionnaire", "fr: %petit"),
            (6, 7, "A text cannot begin with “%”: put quotation marks round the text."),
        ),
        (
            changed("fr: Petit questionnaire", "fr: *été"),
            (6, 8, "A text cannot begin with “*”: put quotation marks round the text."),
        ),
        (
            changed("  fr: Petit", "\tfr: Petit"),
            (6, 1, "A tab stands at the beginning of the line: use spaces only."),
        ),
        (
            changed("{fr: des goûts, en: likings}", "{fr: des goûts, des envies, en: likings}"),
            (
                11,
                27,
                "“des envies” has no value. Inside braces a comma ends a text: put quotation marks "
                "round the text.",
            ),
        ),
        (
            changed("{fr: des goûts, en: likings}", "{fr: des goûts, , en: likings}"),
            (11, 27, "Nothing stands between two commas: take one out."),
        ),
        (
            changed("fr: Petit questionnaire", "fr: Questionnaire # 4 sur six"),
            (6, 21, "“#” cuts the text off here: put quotation marks round the text."),
        ),
        (
            changed("fr: Petit questionnaire", "fr: 'L'été'"),
            (
                6,
                10,
                "The text ends at this quotation mark, and more follows: put the whole text between "
                "quotation marks of the other sort.",
            ),
        ),
        (
            changed("fr: Petit questionnaire", 'fr: "Petit questionnaire'),
            (6, 7, "The quotation mark that opens here is closed only on line 19: close it before."),
        ),
        (
            'id: "small\nkind: rating\n',
            (1, 5, "The quotation mark that opens here is never closed."),
        ),
        (
            changed("languages: [fr, en]", "languages: [fr, en"),
            (
                4,
                12,
                "The bracket or brace that opens here is not closed, or a comma is missing between two "
                "values.",
            ),
        ),
        (
            changed("author: Somebody", "author:Somebody"),
            (8, 1, "A name, a colon and a space are expected here, as in “title: …”."),
        ),
        (
            changed("  en: A small questionnaire", " en: A small questionnaire"),
            (
                7,
                2,
                "This line does not stand under the one it belongs to: count the spaces before it.",
            ),
        ),
        (
            changed("minutes: 2", "minutes: 2\nminutes: 3"),
            (11, 1, "“minutes” stands here twice: keep one of the two."),
        ),
        (
            changed("fr: Petit questionnaire", "fr\u00a0: Petit questionnaire"),
            (6, 3, "A no-break space stands beside “fr”: delete it."),
        ),
        (
            changed("author: Somebody", 'author: "Some\\x1bbody"'),
            (8, 9, "An invisible character (U+001B) stands here: delete it."),
        ),
        (
            changed("author: Somebody", "author: Some\u202ebody"),
            (8, 13, "An invisible character (U+202E) stands here: delete it."),
        ),
        (
            SMALL + "---\nid: other\n",
            (72, 1, "“---” begins a second file inside this one: take it out."),
        ),
        ("# nothing\n", (1, 1, "The file is empty.")),
        (
            "- a list\n",
            (1, 1, "Entries with a name and a colon are expected here."),
        ),
        (
            SMALL.encode("latin-1", "replace"),
            (11, 22, "This character is not UTF-8: save the file again with the encoding UTF-8."),
        ),
    ],
)
def test_a_trap_of_the_format_has_its_own_hint(
    tmp_path: Path, content: str | bytes, expected: tuple[int, int, str]
) -> None:
    assert mistakes_of(tmp_path / "broken.yaml", content)[0] == expected
