"""The written file: its words, its structure, its bytes."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from progpro_tui.core.document import Document, Heading, Paragraph, Part, Voice
from progpro_tui.reports.pages import profile_document
from progpro_tui.reports.pdf import unprintable, write_pdf
from progpro_tui.reports.typography import NBSP
from tests.reports import samples

Tool = Callable[..., str]
BOTH: tuple[Voice, ...] = ("person", "counsellor")


def profile(language: str = "fr", person: str = "Amina Delorme") -> Document:
    subject = replace(samples.SUBJECT, person=person)
    return profile_document(
        samples.profile(), samples.instrument(), subject, language, BOTH, b'{"S": 4.6}'
    )


def page_of(*words: str, language: str = "fr") -> Document:
    blocks = tuple(Paragraph(text) for text in words)
    part = Part("counsellor", ("Essai", "23 novembre"), (Heading(1, "Un essai"), *blocks))
    return Document("Essai", language, "Cabinet Horizon", "2026-11-23T10:00:00", (part,))


def text_of(pdf: bytes) -> str:
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    return re.sub(r"\s+", " ", " ".join(pages).replace(NBSP, " "))


def root_of(reader: PdfReader) -> Any:
    """The catalogue of a file, from which everything else is reached."""
    return reader.trailer["/Root"]


def test_french_letters_come_back(tool: Tool) -> None:
    pdf = write_pdf(page_of("Le cœur de l’intérêt : une œuvre à 12 €, « ça » va – où ?"))
    for text in (text_of(pdf), tool(pdf, "pdftotext", after=("-",)).replace(NBSP, " ")):
        for word in ("cœur", "l’intérêt", "12 €", "œuvre", "« ça »", "– où ?"):
            assert word in text


def test_every_word_of_the_document_is_on_its_pages() -> None:
    text = text_of(write_pdf(profile()))
    for words in (
        "Mes intérêts", "Amina Delorme", "Ce qui vous attire", "autant l’un que l’autre", "S(AE)",
        "10 sur 10", "4,6", "sans étalonnage", "Plutôt oui", "page 2 sur 7",
    ):  # fmt: skip
        assert words in text


def test_documents_in_a_row_do_not_spoil_each_other(tool: Tool) -> None:
    # A copied font that shares its file dies in the second document, where the letters are others.
    texts = ["abc", "Ĳ ŵ ž xyz 0123", "Zoé Nguyễn", "Đặng Thị Ngọc Ánh, Ωmega", "abc"]
    for text in texts:
        pdf = write_pdf(page_of(text))
        assert text in text_of(pdf)
        assert text in tool(pdf, "pdftotext", after=("-",))


def test_the_same_document_gives_the_same_bytes() -> None:
    made = profile(person="Élodie Bernard-Nguyễn")
    first = write_pdf(made)
    time.sleep(1.05)
    assert write_pdf(made) == first
    code = (
        "import sys\nfrom tests.reports.test_pdf import profile, write_pdf\n"
        "sys.stdout.buffer.write(write_pdf(profile(person='Élodie Bernard-Nguyễn')))"
    )
    elsewhere = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Auckland", "PYTHONPATH": "."}
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=elsewhere)
    assert other.stdout == first


def test_the_file_is_sound(tool: Tool) -> None:
    pdf = write_pdf(profile(person="Nguyễn Văn An"))
    assert "No syntax or stream encoding errors" in tool(pdf, "qpdf", "--check")
    fonts = tool(pdf, "pdffonts").splitlines()[2:]
    assert len(fonts) == 3
    assert all(re.search(r"CID TrueType\s+Identity-H\s+yes yes yes", font) for font in fonts)


def test_it_says_what_it_is() -> None:
    reader = PdfReader(io.BytesIO(write_pdf(profile())))
    root = root_of(reader)
    assert root["/Lang"] == "fr-FR"
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    xmp = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>3<" in xmp
    assert "<pdfaid:conformance>U<" in xmp
    assert "2026-11-23T09:44:10+01:00" in xmp
    assert dict(reader.attachments) == {"scores.json": [b'{"S": 4.6}']}


def test_nobody_is_named_but_on_the_cover() -> None:
    reader = PdfReader(io.BytesIO(write_pdf(profile())))
    inside = " ".join(page.extract_text() for page in reader.pages[1:])
    xmp = root_of(reader)["/Metadata"].get_object().get_data().decode()
    assert "Delorme" in reader.pages[0].extract_text()
    assert "Delorme" not in inside + xmp


def test_the_outline_names_pages_and_their_sections() -> None:
    reader = PdfReader(io.BytesIO(write_pdf(profile("en"))))
    titles: list[str] = []

    def walk(items: list[object], level: int) -> None:
        for item in items:
            if isinstance(item, list):
                walk(item, level + 1)
            else:
                titles.append(f"{level} {item.title}")  # type: ignore[attr-defined]

    walk(list(reader.outline), 1)
    assert titles[0] == "1 What attracts you"
    assert "2 Provenance" in titles
    assert titles[-1] == "1 All the answers"


def test_a_screen_reader_finds_everything_in_order(tool: Tool) -> None:
    made = profile("en")
    # Poppler reads the page again for every element: without the sixty answers.
    counsellor = replace(made.parts[2], blocks=made.parts[2].blocks[:-13])
    made = replace(made, parts=(*made.parts[:2], counsellor))
    structure = tool(write_pdf(made), "pdfinfo", "-struct-text")
    said = re.sub(r"\s+", " ", structure.replace(NBSP, " "))
    expected = (
        "What attracts you",
        "Helping, supporting, teaching",
        "What this page does not say",
        "Does this sound like you?",
        "the counsellor’s page",
        "S Social",
        "Provenance",
    )
    places = [said.index(words) for words in expected]
    assert places == sorted(places)
    for kind in ("H1", "H2", "Figure", "Table", "TR", "TH", "TD", "L ", "LBody"):
        assert kind in structure
    # Running titles, footers and rules are not read out.
    assert "page 2 of" not in said


def test_pictures_carry_their_words() -> None:
    reader = PdfReader(io.BytesIO(write_pdf(profile("en"))))
    tree = root_of(reader)["/StructTreeRoot"]["/K"][0].get_object()["/K"]
    spoken = [kid.get_object()["/Alt"] for kid in tree if kid.get_object()["/S"] == "/Figure"]
    assert spoken[0] == "Helping, supporting, teaching: very much."
    assert spoken[-1].startswith("Hexagon of six directions, 1 at the centre to 5 at the edge.")
    assert len(spoken) == 6


def test_names_in_other_letters() -> None:
    assert unprintable("Zoé Nguyễn, Ωmega, Ж") == ""
    assert unprintable("王 العربية") == "王العربية"
    text = text_of(write_pdf(page_of("Madame 王芳 arrive")))
    assert "Madame ?? arrive" in text


HOSTILE = [
    "x" * 10_000,
    "mot " * 3_000,
    "a\x00b\x01\x1b[2J\r\n\u2028\u202edcba\u2066\ufeff",
    "\ud800\udfff lone",
    "e" + "\u0301" * 500,
    "(parens) \\back\\ )))((( <<>> %PDF",
    NBSP * 300 + "nbsp" * 200,
    "🙂👩‍👩‍👧 emoji",
    "",
    " ",
]


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_do_no_harm(words: str) -> None:
    subject = replace(samples.SUBJECT, person=words, practice=words, counsellor=words)
    wild = samples.text(words, words)
    instrument = replace(
        samples.instrument(), title=wild, guidance=replace(samples.guidance(), does_not_measure=wild)
    )
    scored = samples.profile()
    line = replace(scored.lines[3], text=wild, answer=wild)
    scored = replace(scored, lines=(line, *scored.lines))
    made = profile_document(scored, instrument, subject, "fr", BOTH)
    reader = PdfReader(io.BytesIO(write_pdf(made)))
    assert 5 < len(reader.pages) < 120


def test_a_long_name_stays_on_its_page(tool: Tool) -> None:
    name = "Marie-Antoinette-Élisabeth de la Rochefoucauld-Montmorency " * 3
    pdf = write_pdf(profile(person=name))
    boxes = tool(pdf, "pdftotext", "-bbox", "-l", "1", after=("-",))
    right = max(float(x) for x in re.findall(r'xMax="([\d.]+)"', boxes))
    assert right <= 190 / 25.4 * 72 + 1
