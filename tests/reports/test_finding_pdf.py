"""Findings as they are printed: their words, their alternative texts, where their pages end."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from progpro_tui.core.document import Block, Document, Heading, Part, Voice
from progpro_tui.core.figures import (
    Dumbbell,
    Dumbbells,
    Exchange,
    LaidCards,
    LaidColumn,
    QuadrantBox,
    QuadrantBoxes,
    RankedList,
    RankedNote,
    RankedRow,
    TimeLine,
    TimePoint,
    Web,
)
from progpro_tui.core.findings import Entry, Finding, LifeLine, Moment, Note, Record, Records
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.reports.pages import profile_document
from progpro_tui.reports.pdf import write_pdf
from progpro_tui.reports.typography import NBSP
from tests.reports import findings_samples as made
from tests.reports import samples
from tests.reports.samples import text

Tool = Callable[..., str]
FINDINGS: tuple[Finding, ...] = (
    made.RANKING, made.quadrants(), made.GAPS, made.LINE, made.RECORDS, made.SHAPE,
)  # fmt: skip
OF = made.instrument("A sample")


def pdf_of(profile: Profile, language: str = "en", of: Instrument = OF, *voices: Voice) -> bytes:
    asked = voices or ("person", "counsellor")
    return write_pdf(profile_document(profile, of, samples.SUBJECT, language, asked))


def printed(*blocks: Block, voice: Voice = "person") -> PdfReader:
    part = Part(voice, ("Essai", "hier"), (Heading(1, "Title"), *blocks))
    document = Document("Essai", "en", "Cabinet Horizon", "2026-11-23", (part,))
    return PdfReader(io.BytesIO(write_pdf(document)))


def text_of(reader: PdfReader) -> str:
    pages = " ".join(page.extract_text() for page in reader.pages)
    return re.sub(r"\s+", " ", pages.replace(NBSP, " "))


def elements(reader: PdfReader) -> Iterator[Any]:
    root: Any = reader.trailer["/Root"]
    waiting = [kid.get_object() for kid in root["/StructTreeRoot"]["/K"]]
    while waiting:
        element = waiting.pop(0)
        yield element
        kids = element.get("/K", [])
        waiting += [kid.get_object() for kid in kids if not isinstance(kid.get_object(), int)]


def alts(reader: PdfReader) -> list[str]:
    return [
        str(element["/Alt"]).replace(NBSP, " ") for element in elements(reader) if "/Alt" in element
    ]


EXPECTED = {
    "Ranking": ("Being useful", "“Quand je forme les nouveaux.”", "there", "2 =", "Kept as well"),
    "Quadrants": ("I can and want to", "14", "skill 3", "… and 2 others", "are in no box", "Au club"),
    "Gaps": ("Content", "7 9", "4, the same", "0: nothing is right", "Dashed line"),
    "LifeLine": ("very good", "2011", "Tenir un rythme.", "Un remplacement", "very hard"),
    "Records": ("Tenir un agenda", "on new ground", "What shows it", "La buvette"),
    "Shape": ("most important", "card 0 of 1", "+1", "−1", "least important"),
}


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda finding: type(finding).__name__)
def test_the_words_of_a_finding_are_on_its_pages(finding: Finding) -> None:
    printed_text = text_of(PdfReader(io.BytesIO(pdf_of(made.profile(finding)))))
    for words in EXPECTED[type(finding).__name__]:
        assert words in printed_text


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda finding: type(finding).__name__)
def test_a_reader_of_tags_finds_everything(finding: Finding, tool: Tool) -> None:
    structure = tool(pdf_of(made.profile(finding)), "pdfinfo", "-struct-text")
    said = re.sub(r"\s+", " ", structure.replace(NBSP, " "))
    missing = {"→"}
    for words in EXPECTED[type(finding).__name__]:
        for word in set(words.split()) - missing:
            assert word in said
    assert "page 2 of" not in said


@pytest.mark.parametrize("finding", FINDINGS, ids=lambda finding: type(finding).__name__)
def test_the_same_profile_gives_the_same_bytes(finding: Finding) -> None:
    profile = made.profile(finding)
    assert pdf_of(profile, "fr") == pdf_of(profile, "fr")


def test_the_file_of_every_finding_is_sound(tool: Tool) -> None:
    pdf = pdf_of(made.profile(*FINDINGS))
    assert "No syntax or stream encoding errors" in tool(pdf, "qpdf", "--check")


def test_pictures_carry_their_words() -> None:
    spoken = alts(PdfReader(io.BytesIO(pdf_of(made.profile(*FINDINGS), "en", OF, "person"))))
    assert spoken[0].startswith("Four boxes. I can and want to: 14 skills")
    assert spoken[1].startswith("I can: tired 0.")
    assert spoken[2].startswith("4 areas, 0 to 10, today then wished.")
    assert spoken[3] == "The same areas as a web."
    assert spoken[4].startswith("Life line from 1998 to 2012, 3 moments.")
    assert spoken[5].startswith("4 cards, from “most important”")
    assert len(spoken) == 6


def test_a_form_is_headings_and_paragraphs() -> None:
    reader = PdfReader(io.BytesIO(pdf_of(made.FORM, "en", OF, "counsellor")))
    kinds = [element["/S"] for element in elements(reader)]
    # Four questions that others may read; the fifth is private.
    assert kinds.count("/H3") == 4 + 1  # and the title of the callout
    printed_text = text_of(reader)
    assert "“Changer de métier. Rester ici.”" in printed_text
    assert "Le secret" not in printed_text


def test_what_is_private_is_printed_for_its_person_alone() -> None:
    assert "Fermeture" in text_of(PdfReader(io.BytesIO(pdf_of(made.PRIVATE, "en", OF, "person"))))
    counsellor = text_of(PdfReader(io.BytesIO(pdf_of(made.PRIVATE, "en", OF, "counsellor"))))
    assert "Fermeture" not in counsellor


# -- nothing breaks ------------------------------------------------------------------------------

LONG = "x" * 3_000
MANY = "mot " * 1_200
HOSTILE = [LONG, MANY, "", "\ud800 \x1b[2J (((", NBSP * 200, "🙂 Ωmega 王"]


def within(pdf: bytes, tool: Tool) -> None:
    """Nothing stands beyond the margins of the sheet."""
    boxes = tool(pdf, "pdftotext", "-bbox", after=("-",))
    points = 72 / 25.4
    assert max(float(x) for x in re.findall(r'xMax="([\d.]+)"', boxes)) <= 190 * points + 1
    assert max(float(y) for y in re.findall(r'yMax="([\d.]+)"', boxes)) <= 289 * points


@pytest.mark.parametrize(
    "words",
    [pytest.param(words, marks=pytest.mark.long if n > 1 else ()) for n, words in enumerate(HOSTILE)],
    ids=range(len(HOSTILE)),
)
def test_hostile_words_do_no_harm(words: str, tool: Tool) -> None:
    wild = text(words, words)
    ranked = replace(
        made.RANKING.entries[0], name=wild, line=wild, notes=(Note("full", wild, words),) * 2
    )
    boxes = made.quadrants(3)
    box = replace(boxes.both, name=wild, entries=(Entry("e", wild, wild, words),) * 3)
    cards = replace(made.SHAPE.columns[1], cards=(Entry("e", wild),) * 3)
    profile = made.profile(
        replace(made.RANKING, entries=(ranked, ranked), also=(wild,)),
        replace(boxes, both=box, extra=box),
        replace(made.GAPS, rows=(replace(made.GAPS.rows[0], name=wild),) * 3, ends=(wild, wild)),
        replace(made.LINE, moments=(Moment("m", words, 2011, 3, words),) * 2, ends=(wild, wild)),
        Records((Record("r", words, words, wild, words, words, words, 2, wild),), 4),
        replace(made.SHAPE, columns=(made.SHAPE.columns[0], cards), ends=(wild, wild)),
    )
    pdf = pdf_of(profile)
    assert 3 < len(PdfReader(io.BytesIO(pdf)).pages) < 200
    form = replace(made.FORM, lines=(made.typed("q", words, words),) * 2)
    assert 2 < len(PdfReader(io.BytesIO(pdf_of(form))).pages) < 60
    if "\ud800" not in words:
        within(pdf, tool)


def test_forty_eight_skills_in_one_box(tool: Tool) -> None:
    pdf = pdf_of(made.profile(made.quadrants(48, 0, 0, 0)))
    printed_text = text_of(PdfReader(io.BytesIO(pdf)))
    assert "… and 36 others" in printed_text
    assert "skill 46" in printed_text
    within(pdf, tool)


def test_a_row_of_a_ranking_stays_together() -> None:
    notes = tuple(RankedNote("full", "there", f"said {n}") for n in range(3))
    rows = tuple(RankedRow(str(n), f"Name {n}", "its line", notes) for n in range(12))
    for page in printed(RankedList(rows)).pages:
        printed_text = page.extract_text()
        for n in range(12):
            if f"Name {n}\n" in f"{printed_text}\n":
                after = printed_text.split(f"Name {n}", 1)[1]
                assert all(f"said {k}" in after for k in range(3))


def test_the_two_boxes_of_a_row_stay_on_one_page() -> None:
    box = QuadrantBox("Box", tuple(f"thing {n}" for n in range(12)), 12, "solid")
    pages = printed(QuadrantBoxes(((box, box),) * 5, ("alt",) * 5)).pages
    assert len(pages) == 3
    assert all(page.extract_text().count("Box") in (2, 4) for page in pages)


def test_sixty_domains_go_on_with_the_words_of_the_ends() -> None:
    rows = tuple(Dumbbell(f"Domain {n}", 0.1, 0.9, ("1", "9")) for n in range(60))
    reader = printed(Dumbbells(rows, ("0: no", "10: yes"), "alt"))
    texts = [page.extract_text() for page in reader.pages]
    assert len(texts) == 3
    assert all("10: yes" in text for text in texts)
    assert all(f"Domain {n}" in " ".join(texts) for n in range(60))


def test_a_gap_in_a_web_is_not_joined() -> None:
    web = Web(("a", "b", "c"), (0.5, None, 0.5), (None, None, None), "alt")
    assert "a" in text_of(printed(web))


def test_thirty_moments_in_one_year_stay_on_the_sheet(tool: Tool) -> None:
    moments = tuple(Moment(f"m{n}", f"Moment {n}", 2011, n % 11 - 5) for n in range(30))
    within(pdf_of(made.profile(LifeLine(moments, -5, 5, made.LINE.ends))), tool)


def test_one_moment_alone() -> None:
    line = TimeLine((TimePoint(1, 2011, 5),), 5, ("low", "high"), "alt")
    assert "2011" in text_of(printed(line))


def test_an_arrangement_goes_on_with_whole_rows() -> None:
    columns = tuple(LaidColumn(f"v{n}", (f"card {n}",) * 6) for n in range(60))
    reader = printed(LaidCards(columns, ("least", "most"), "alt"))
    texts = [page.extract_text() for page in reader.pages]
    assert len(texts) > 1
    assert texts[0].count("most") == 1
    assert "least" in texts[-1]
    for n in range(60):
        assert sum(bool(re.search(rf"card {n}\b", text)) for text in texts) == 1


def test_a_question_is_not_parted_from_its_answer() -> None:
    many = [Exchange(f"Question {n}?", (f"answer {n} " * 30,)) for n in range(20)]
    for page in printed(*many).pages:
        printed_text = page.extract_text()
        assert not re.search(r"Question \d+\?\s*$", printed_text.rsplit("Cabinet", 1)[0].strip())
