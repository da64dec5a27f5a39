"""The process that reads a workbook ends when it takes too much; nothing is left to a formula."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from progpro_tui.authoring.spreadsheet import child, read_book
from progpro_tui.authoring.spreadsheet.import_book import import_book
from progpro_tui.authoring.spreadsheet.table import Book, CellPlace, Sheet, letters_of
from progpro_tui.authoring.spreadsheet.workbook import _Pen, write_workbook
from progpro_tui.core.errors import InputError, InstrumentError
from progpro_tui.i18n.translator import Translator
from tests.authoring.small import ENGLISH, HOST
from tests.authoring.spreadsheet.made import packed, workbook
from tests.authoring.spreadsheet.test_import import SHEETS, imported

LIMITED = "from progpro_tui.authoring.spreadsheet import child; child.SECONDS = 1; child._limit(); "


@pytest.mark.parametrize(
    ("code", "ended"),
    [
        ("[0] * 100_000_000", "MemoryError"),
        ("open('written', 'wb', 0).write(b'x' * 10)", "File too large"),
        ("\nwhile True: pass", ""),
    ],
)
def test_the_process_is_limited(tmp_path: Path, code: str, ended: str) -> None:
    pytest.importorskip("resource", reason="this system limits no process")
    command = [sys.executable, "-c", LIMITED + code]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert ended in done.stderr
    assert done.returncode in ((1,) if ended else (-signal.SIGXCPU, -signal.SIGKILL))


@pytest.mark.parametrize(
    ("program", "sentence"),
    [
        ("import time; time.sleep(60)", "takes too long"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "takes too long"),
        ("import os; os.abort()", "takes too much memory"),
        ("raise SystemExit(1)", "not a workbook that can be read"),
        ("print('[1, 2')", "not a workbook that can be read"),
    ],
)
def test_a_process_that_does_not_answer_is_told_in_a_sentence(
    tmp_path: Path, program: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "program.py"
    script.write_text(program, "utf-8")
    monkeypatch.setattr(child, "__file__", str(script))
    monkeypatch.setattr(read_book, "PATIENCE", 0.5)
    with pytest.raises(InputError) as refused:
        read_book.read_book(workbook(tmp_path / "a.xlsx", {"items": [["id"]]}))
    assert sentence in ENGLISH(refused.value)


def test_a_large_questionnaire_is_within_the_limits(tmp_path: Path) -> None:
    rows = [["id", "text_fr", "text_en", "plain_fr", "plain_en", "scales", "tags"]]
    words = [" ".join([word] * 30) for word in ("dehors", "outdoors", "dehors", "outdoors")]
    rows += [[f"i{number}", *words, "R", "place=out"] for number in range(1_000)]
    found = read_book.read_book(workbook(tmp_path / "a.xlsx", {"items": rows}))
    assert len(found.sheets[0].rows) == 1_001


@pytest.mark.parametrize("language", ["fr", "en"])
def test_nothing_in_the_workbook_is_a_formula(tmp_path: Path, language: str) -> None:
    import xlsxwriter

    from progpro_tui.authoring.spreadsheet.workbook import FORMULA_STARTS, OPTIONS

    path = tmp_path / "a.xlsx"
    made = xlsxwriter.Workbook(str(path), OPTIONS)
    pen = _Pen(made, Translator(language))
    sheet = made.add_worksheet("items")
    for row, start in enumerate(FORMULA_STARTS):
        pen._write(sheet, row, 0, f"{start}cmd|' /C calc'!A0")
    made.close()
    write_workbook(tmp_path / "b.xlsx", language)
    for found in (path, tmp_path / "b.xlsx"):
        with zipfile.ZipFile(found) as archive:
            sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
            assert not any(b"<f>" in archive.read(name) for name in sheets)
    with zipfile.ZipFile(path) as archive:
        # Typed over in a spreadsheet program, or saved as .csv, they stay the text that they are.
        assert b'quotePrefix="1"' in archive.read("xl/styles.xml")


def test_a_workbook_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such folder: make it first"):
        write_workbook(tmp_path / "missing" / "a.xlsx", "fr")
    kept = tmp_path / "a.xlsx"
    kept.write_bytes(b"mine")
    with pytest.raises(InputError, match="exists already: nothing was written"):
        write_workbook(kept, "fr")
    assert kept.read_bytes() == b"mine"


def test_cells_are_named_as_spreadsheet_programs_name_them() -> None:
    assert [letters_of(column) for column in (1, 26, 27, 702, 703, 16_384)] == [
        *("A", "Z", "AA", "ZZ", "AAA", "XFD")
    ]
    assert str(CellPlace("a.xlsx", 7, 3, "items")) == "a.xlsx: items!C7"
    assert str(CellPlace("a.csv", 7, 3)) == "a.csv: C7"


@pytest.mark.parametrize(
    "times", [8, pytest.param(300, marks=(pytest.mark.long, pytest.mark.timeout(600)))]
)
def test_a_workbook_damaged_in_its_parts_is_read_or_refused_in_a_sentence(
    tmp_path: Path, times: int
) -> None:
    right = workbook(tmp_path / "right.xlsx", {name: SHEETS[name] for name in SHEETS})
    with zipfile.ZipFile(right) as archive:
        whole = {name: archive.read(name) for name in archive.namelist()}
    chance = random.Random(5)
    for _ in range(times):
        name = chance.choice([name for name in whole if name.startswith("xl/")])
        part = bytearray(whole[name])
        start = chance.randrange(len(part))
        part[start : start + chance.randrange(40)] = chance.choice(
            [b"", b"<", b'"', b"9" * 30, b"<c/>"]
        )
        damaged = packed(tmp_path / "damaged.xlsx", whole | {name: bytes(part)})
        assert "damaged.xlsx" in _refusal(damaged)


def _refusal(path: Path) -> str:
    """Why a workbook is refused; its name where it is not. Other errors go through."""
    try:
        imported(path)
    except InputError as refused:
        return ENGLISH(refused)
    return path.name


CELLS = st.sampled_from(
    [
        "",
        "id",
        "text_fr",
        "plain_en",
        "title_fr",
        "languages",
        "fr en de",
        "R -E",
        "R:0",
        "0,8",
        "x",
        "=1",
    ]
) | st.text(st.characters(exclude_categories=["Cs"]), max_size=6)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(
            st.sampled_from(sorted(SHEETS)), st.integers(0, 30), st.integers(0, 9), CELLS, st.booleans()
        ),
        min_size=1,
        max_size=6,
    )
)
def test_a_damaged_workbook_gives_mistakes_with_cells_and_nothing_else(
    changes: list[tuple[str, int, int, str, bool]],
) -> None:
    rows = {name: [[str(cell or "") for cell in row] for row in SHEETS[name]] for name in SHEETS}
    dates: dict[str, set[tuple[int, int]]] = {name: set() for name in SHEETS}
    for name, row, column, cell, is_date in changes:
        cells = rows[name][row % len(rows[name])]
        cells[column % len(cells)] = cell
        if is_date:
            dates[name].add((row % len(rows[name]) + 1, column % len(cells) + 1))
    book = Book(
        tuple(Sheet("a.xlsx", name, rows[name], frozenset(dates[name])) for name in SHEETS),
    )
    try:
        import_book(book, "a", HOST, ENGLISH)
    except InstrumentError as error:
        for mistake in error.mistakes:
            assert isinstance(mistake.place, CellPlace)
            assert mistake.place.sheet in SHEETS
            assert len(ENGLISH(mistake.what)) < 500
        told = "items"
    except InputError as error:  # the sheet of items has become empty
        told = ENGLISH(error)
    else:
        told = "items"
    assert "items" in told


def test_the_untouched_sheets_are_right(tmp_path: Path) -> None:
    assert imported(workbook(tmp_path / "a.xlsx", SHEETS)).to_complete == ()
