"""What the pages say, before anyone draws them."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

import pytest

from progpro_tui.core.document import (
    Block,
    Bullets,
    Cover,
    Document,
    Facts,
    Headline,
    MarginBar,
    Paragraph,
    Polygon,
    Table,
    WordBars,
)
from progpro_tui.core.profile import Profile
from progpro_tui.reports.pages import Subject, profile_document
from progpro_tui.reports.typography import NBSP
from tests.reports import samples

B = TypeVar("B")
GAPS = samples.answers(samples.CLEAR, {"I": 6})


def document(profile: Profile | None = None, language: str = "fr", **options: object) -> Document:
    return profile_document(
        profile or samples.profile(),
        samples.instrument(),
        samples.SUBJECT,
        language,
        ("person", "counsellor"),
        **options,  # type: ignore[arg-type]
    )


def words(thing: object) -> Iterator[str]:
    """Every string of a block, a part or a document."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from words(one)
    elif is_dataclass(thing):
        for field in fields(thing):
            if field.name not in ("role", "voice", "align"):
                yield from words(getattr(thing, field.name))


def blocks(made: Document, voice: str) -> list[Block]:
    found = [block for part in made.parts if part.voice == voice for block in part.blocks]
    return [block for block in found if not isinstance(block, Cover)]


def only(kind: type[B], found: list[Block]) -> B:
    return next(block for block in found if isinstance(block, kind))


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("given", [None, samples.answers(samples.ALIKE), GAPS])
def test_the_persons_part_holds_no_figure_no_letter_no_name(language: str, given: object) -> None:
    found = blocks(document(samples.profile(given), language), "person")  # type: ignore[arg-type]
    said = " ".join(words(tuple(found)))
    assert not re.search(r"\d", said)
    assert "%" not in said
    # The pronoun and the article stand alone in English; the other letters stand for directions.
    assert not re.search(r"\b[RSEC]\b(?!’)|S\(AE\)|RIASEC", said)
    assert not any(isinstance(block, Headline | Polygon | Table | Facts) for block in found)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_name_stands_outside_the_cover(language: str) -> None:
    made = document(language=language)
    cover = only(Cover, list(made.parts[0].blocks))
    assert {"Amina Delorme", "Claire Vasseur"} <= {value for _, value in cover.facts}
    outside = replace(made, parts=made.parts[1:])
    said = " ".join(words(outside))
    assert not any(name in said for name in ("Amina", "Delorme", "Claire", "Vasseur"))


def test_ties_share_one_bar_at_the_mean_of_the_group() -> None:
    bars = only(WordBars, blocks(document(), "person"))
    assert bars.marks == ("Pas du tout", "Entre les deux", "Beaucoup")
    assert [row.name for row in bars.rows] == [
        "Aider, accompagner, transmettre",
        "Créer, et convaincre, autant l’un que l’autre",
        "Comprendre, chercher, analyser",
        "Organiser, classer, vérifier",
        "Fabriquer, réparer, avec ses mains, des outils, dehors",
    ]
    tied = bars.rows[1]
    assert tied.share == pytest.approx((3.85 - 1) / 4)
    assert len(tied.sentences) == 2
    assert tied.alt == f"Créer, et convaincre, autant l’un que l’autre{NBSP}: plutôt oui."


def test_the_sentences_are_those_of_the_instrument_in_plain_words() -> None:
    bars = only(WordBars, blocks(document(), "person"))
    assert bars.rows[0].sentences[0].startswith(f"Aider{NBSP}: ces activités vous attirent beaucoup")


@pytest.mark.parametrize(
    ("sum_", "height"), [(33, "attirent un peu"), (45, "attirent beaucoup"), (12, "Aucune ne")]
)
def test_all_tied_has_no_bar_and_a_height_in_words(sum_: int, height: str) -> None:
    alike = samples.profile(samples.answers(dict.fromkeys(samples.NAMES, sum_)))
    found = blocks(document(alike), "person")
    said = " ".join(words(tuple(found)))
    assert not any(isinstance(block, WordBars) for block in found)
    assert "Les six directions vous attirent autant les unes que les autres." in said
    assert height in said


