"""What made a first author stumble: shifted rows, words of another language, hints that mislead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from python_calamine import load_workbook

from progpro_tui.authoring.check import check
from progpro_tui.authoring.files import unwritable
from progpro_tui.authoring.spreadsheet.import_book import Imported, import_book
from progpro_tui.authoring.spreadsheet.kept import with_examples_of
from progpro_tui.authoring.spreadsheet.meanings import pairs
from progpro_tui.authoring.spreadsheet.read_book import read_book, read_books
from progpro_tui.authoring.spreadsheet.workbook import write_workbook
from progpro_tui.core.errors import InstrumentError
from progpro_tui.i18n.translator import Translator
from tests.authoring.small import ENGLISH, HOST
from tests.authoring.spreadsheet.made import Rows, workbook

FRENCH = Translator("fr")
Sheets = dict[str, list[list[Any]]]


def imported(path: Path, say: Translator = FRENCH, **others: Path) -> Imported:
    return import_book(read_books(path, others), path.stem, HOST, say)


def csv_of(tmp_path: Path, *lines: str, name: str = "v.csv") -> Path:
    path = tmp_path / name
    path.write_text("\n".join((*lines, "")), "utf-8")
    return path


def mistakes_of(path: Path, say: Translator = FRENCH, **others: Path) -> list[tuple[str, str]]:
    """Cell and sentence of each mistake, with ordinary spaces."""
    with pytest.raises(InstrumentError) as error:
        imported(path, say, **others)
    return [
        (str(found.place).rpartition(": ")[2], say(found.what).replace("\N{NO-BREAK SPACE}", " "))
        for found in error.value.mistakes
    ]


def french_workbook(tmp_path: Path) -> Sheets:
    """The cells of the empty workbook in French."""
    write_workbook(tmp_path / "vide.xlsx", "fr")
    book = load_workbook(str(tmp_path / "vide.xlsx"))
    return {
        name: [list(row) for row in book.get_sheet_by_name(name).to_python()]
        for name in book.sheet_names
    }


def test_a_comma_inside_a_text_is_told_and_nothing_that_follows_of_it(tmp_path: Path) -> None:
    path = csv_of(tmp_path, "id,text_fr,plain_fr,scales", "f1,Tailler, puis couper,Tailler,F")
    sentence = (
        "Ligne 2 : 5 cases pour 4 colonnes. Un texte qui contient « , » : mettez-le entre "
        'guillemets droits ("…").'
    )
    assert mistakes_of(path) == [("E2", sentence)]
    quoted = csv_of(tmp_path, "id,text_fr,plain_fr,scales", 'f1,"Tailler, puis couper",Tailler,F')
    assert "fr: Tailler, puis couper\n" in imported(quoted).text


def test_other_rows_are_still_looked_at(tmp_path: Path) -> None:
    path = csv_of(tmp_path, "id;text_fr;scales", "f1;Tailler;F;en plus", "f 2;Lire;F", "f3;;F")
    assert [cell for cell, _ in mistakes_of(path)] == ["D2", "A3", "B4"]


def test_a_comma_that_fills_an_empty_column_is_told_by_its_space(tmp_path: Path) -> None:
    path = csv_of(tmp_path, "id,text_fr,scales,plain_fr", "f1,Tailler, puis couper,F")
    (found,) = mistakes_of(path, ENGLISH)
    assert found[0] == "C2"
    assert found[1].startswith("Row 2: the cell “puis couper” begins with a space")


def test_a_file_with_a_space_behind_every_comma_is_read(tmp_path: Path) -> None:
    path = csv_of(tmp_path, "id, text_fr, scales", "f1, Tailler, F")
    assert "fr: Tailler\n" in imported(path).text


def test_a_comma_in_a_setting_is_told(tmp_path: Path) -> None:
    items = csv_of(tmp_path, "id,text_fr,scales", "f1,Lire,F", name="items.csv")
    for head in ("key,value", "id,a"):
        settings = csv_of(tmp_path, head, "title_fr,Tailler,puis couper", name="settings.csv")
        found = dict(mistakes_of(items, ENGLISH, settings=settings))
        assert found["C2"].startswith("Row 2: 3 cells for 2 columns.")


@pytest.mark.parametrize("scale", ["Tailler", "ABCD", "r"])
def test_a_new_scale_that_is_a_word_is_refused_by_its_name(tmp_path: Path, scale: str) -> None:
    path = csv_of(tmp_path, "id;text_fr;scales", f"f1;Lire;{scale}")
    ((cell, words),) = mistakes_of(path)
    assert (cell, words.split(".")[0]) == ("C2", f"Échelle nouvelle : « {scale} »")
    scales = csv_of(tmp_path, "id;name_fr", f"{scale};Ranger", name="scales.csv")
    assert f"id: {scale}\n" in imported(path, scales=scales).text


def test_new_scales_are_named(tmp_path: Path) -> None:
    (notice,) = imported(csv_of(tmp_path, "id;text_fr;scales", "f1;Lire;R S")).notices
    assert ENGLISH(notice) == "No sheet names the scales; the items name these: R, S."


def test_a_cell_under_no_heading_is_named(tmp_path: Path) -> None:
    rows: Rows = [["id", "text_fr", "scales"], ["a", "Lire", "R"], ["b", "Dire", "R", None, "mine"]]
    unread, _ = imported(workbook(tmp_path / "a.xlsx", {"items": rows})).notices
    assert ENGLISH(unread).endswith("a.xlsx: items!E3: this stands under no heading, and is not read.")


def changed(sheet: str, row: int, column: int, value: str) -> Callable[[Sheets], None]:
    def change(sheets: Sheets) -> None:
        sheets[sheet][row - 1][column - 1] = value

    return change


def without(sheet: str, row: int) -> Callable[[Sheets], None]:
    def change(sheets: Sheets) -> None:
        sheets[sheet].pop(row - 1)

    return change


IN_FRENCH = [
    (
        changed("échelles", 2, 8, "médiane"),
        "« médiane » n’est pas connu ici. Choisissez parmi : moyenne, somme.",
    ),
    (
        changed("items", 1, 4, "tekste_fr"),
        "« tekste_fr » n’est pas connu ici. Vouliez-vous dire « texte_fr » ?",
    ),
    (changed("items", 1, 4, "note"), "La colonne « texte_fr » manque."),
    (without("réglages", 4), "La ligne « titre_fr » manque"),
    (
        changed("réglages", 4, 1, "clientèle_en"),
        "Attendu, au choix : id, version, type, langues, titre_fr,",
    ),
    (
        changed("paliers", 3, 2, "3,5"),
        "Aucun palier ne couvre les scores de 3 à 3.5 : commencez ce palier à 3.",
    ),
    (changed("exemples", 2, 3, "D=5"), "Exemple « Dehors »"),
    (changed("exemples", 2, 2, "d01 cinq"), "« d01 cinq » ne se comprend pas."),
]


@pytest.mark.parametrize(("change", "expected"), IN_FRENCH, ids=[words for _, words in IN_FRENCH])
def test_mistakes_speak_the_words_of_the_workbook(
    tmp_path: Path, change: Callable[[Sheets], None], expected: str
) -> None:
    sheets = french_workbook(tmp_path)
    change(sheets)
    found = mistakes_of(workbook(tmp_path / "a.xlsx", sheets))
    assert any(expected in words for _, words in found), found


def test_an_english_heading_is_named_as_it_stands_there(tmp_path: Path) -> None:
    path = csv_of(tmp_path, "id;text_fr;plain_fr", "a;Lire;Lire")
    assert ("A1", "La colonne « scales » manque.") in mistakes_of(path)


@pytest.mark.parametrize("heading", ["clientèle_en", "destinataires_fr", "z_fr"])
def test_what_is_far_from_every_name_gets_no_hint(tmp_path: Path, heading: str) -> None:
    items = csv_of(tmp_path, "id;text_fr;scales", "a;Lire;R", name="items.csv")
    settings = csv_of(tmp_path, f"{heading};x", name="settings.csv")
    (first,) = (
        words for _, words in mistakes_of(items, ENGLISH, settings=settings) if "known" in words
    )
    assert "is not known here. Expected: one of " in first


def test_public_is_for_whom(tmp_path: Path) -> None:
    sheets = french_workbook(tmp_path)
    for row in sheets["réglages"]:
        row[0] = row[0].replace("pour qui", "public")
    found = imported(workbook(tmp_path / "a.xlsx", sheets))
    assert "for_whom:\n  fr: les adultes" in found.text


def test_examples_of_the_workbook_are_scored(tmp_path: Path) -> None:
    sheets = french_workbook(tmp_path)
    out = tmp_path / "a.yaml"
    out.write_text(imported(workbook(tmp_path / "a.xlsx", sheets)).text, "utf-8")
    report = check(out, HOST)
    assert report.reading is not None
    (example,) = report.reading.examples
    assert (example.name, example.answers["d02"], report.remarks) == ("Dehors", "2", ())
    sheets["exemples"].pop()
    assert "examples" not in imported(workbook(tmp_path / "b.xlsx", sheets)).text


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("", {}),
        ("a=1 b = 2", {"a": 1, "b": 2}),
        ("a=1,b=2; R*=5", {"a": 1, "b": 2, "R*": 5}),
        ("D=aucun", {"D": None}),
        ("a=1 a=2", None),
        ("a", None),
        ("=1", None),
    ],
)
def test_pairs(words: str, expected: dict[str, Any] | None) -> None:
    assert pairs(words) == expected


def test_a_score_has_its_comma() -> None:
    found = pairs("D=2,5 G=\N{MINUS SIGN}1.25")
    assert found is not None
    assert [float(value) for value in found.values()] == [2.5, -1.25]


OLD = b"id: a\nexamples:\n  # by hand\n  - name: b\n\n    answers: {a: 1}\nnorms: []\n"


def test_examples_that_stood_in_a_file_are_kept_as_they_stood() -> None:
    kept = "examples:\n  # by hand\n  - name: b\n\n    answers: {a: 1}\n"
    assert with_examples_of(OLD, "id: c\n") == f"id: c\n\n{kept}"
    assert with_examples_of(OLD.replace(b"\n", b"\r\n"), "id: c\n") == f"id: c\n\n{kept}"
    assert with_examples_of(b"examples:\n- name: x", "id: c\n") == "id: c\n\nexamples:\n- name: x\n"


@pytest.mark.parametrize("old", [b"", b"id: a\n", b"examples: []\n", b"\xff\xfeexamples:\n"])
def test_a_file_without_examples_gives_none(old: bytes) -> None:
    assert with_examples_of(old, "id: c\n") is None


def test_the_examples_of_the_spreadsheet_come_first() -> None:
    assert with_examples_of(OLD, "id: c\nexamples:\n  - name: d\n") is None


def test_a_csv_file_of_examples(tmp_path: Path) -> None:
    items = csv_of(tmp_path, "id;texte_fr;échelles", "a;Lire;R", name="items.csv")
    examples = csv_of(tmp_path, "nom;réponses;scores", "Oui;a=4;R=4", name="examples.csv")
    assert "answers: {a: 4}\n    scores: {R: 4}\n" in imported(items, examples=examples).text


def test_why_a_file_cannot_be_written_is_said_in_our_words() -> None:
    error = PermissionError(13, "Permission denied", "n.xlsx")
    assert ENGLISH(unwritable(Path("n.xlsx"), error)) == (
        "n.xlsx: the file cannot be written: you do not have the right to do this (access rights)."
    )


def test_the_sheets_of_the_french_workbook_leave_no_other_word_for_one_thing(tmp_path: Path) -> None:
    cells = [cell for rows in french_workbook(tmp_path).values() for row in rows for cell in row]
    assert not [cell for cell in cells if "genre" in str(cell) or "sorte" in str(cell)]
    assert "durée (minutes)" in cells
    assert read_book(tmp_path / "vide.xlsx").sheets[-1].name == "exemples"
