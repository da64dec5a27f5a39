"""The page of the recovery code: the whole code, where to keep it, and no passphrase."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from progpro_tui.reports.pdf import write_pdf
from progpro_tui.reports.recovery_page import recovery_document

CODE = "K7QF 2M9X HD4R TW6P 8CVN J3AB 9QZE"


def page(language: str, practice: str = "Cabinet Horizon") -> PdfReader:
    document = recovery_document(
        tuple(CODE.split()), practice, "/people/a/practice", "2026-11-23T09:30:00", language
    )
    return PdfReader(io.BytesIO(write_pdf(document)))


@pytest.mark.parametrize(("language", "words"), [("fr", "Où le garder"), ("en", "Where to keep it")])
def test_it_holds_the_code_and_where_to_keep_it_on_one_page(language: str, words: str) -> None:
    reader = page(language)
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    assert CODE in " ".join(text.split())
    assert words in text
    assert "Cabinet Horizon" in text
    assert "/people/a/practice" in text


def test_its_title_and_metadata_hold_nothing_of_the_code() -> None:
    reader = page("fr")
    said = str(reader.metadata) + (
        reader.xmp_metadata.stream.get_data().decode() if reader.xmp_metadata else ""
    )
    assert not [group for group in CODE.split() if group in said]


def test_a_long_name_still_fits_one_page() -> None:
    assert len(page("fr", "Cabinet " * 10).pages) == 1
