"""A workbook filled by an author becomes a file that passes every check and scores as meant."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from progpro_tui.authoring.check import check
from progpro_tui.authoring.loader import read_content
from progpro_tui.authoring.spreadsheet.example import SETTINGS as SETTINGS_ROWS
from progpro_tui.authoring.spreadsheet.example import TABLES
from progpro_tui.authoring.spreadsheet.import_book import Imported, import_book
from progpro_tui.authoring.spreadsheet.names import (
    EXAMPLES,
    ITEMS,
    LEVELS,
    RESPONSES,
    SCALES,
    SETTINGS,
    Name,
    named,
    sheet_named,
)
from progpro_tui.authoring.spreadsheet.read_book import read_book, read_books
from progpro_tui.authoring.spreadsheet.words import FRENCH
from progpro_tui.authoring.spreadsheet.workbook import write_workbook
from progpro_tui.core.errors import InputError, InstrumentError
from progpro_tui.core.instrument import Instrument
from tests.authoring.small import ENGLISH, HOST
from tests.authoring.spreadsheet.bombs import ods
from tests.authoring.spreadsheet.made import Rows, csv_file, workbook

SHEETS: dict[str, list[list[Any]]] = {
    "Réglages": [
        ["Clé", "Valeur"],
        ["ID", "outdoors"],
        ["title_fr", "Dehors : oui ou non ?"],
        ["title_en", "Outdoors: yes or no?"],
        ["author", "Somebody"],
        ["licence", "CC-BY-SA-4.0"],
        ["durée", 3],
        ["measures_fr", "des goûts"],
        ["measures_en", "likings"],
        ["does_not_measure_fr", "des capacités"],
        ["does_not_measure_en", "abilities"],
        ["does not measure person (FR)", "Ni vos capacités."],
        ["does not measure person (English)", "Nor what you can do."],
        ["Consigne_fr", "Lisez.\nRépondez."],
        ["Consigne_en", "Read.\nAnswer."],
        ["counsellor_instructions_fr", "Lisez."],
        ["counsellor_instructions_en", "Read."],
        ["question_fr", "Et cela ?"],
        ["question_en", "And this?"],
        ["debrief_fr", "Pourquoi ?"],
        ["debrief_en", "Why?"],
        ["debrief_fr", "Où ?"],
        ["debrief_en", "Where?"],
        ["source", "A book."],
        ["source", "Another: a book."],
        ["sans objet", "non"],
        ["ordre", "mélangé"],
        ["indices", "style.long_string, style.speed"],
    ],
    "ITEMS": [
        ["id", "Échelles", "Étiquettes", "texte (FR)", "text_en", "simple_fr", "plain_en", "# mine"],
        ["d1", "D", "place=out; level: 1", "Planter", "Plant", "Planter", "Plant", "?"],
        ["d2", "D -G", None, "Rester dehors", "Stay outside", "Être dehors", "Be outside"],
        ["g1", "G:2", None, "= Parler", "-Talk", "+ Parler", "@Talk"],
    ],
    "choix": [
        ["valeur", "libellé_fr", "label_en"],
        [1, "Non", "No"],
        [2, "Peut-être", "Perhaps"],
        [3, "Oui", "Yes"],
    ],
    "échelles": [
        [
            "id",
            "nom_fr",
            "name_en",
            "plain_fr",
            "plain_en",
            "court_fr",
            "court_en",
            "calcul",
            "part minimale",
        ],
        ["D", "Dehors", "Outdoors", "Dehors", "Outdoors", "Dehors", "Out", "moyenne", "80 %"],
        ["G", "Gens", "People", "Gens", "People", "Gens", "People", "somme", "0,5"],
    ],
    "Paliers": [
        [
            "échelle",
            "de",
            "à",
            "nom_fr",
            "name_en",
            "person_fr",
            "person_en",
            "conseiller_fr",
            "counsellor_en",
        ],
        ["D", 1, "2,5", "peu", "little", "Peu.", "Little.", "Peu.", "Little."],
        ["D", 2.5, 3, "beaucoup", "much", "Beaucoup.", "Much.", "Beaucoup.", "Much."],
    ],
}


def imported(path: Path) -> Imported:
    return import_book(read_book(path), path.stem, HOST, ENGLISH)


def instrument_of(found: Imported) -> Instrument:
    return read_content(found.text.encode(), "imported.yaml", HOST).instrument


def mistakes_of(path: Path) -> list[tuple[str, str]]:
    """Cell and sentence of every mistake in a spreadsheet."""
    with pytest.raises(InstrumentError) as error:
        imported(path)
    prefix = f"{path}: "
    places = [str(found.place) for found in error.value.mistakes]
    assert all(place.startswith(prefix) for place in places), places
    return [
        (place.removeprefix(prefix), ENGLISH(found.what))
        for place, found in zip(places, error.value.mistakes, strict=True)
    ]


def changed(sheet: str, row: int, column: int, value: Any) -> dict[str, list[list[Any]]]:
    """The sheets with one cell changed, both numbers from 1."""
    sheets = {name: [list(cells) for cells in rows] for name, rows in SHEETS.items()}
    sheets[sheet][row - 1][column - 1] = value
    return sheets


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_empty_workbook_is_a_right_one(tmp_path: Path, language: str) -> None:
    path = tmp_path / "empty.xlsx"
    write_workbook(path, language)
    found = imported(path)
    assert (found.to_complete, found.notices) == ((), ())
    out = tmp_path / "empty.yaml"
    out.write_text(found.text, "utf-8")
    report = check(out, HOST)
    assert report.passed
    assert report.instrument is not None
    assert sorted(report.instrument.languages) == ["en", "fr"]
    assert [dict(item.scales) for item in report.instrument.items] == [
        {"D": 1},
        {"D": -1},
        {"D": 1},
        {"G": 1},
        {"G": 1},
        {"G": -1},
    ]
    assert report.remarks == ()


def test_each_french_name_of_the_empty_workbook_is_understood() -> None:
    known: dict[str, tuple[Name, ...]] = {
        "items": ITEMS,
        "responses": RESPONSES,
        "scales": SCALES,
        "levels": LEVELS,
        "examples": EXAMPLES,
        "settings": SETTINGS,
    }
    for sheet, headings in {**TABLES, "settings": SETTINGS_ROWS}.items():
        assert sheet_named(FRENCH.get(sheet, sheet)) == sheet
        for heading in headings:
            french = FRENCH.get(heading.name, heading.name)
            found = named(f"{french}_fr" if heading.text else french, known[sheet])
            assert found is not None, heading.name
            assert (found[0].name, found[0].text) == (heading.name, heading.text)


def test_what_a_workbook_says_is_what_the_instrument_holds(tmp_path: Path) -> None:
    found = instrument_of(imported(workbook(tmp_path / "a.xlsx", SHEETS)))
    assert (found.id, found.version, found.kind) == ("outdoors", "1.0.0", "rating")
    assert found.languages == ("fr", "en")
    assert found.title.standard == {"fr": "Dehors : oui ou non ?", "en": "Outdoors: yes or no?"}
    assert found.guidance.minutes == 3
    assert found.guidance.instructions.standard["fr"] == "Lisez.\nRépondez."
    assert [text.standard["en"] for text in found.guidance.debrief] == ["Why?", "Where?"]
    assert found.guidance.sources == ("A book.", "Another: a book.")
    assert found.indices == ("style.long_string", "style.speed")
    assert (found.settings["not_applicable"], found.settings["order"]) == (False, "shuffled")
    assert [dict(item.scales) for item in found.items] == [{"D": 1}, {"D": 1, "G": -1}, {"G": 2}]
    assert dict(found.items[0].tags) == {"place": "out", "level": "1"}
    assert found.items[1].text.plain == {"fr": "Être dehors", "en": "Be outside"}
    assert found.items[2].text.standard == {"fr": "= Parler", "en": "-Talk"}
    outdoors, people = found.scales
    assert (outdoors.score, outdoors.minimum_share) == ("mean", Fraction(4, 5))
    assert (people.score, people.minimum_share) == ("sum", Fraction(1, 2))
    assert people.short.standard["fr"] == "Gens"
    assert [(level.start, level.end) for level in outdoors.levels] == [
        (Fraction(1), Fraction(5, 2)),
        (Fraction(5, 2), Fraction(3)),
    ]


def test_answers_give_the_profile_computed_by_hand(tmp_path: Path) -> None:
    found = imported(workbook(tmp_path / "a.xlsx", SHEETS))
    # D: (3 + 1) / 2 = 2. G: item d2 is reversed, 4 - 1 = 3, and g1 counts twice, 2 * 2: 7 in all.
    golden = (
        "examples:\n  - name: by hand\n    answers: {d1: 3, d2: 1, g1: 2}\n    scores: {D: 2, G: 7}\n"
    )
    out = tmp_path / "a.yaml"
    out.write_text(found.text + golden, "utf-8")
    assert check(out, HOST).mistakes == ()
    out.write_text(found.text + golden.replace("G: 7", "G: 6"), "utf-8")
    assert len(check(out, HOST).mistakes) == 1


CSVS = {
    "settings": "Réglages",
    "responses": "choix",
    "scales": "échelles",
    "levels": "Paliers",
}


@pytest.mark.parametrize(
    ("encoding", "delimiter"),
    [("utf-8-sig", ";"), ("utf-8", ","), ("utf-8", "\t"), ("cp1252", ";"), ("utf-16", "\t")],
)
def test_csv_files_say_the_same_as_a_workbook(tmp_path: Path, encoding: str, delimiter: str) -> None:
    def made(name: str, rows: Rows) -> Path:
        cells = [["" if cell is None else cell for cell in row] for row in rows]
        return csv_file(tmp_path / f"{name}.csv", cells, encoding, delimiter)

    others = {name: made(name, SHEETS[sheet]) for name, sheet in CSVS.items()}
    book = read_books(made("items", SHEETS["ITEMS"]), others)
    found = import_book(book, "items", HOST, ENGLISH)
    assert found.text == imported(workbook(tmp_path / "a.xlsx", SHEETS)).text
    assert bool(found.notices) == (encoding == "cp1252")


def test_a_csv_file_of_items_alone_leaves_the_rest_to_be_written(tmp_path: Path) -> None:
    path = tmp_path / "Mes goûts 2.csv"
    path.write_text("sep=;\nid;texte_fr;échelles\nr1;Réparer;R\nr2;Lire;-R S\n", "utf-8")
    found = imported(path)
    instrument = instrument_of(found)
    assert (instrument.id, instrument.languages) == ("mes-gouts-2", ("fr",))
    assert [scale.id for scale in instrument.scales] == ["R", "S"]
    lines = found.text.splitlines()
    assert "replace each “À compléter” in this file." in lines[1]
    unwritten = {number for number, line in enumerate(lines, start=1) if line.endswith("À compléter")}
    assert unwritten <= {line + 1 for line in found.to_complete} | set(found.to_complete)
    assert (
        len(found.to_complete) == 19
    )  # eleven settings, six names of scales, the answers, the plain words


def test_one_sheet_of_any_name_holds_the_items(tmp_path: Path) -> None:
    rows = [["id", "text_fr", "scales"], ["a", "Lire", "R"]]
    found = imported(workbook(tmp_path / "a.xlsx", {"Feuil1": rows}))
    assert [item.id for item in instrument_of(found).items] == ["a"]


def test_an_ods_workbook_is_read(tmp_path: Path) -> None:
    def row(*cells: str) -> str:
        written = (
            f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
            for cell in cells
        )
        return f"<table:table-row>{''.join(written)}</table:table-row>"

    # As LibreOffice writes it: the empty rest of the sheet is told by its size.
    empty = (
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    path = ods(tmp_path / "a.ods", row("id", "text_fr", "scales") + row("a", "Lire", "R") + empty)
    assert [item.id for item in instrument_of(imported(path)).items] == ["a"]


def test_a_formula_is_read_as_its_value(tmp_path: Path) -> None:
    made = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = made.add_worksheet("items")
    for column, heading in enumerate(("id", "text_fr", "scales")):
        sheet.write(0, column, heading)
    sheet.write_formula(1, 0, '=LOWER("A1")', None, "a1")
    sheet.write(1, 1, "Lire")
    sheet.write(1, 2, "R")
    made.close()
    found = imported(tmp_path / "a.xlsx")
    assert [item.id for item in instrument_of(found).items] == ["a1"]
    assert "LOWER" not in found.text


MANY: list[tuple[Callable[[], dict[str, list[list[Any]]]], list[tuple[str, str]]]] = [
    (
        lambda: changed("ITEMS", 1, 4, "tekst_fr"),
        [
            ("ITEMS!A1", "The column “text_fr” is missing."),
            ("ITEMS!D1", "“tekst_fr” is not known here. Did you mean “text_fr”?"),
        ],
    ),
    (
        lambda: changed("ITEMS", 1, 4, "texte"),
        [
            ("ITEMS!A1", "The column “text_fr” is missing."),
            ("ITEMS!D1", "“texte” says no language: write “texte_fr” or “texte_en”."),
        ],
    ),
    (
        lambda: changed("ITEMS", 1, 8, "plain_en"),
        [("ITEMS!H1", "“plain_en” stands above two columns: keep one of the two.")],
    ),
    (
        lambda: changed("ITEMS", 3, 4, None),
        [("ITEMS!D3", "Nothing stands here: write the text.")],
    ),
    (
        lambda: changed("ITEMS", 3, 1, "d1"),
        [("ITEMS!A3", "Another item already has the id “d1”: choose another.")],
    ),
    (
        lambda: changed("ITEMS", 3, 1, "D 2"),
        [
            (
                "ITEMS!A3",
                "“D 2” cannot be the id of an item: small letters a–z, digits, hyphens and "
                "underscores, a letter first, 32 at most.",
            )
        ],
    ),
    (
        lambda: changed("ITEMS", 3, 2, "D -X"),
        [("ITEMS!B3", "No scale has the id “X”. Known: D, G.")],
    ),
    (
        lambda: changed("ITEMS", 3, 2, "D & G"),
        [
            (
                "ITEMS!B3",
                "“D & G” does not name scales. Expected: ids with a space between, as in “R E-”.",
            )
        ],
    ),
    (
        lambda: changed("ITEMS", 2, 3, "outside"),
        [
            (
                "ITEMS!C2",
                "“outside” is not a list of tags. Expected: as in “sector=building, level=1”.",
            )
        ],
    ),
    (
        lambda: changed("ITEMS", 4, 5, "Talk\u202e"),
        [("ITEMS!E4", "An invisible character (U+202E) stands here: delete it.")],
    ),
    (
        lambda: changed("choix", 3, 1, "two"),
        [("choix!A3", "“two” is not a whole number, such as 5.")],
    ),
    (
        lambda: changed("choix", 3, 1, 4),
        [
            ("choix!A4", "3 follows 4: responses go from the least value to the greatest."),
        ],
    ),
    (
        lambda: changed("échelles", 3, 8, "median"),
        [("échelles!H3", "“median” is not known here. Expected: one of mean, sum.")],
    ),
    (
        lambda: changed("échelles", 3, 9, 5),
        [("échelles!I3", "“5” is not a share: write a number from 0 to 1, such as 0.8.")],
    ),
    (
        lambda: changed("Paliers", 3, 2, 2),
        [
            (
                "Paliers!B3",
                "This level begins at 2, but the one before ends at 2.5: begin it at 2.5.",
            )
        ],
    ),
    (
        lambda: changed("Paliers", 3, 1, "Z"),
        [
            ("Paliers!A3", "No scale has the id “Z”. Did you mean “D, G”?"),
            ("Paliers!C2", "The last level ends at 2.5, but the scores of this scale go up to 3."),
        ],
    ),
    (
        lambda: changed("Réglages", 4, 1, "author"),
        [
            ("Réglages!A5", "“author” stands here twice: keep one of the two."),
            ("Réglages!A29", "The row “title_en” is missing: add it, with its value beside it."),
        ],
    ),
    (
        lambda: changed("Réglages", 5, 2, None),
        [("Réglages!B5", "Nothing stands here: write the text.")],
    ),
    (
        lambda: changed("Réglages", 7, 1, "minuts"),
        [("Réglages!A7", "“minuts” is not known here. Did you mean “minutes”?")],
    ),
    (
        lambda: changed("Réglages", 7, 2, "long"),
        [("Réglages!B7", "“long” is not a whole number, such as 5.")],
    ),
    (
        lambda: changed("Réglages", 7, 1, "genre"),
        [
            (
                "Réglages!B7",
                "A spreadsheet holds instruments of the kind “rating” only, not “3”: write the others "
                "as a YAML file, beginning with “progpro new questionnaire”.",
            )
        ],
    ),
    (
        lambda: changed("Réglages", 28, 2, "style.lon_string"),
        [
            (
                "Réglages!B28",
                "No loaded plugin offers the index “style.lon_string”. Did you mean "
                "“style.long_string”?",
            )
        ],
    ),
]


MANY += [
    (
        lambda: changed("Réglages", 23, 1, "# debrief_en"),
        [("Réglages!A29", "The row “debrief_en” is missing: add it, with its value beside it.")],
    ),
    (
        lambda: changed("Réglages", 20, 2, "Pourquoi\u200f\u202e ?"),
        [("Réglages!B20", "An invisible character (U+202E) stands here: delete it.")],
    ),
    (
        lambda: changed("Réglages", 28, 1, "instructions_plain_fr"),
        [
            (
                "Réglages!A29",
                "The row “instructions_plain_en” is missing: add it, with its value beside it.",
            )
        ],
    ),
]


@pytest.mark.parametrize(("make", "expected"), MANY, ids=[expected[0][0] for _, expected in MANY])
def test_every_mistake_is_told_by_its_cell(
    tmp_path: Path,
    make: Callable[[], dict[str, list[list[Any]]]],
    expected: list[tuple[str, str]],
) -> None:
    assert sorted(mistakes_of(workbook(tmp_path / "a.xlsx", make()))) == sorted(expected)


def test_mistakes_of_several_sheets_are_told_at_once_and_in_order(tmp_path: Path) -> None:
    sheets = changed("Réglages", 2, 2, "Out Doors")
    sheets["ITEMS"][2][0], sheets["ITEMS"][3][1] = "d1", None
    sheets["échelles"][1][0] = "1"
    found = mistakes_of(workbook(tmp_path / "a.xlsx", sheets))
    assert [place for place, _ in found] == [
        "Réglages!B2",
        "ITEMS!B2",
        "ITEMS!A3",
        "ITEMS!B3",
        "ITEMS!B4",
        "échelles!A2",
        "Paliers!A2",
        "Paliers!A3",
    ]


def test_sheets_that_are_not_read_are_named(tmp_path: Path) -> None:
    sheets = SHEETS | {"Notes": [["mine"]], "énoncés": [["id"]], "Feuil3": [], "Mode d'emploi": [["x"]]}
    notices = imported(workbook(tmp_path / "a.xlsx", sheets)).notices
    assert [notice.params["name"] for notice in notices] == ["Notes", "énoncés"]


def test_a_date_is_told_to_be_one(tmp_path: Path) -> None:
    made = xlsxwriter.Workbook(str(tmp_path / "a.xlsx"))
    sheet = made.add_worksheet("items")
    for column, cells in enumerate((("id", "sept1"), ("text_fr", "Lire"), ("scales", "R"))):
        for row, cell in enumerate(cells):
            sheet.write(row, column, cell)
    sheet.write_number(1, 0, 45_000, made.add_format({"num_format": "dd/mm/yyyy"}))
    made.close()
    (place, words), *others = mistakes_of(tmp_path / "a.xlsx")
    assert (place, others) == ("items!A2", [])
    assert words.startswith("Your spreadsheet program took this for a date.")


def test_a_csv_mistake_is_told_by_its_cell(tmp_path: Path) -> None:
    path = csv_file(tmp_path / "a.csv", [["id", "text_fr", "scales"], ["a", "", "R"]])
    assert mistakes_of(path) == [("B2", "Nothing stands here: write the text.")]


@pytest.mark.parametrize(
    "sheets", [{"items": []}, {"réglages": [["id", "a"]]}, {"a": [["x"]], "b": [["y"]]}]
)
def test_a_workbook_without_items_is_refused(tmp_path: Path, sheets: dict[str, Rows]) -> None:
    with pytest.raises(InputError, match="no sheet named “items” holds anything"):
        imported(workbook(tmp_path / "a.xlsx", sheets))
