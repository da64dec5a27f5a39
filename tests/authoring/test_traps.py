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
            (6, 7, "A text cannot begin with “*”: put quotation marks round the text."),
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
            (8, 8, "A space is missing behind the colon of “author”."),
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
            changed("author: Somebody", "author Somebody"),
            (8, 1, "A name, a colon and a space are expected here, as in “title: …”."),
        ),
        (
            changed("fr: Petit questionnaire", "fr: @Petit"),
            (6, 7, "A text cannot begin with “@”: put quotation marks round the text."),
        ),
        (
            changed("fr: Petit questionnaire", "fr: `Petit`"),
            (6, 7, "A text cannot begin with “`”: put quotation marks round the text."),
        ),
        (
            changed("fr: Petit questionnaire", "fr: [Facultatif] Petit"),
            (6, 7, "A text cannot begin with “[”: put quotation marks round the text."),
        ),
        (
            changed("fr: Petit questionnaire", "fr: > Petit"),
            (6, 7, "A text cannot begin with “>”: put quotation marks round the text."),
        ),
        (
            changed("fr: Petit questionnaire", "fr: # Petit"),
            (6, 7, "“#” cuts the text off here: put quotation marks round the text."),
        ),
        (
            changed("fr: Petit questionnaire", 'fr: "C:\\dossier"'),
            (
                6,
                10,
                "A backslash cannot stand between double quotation marks: put the text between single "
                "ones (').",
            ),
        ),
        (
            changed("fr: Petit questionnaire", "fr:\u00a0Petit questionnaire"),
            (6, 6, "A no-break space stands behind the colon of “fr”: delete it and type a space."),
        ),
        (
            changed("minutes: 2", "minutes:\u202f2"),
            (
                10,
                9,
                "A no-break space stands behind the colon of “minutes”: delete it and type a space.",
            ),
        ),
        (
            changed("{fr: des goûts, en: likings}", "{fr:\u00a0des goûts, en: likings}"),
            (11, 15, "A no-break space stands behind the colon of “fr”: delete it and type a space."),
        ),
        (
            changed("{fr: des goûts, en: likings}", "{fr:des goûts, en: likings}"),
            (11, 15, "A space is missing behind the colon of “fr”."),
        ),
        (
            changed("  fr: Petit", "\u00a0\u00a0fr: Petit"),
            (6, 1, "A no-break space stands at the beginning of the line: delete it and type spaces."),
        ),
        (
            changed("  - id: m2", "  -\u00a0id: m2"),
            (30, 4, "A no-break space stands behind the hyphen: delete it and type a space."),
        ),
        (
            changed("  - id: m2", "  – id: m2"),
            (30, 3, "An entry of a list begins with a hyphen and a space, not with “–”."),
        ),
        (
            changed("  - id: m2", "  -id: m2"),
            (30, 4, "A space is missing behind the hyphen."),
        ),
        (
            SMALL.replace("minutes: 2", "minutes: two").replace("\n", "\r\n"),
            (10, 10, "“two” is not a whole number, such as 5."),
        ),
        (
            b"\xef\xbb\xbf" + changed("id: small", "id: Small").encode(),
            (
                1,
                5,
                "“Small” cannot be an id: small letters a–z, digits and hyphens, a letter first, 64 at "
                "most.",
            ),
        ),
        (
            SMALL.encode("utf-16"),
            (1, 1, "The file has the encoding UTF-16: save it again with the encoding UTF-8."),
        ),
        (
            b"PK\x03\x04 word/document.xml" + b" " * 2_000_000,
            (
                1,
                1,
                "This is a document of a word processor, such as Word: save it as plain text, with the "
                "encoding UTF-8, under a name that ends in .yaml.",
            ),
        ),
        (
            b"PK\x03\x04 a document",
            (
                1,
                1,
                "This file belongs to a word processor, a spreadsheet or another program: write the "
                "questionnaire in a text editor.",
            ),
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


@pytest.mark.parametrize("text", ["« Petit »", "“Petit”", "Petit\u00a0?", "L’été", "oui", "1.0"])
def test_what_french_authors_type_is_text(tmp_path: Path, text: str) -> None:
    assert mistakes_of(tmp_path / "right.yaml", changed("fr: Petit questionnaire", f"fr: {text}")) == []


def test_the_byte_order_mark_and_the_line_ends_of_windows_are_no_mistake(tmp_path: Path) -> None:
    content = b"\xef\xbb\xbf" + SMALL.replace("\n", "\r\n").encode()
    assert mistakes_of(tmp_path / "windows.yaml", content) == []


def test_slips_do_not_end_the_reading(tmp_path: Path) -> None:
    content = changed("fr: Petit questionnaire", "fr: Je préfère : dessiner")
    content = content.replace("en: A small questionnaire", "en:\u00a0A small questionnaire")
    content = content.replace("author: Somebody", "author: @me").replace("minutes: 2", "minutes: two")
    content = content.replace("  - id: m2", "  -id: m1").replace("score: sum", "score:total")
    places = [found[:2] for found in mistakes_of(tmp_path / "slips.yaml", content)]
    assert places == [(6, 18), (7, 6), (8, 9), (10, 10), (30, 4), (30, 8), (61, 11)]


def test_a_trap_is_told_once(tmp_path: Path) -> None:
    for old, new in (
        ("fr: Petit questionnaire", "fr: # Petit"),
        ("fr: Petit questionnaire", "fr\u00a0: Petit"),
        ("{fr: des goûts, en: likings}", "{fr: des goûts, des envies, en: likings}"),
        ("{fr: des goûts, en: likings}", "{fr:des goûts, en: likings}"),
    ):
        assert len(mistakes_of(tmp_path / "once.yaml", changed(old, new))) == 1, new