def test_a_direction_without_a_score_stands_last_and_has_no_bar() -> None:
    row = only(WordBars, blocks(document(samples.profile(GAPS)), "person")).rows[-1]
    assert row.name == "Comprendre, chercher, analyser"
    assert row.share is None
    assert row.sentences == ("Pas assez de réponses pour en parler.",)


def test_nothing_answered_is_still_a_document() -> None:
    empty = samples.profile(samples.answers({}, dict.fromkeys(samples.NAMES, 10)))
    rows = only(WordBars, blocks(document(empty), "person")).rows
    assert [row.share for row in rows] == [None] * 6
    table = only(Table, blocks(document(empty), "counsellor"))
    assert {row[2] for row in table.rows} == {"–"}


def test_the_choices_are_the_activities_given_the_top_answer() -> None:
    found = blocks(document(), "person")
    liked = only(Bullets, found).items
    assert len(liked) == 6
    assert set(liked) == {"Expliquer un calcul à un enfant", *liked[1:5]}
    many = samples.profile(samples.answers(dict.fromkeys(samples.NAMES, 45)))
    found = blocks(document(many), "person")
    lists = [block.items for block in found if isinstance(block, Bullets)]
    assert len(lists[-1]) == 12


def test_no_top_answer_is_said_kindly() -> None:
    few = samples.profile(samples.answers(dict.fromkeys(samples.NAMES, 20)))
    said = [
        block.words for block in blocks(document(few, "en"), "person") if isinstance(block, Paragraph)
    ]
    assert any("“very much” for no activity" in words_ for words_ in said)


def test_the_table_of_scores() -> None:
    table = only(Table, blocks(document(), "counsellor"))
    first, second, third = table.rows[:3]
    assert first[:3] == ("S Social", f"10 sur{NBSP}10", "4,6")
    assert first[4:] == ("Attire beaucoup", "")
    assert (second[0], second[5]) == ("A Artistique", "= E")
    assert (third[0], third[5]) == ("E Entreprenant", "= A")
    bar = second[3]
    assert isinstance(bar, MarginBar)
    # Half of 0.2 on a track from 1 to 5.
    assert bar.half_width == pytest.approx(0.025)
    assert bar.share == pytest.approx(2.9 / 4)


def test_a_gap_has_a_dash_and_its_reason_in_the_caption() -> None:
    found = blocks(document(samples.profile(GAPS), "en"), "counsellor")
    assert only(Table, found).rows[-1] == ("I Investigative", f"4 of{NBSP}10", "–", "", "", "")
    caption = next(b.words for b in found if isinstance(b, Paragraph) and b.role == "caption")
    assert f"– Investigative: too few answers (4 of{NBSP}10)." in caption


def test_widths_that_depend_on_the_pair_are_told_as_such() -> None:
    given = samples.answers(samples.CLEAR, {"S": 2})
    found = blocks(document(samples.profile(given), "en"), "counsellor")
    caption = next(b.words for b in found if isinstance(b, Paragraph) and b.role == "caption")
    assert "from 0.20 to 0.25" in caption
    bar = only(Table, found).rows[0][3]
    assert isinstance(bar, MarginBar)
    assert bar.half_width == pytest.approx(0.25 / 2 / 4)


def test_the_hexagon_has_rings_gaps_and_words() -> None:
    polygon = only(Polygon, blocks(document(samples.profile(GAPS), "en"), "counsellor"))
    assert polygon.rings == 4
    assert [axis.letter for axis in polygon.axes] == list("RIASEC")
    assert polygon.axes[1].share is None
    assert polygon.alt == (
        "Hexagon of six directions, 1 at the centre to 5 at the edge. Realistic 2.0; Investigative –; "
        "Artistic 3.9; Social 4.6; Enterprising 3.8; Conventional 2.4. It reaches furthest towards "
        "Social, least towards Realistic."
    )


def test_reading_questions_and_provenance() -> None:
    found = blocks(document(language="en", attachment=b"{}"), "counsellor")
    levels, reading, provenance = (block for block in found if isinstance(block, Facts))
    high = "High: the first two directions are neighbours on the hexagon."
    assert reading.rows[0] == ("Consistency", high)
    assert [words.endswith("counsellor.") for _, words in levels.rows] == [True] * 6
    assert only(Bullets, found).quoted
    said = dict(provenance.rows)
    assert said["Answers"] == "60 answered"
    assert said["Norms"] == "without norms"
    assert "3f9ad0c4b7e15628" in said["Questionnaire"]
    assert f"in 14{NBSP}min" in said["Administration"]
    assert said["Attached file"].startswith("scores.json")


def test_the_authors_questions_fill_the_list_up_to_six() -> None:
    debrief = tuple(samples.text(f"Question {n} ?", f"Question {n}?") for n in range(8))
    asked = replace(samples.instrument(), guidance=replace(samples.guidance(), debrief=debrief))
    made = profile_document(samples.profile(), asked, samples.SUBJECT, "en", ("counsellor",))
    items = only(Bullets, blocks(made, "counsellor")).items
    assert len(items) == 6
    assert items[1:3] == ("“Rather yes” eight times in a row: tell me about that.", "Question 0?")


def test_how_the_person_answered_is_no_reading_of_the_profile() -> None:
    found = blocks(document(language="en"), "counsellor")
    _, reading, provenance = (block for block in found if isinstance(block, Facts))
    assert [label for label, _ in reading.rows] == ["Consistency", "Differentiation", "Elevation"]
    assert ("Identical answers", "8 at most.") in provenance.rows


def test_answers_are_counted_by_kind() -> None:
    found = blocks(document(samples.profile(GAPS), "en"), "counsellor")
    provenance = [block for block in found if isinstance(block, Facts)][-1]
    assert dict(provenance.rows)["Answers"].startswith("54 answered, 6 skipped")


def test_every_answer_stands_on_the_counsellors_last_pages() -> None:
    tables = [block for block in blocks(document(), "counsellor") if isinstance(block, Table)]
    assert sum(len(table.rows) for table in tables[1:]) == 60
    assert tables[1].rows[0] == ("Réparer un vélo", "Plutôt non")


@pytest.mark.parametrize("voice", ["person", "counsellor"])
def test_one_voice_alone_has_a_cover(voice: str) -> None:
    made = profile_document(
        samples.profile(),
        samples.instrument(),
        samples.SUBJECT,
        "fr",
        (voice,),  # type: ignore[arg-type]
    )
    assert [part.voice for part in made.parts] == [voice, voice]
    assert isinstance(made.parts[0].blocks[0], Cover)
    assert made.attachment is None


def test_no_counsellor_leaves_no_row() -> None:
    alone = Subject("Cabinet Horizon", "Amina Delorme", "", "2026-11-23")
    made = profile_document(samples.profile(), samples.instrument(), alone, "en", ("person",))
    cover = only(Cover, list(made.parts[0].blocks))
    assert [label for label, _ in cover.facts] == ["For", "Date", "This document"]


def test_words_from_outside_are_never_patterns() -> None:
    braces = samples.text("{0} {x} {", "{0} {x} {")
    wild = replace(samples.instrument(), title=braces, author="{boom}", licence="{0}", hash="")
    subject = Subject("{p}", "{n}", "{c}", "2026-11-23")
    made = profile_document(samples.profile(), wild, subject, "fr", ("person", "counsellor"))
    assert made.title == "{0} {x} {"


def test_pages_know_no_pdf_library() -> None:
    code = (
        "import sys, progpro_tui.reports.pages, progpro_tui.reports.pdf\n"
        "assert not {'fpdf', 'fontTools', 'textual', 'babel'} & set(sys.modules), sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
