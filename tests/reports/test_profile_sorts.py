"""The sorts of profiles on their pages: scored, ipsative, without scores, private, forms."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from progpro_tui.core.document import (
    Block,
    Choices,
    Document,
    Facts,
    Heading,
    MarginBar,
    Paragraph,
    Table,
    Voice,
    WordBars,
)
from progpro_tui.core.figures import Exchange, LaidCards, RankedList, TimeLine
from progpro_tui.core.instrument import Instrument, Item
from progpro_tui.core.profile import Line, Profile
from progpro_tui.core.text import message
from progpro_tui.i18n.translator import Translator
from progpro_tui.reports.limits import limits
from progpro_tui.reports.pages import profile_document
from progpro_tui.workspace.profiles import profile_data
from tests.reports import findings_samples as made
from tests.reports import samples
from tests.reports.samples import text
from tests.reports.test_pages import blocks, only, words

BOTH: tuple[Voice, ...] = ("person", "counsellor")
FORM = made.instrument("First interview", "form")
LINE = made.instrument("My life line", "timeline")
VALUES = made.instrument("What matters to me", items=(Item("c1", text("carte", "card")),))


def document(profile: Profile, of: Instrument, voices: tuple[Voice, ...] = BOTH) -> Document:
    return profile_document(profile, of, samples.SUBJECT, "en", voices, b'{"a": 1}')


def said(found: list[Block]) -> str:
    return " ".join(words(tuple(found)))


def headings(found: list[Block]) -> list[str]:
    return [block.words for block in found if isinstance(block, Heading)]


# -- scored ratings that are no interests -------------------------------------------------------


def anchors(**facts: list[str]) -> tuple[Profile, Instrument]:
    of = replace(
        samples.instrument(), indices=(), title=samples.text("Ce qui m’attache", "What holds me")
    )
    return replace(samples.profile(of=of, indices=False), facts=facts), of


def test_other_ratings_have_their_own_title_and_neutral_words() -> None:
    person = blocks(document(*anchors()), "person")
    assert headings(person)[:2] == ["What holds me", "Your choices, and what you think of them"]
    assert "attract you as much" not in said(person)
    assert "would like" not in said(person)
    rows = only(WordBars, person).rows
    assert rows[1].name == "Creating and persuading: alike"
    assert "What you answered “very much” to:" in said(person)


def test_other_ratings_that_are_all_tied_are_listed() -> None:
    profile = samples.profile(samples.answers(samples.ALIKE), indices=False)
    person = blocks(document(profile, anchors()[1]), "person")
    assert "Everything comes out alike." in headings(person)
    assert not any(isinstance(block, WordBars) for block in person)


def test_what_was_chosen_as_truest_stands_first() -> None:
    for voice in BOTH:
        shown = said(blocks(document(*anchors(truest=["s00", "r01"])), voice))
        # In the order of the file.
        chosen = shown.index("What was chosen as the truest:")
        assert shown.index("Explain a sum to a child", chosen) < shown.index("Drive a tractor", chosen)


def test_a_scale_that_goes_beyond_its_words_has_no_words_on_its_axis() -> None:
    profile, of = anchors()
    assert only(WordBars, blocks(document(profile, of), "person")).marks
    beyond = tuple(replace(score, most=Fraction(7)) for score in profile.scores)
    bars = only(WordBars, blocks(document(replace(profile, scores=beyond), of), "person"))
    assert bars.marks == ()
    assert bars.rows[0].alt == bars.rows[0].name


def test_the_counsellor_reads_of_themes() -> None:
    counsellor = blocks(document(*anchors()), "counsellor")
    table = only(Table, counsellor)
    assert table.columns[0].head == "Theme"
    assert "themes that are tied" in said(counsellor)


# -- ipsative scores ----------------------------------------------------------------------------


def test_ipsative_scores_say_so_and_have_their_measure() -> None:
    profile, of = made.ipsative((1, 1, 0, 0, -1, 0))
    counsellor = blocks(document(profile, of), "counsellor")
    table = only(Table, counsellor)
    assert table.columns[2].head == "Mean column"
    assert [row[2] for row in table.rows] == ["1.00", "0.00", "−0.50"]
    assert "These scores are ipsative" in said(counsellor)


def test_named_themes_are_tied_by_letters() -> None:
    profile, of = made.ipsative((1, 1, 1, 0, -1, -1))
    table = only(Table, blocks(document(profile, of), "counsellor"))
    assert [row[0] for row in table.rows] == ["a Time", "b Place", "c People"]
    assert [row[5] for row in table.rows] == ["= b", "= a", ""]
    assert isinstance(table.rows[0][3], MarginBar)


def test_a_low_ipsative_score_is_no_dislike_and_has_no_rating_words() -> None:
    profile, of = made.ipsative((1, 1, 0, 0, -1, 0))
    person = blocks(document(profile, of), "person")
    assert only(WordBars, person).marks == ()
    assert "does not say that you dislike it" in said(person)
    assert headings(person) == ["What matters", "Does this sound like you?"]
    assert only(Choices, person)


def test_a_q_sort_shows_the_cards_before_the_themes() -> None:
    profile, of = made.ipsative((1, 1, 0, 0, -1, 0), made.SHAPE)
    for voice in BOTH:
        found = blocks(document(profile, of), voice)
        kinds = [type(block) for block in found]
        scored = WordBars if voice == "person" else Table
        assert kinds.index(LaidCards) < kinds.index(scored)
        assert "By theme" in headings(found)


# -- no scores ----------------------------------------------------------------------------------


def test_values_keep_what_a_page_says_and_asks() -> None:
    found = blocks(document(made.profile(made.RANKING), VALUES), "person")
    assert headings(found) == ["What matters to me", "Does this sound like you?"]
    assert only(RankedList, found)
    assert "This page says neither" in said(found)
    assert only(Choices, found)


def test_what_the_person_wrote_is_not_asked_back() -> None:
    for finding in (made.RECORDS, made.LINE):
        found = blocks(document(made.profile(finding), VALUES), "person")
        assert not any(isinstance(block, Choices) for block in found)


def test_remarks_are_read_and_answers_follow_where_there_are_items() -> None:
    line = Line("pile:c1", text("carte", "card"), text("très", "very"))
    profile = made.profile(made.RANKING, remarks=(message("three of twelve"),), lines=(line,))
    found = blocks(document(profile, VALUES), "counsellor")
    assert "Three of twelve." in said(found)
    assert headings(found)[-1] == "All the answers"
    assert ("card", "very") in only(Table, found[::-1]).rows
    without = blocks(document(profile, made.instrument("x")), "counsellor")
    assert "All the answers" not in headings(without)


def test_questions_about_one_thing_share_a_row() -> None:
    about = "{label}: {words}"
    card, other = text("carte", "card"), text("autre", "other")
    level, taste = text("Niveau", "Level"), text("Est-ce bien ?", "Is it good?")
    lines = tuple(
        Line(f"{n}", message(about, label=thing, words=asked), text("oui", "yes"))
        for n, (thing, asked) in enumerate([(card, level), (other, level), (card, taste)])
    )
    profile = made.profile(made.RANKING, lines=lines)
    rows = only(Table, blocks(document(profile, VALUES), "counsellor")[::-1]).rows
    assert rows == (("Card", "Level: yes · Is it good? yes"), ("other: Level", "yes"))


def test_without_scores_there_are_no_rules_and_no_norms() -> None:
    found = blocks(document(made.profile(made.RANKING), VALUES), "counsellor")

    facts = only(Facts, found[::-1])
    assert [label for label, _ in facts.rows] == [
        "Questionnaire", "Administration", "Answers", "Calculated by", "Author, licence",
        "Attached file",
    ]  # fmt: skip
    assert "norms" not in said(found).lower()


def test_norms_are_spoken_of_once() -> None:
    profile, tr = samples.profile(), Translator("en")
    assert limits(tr, profile, samples.instrument())[1].startswith("Without norms")
    told = replace(samples.guidance(), does_not_measure=text("Sans étalonnage.", "Not normed."))
    assert limits(tr, profile, replace(samples.instrument(), guidance=told)) == ("Not normed.",)


# -- forms and what is private ------------------------------------------------------------------


def test_a_form_is_questions_and_answers_and_asks_no_opinion() -> None:
    found = blocks(document(made.FORM, FORM), "person")
    exchanges = [block for block in found if isinstance(block, Exchange)]
    assert exchanges[0] == Exchange("What brings you?", ("“Changer de métier.", "Rester ici.”"))
    assert exchanges[1].answer == ("employed",)
    assert exchanges[3] == Exchange("And then?", ("skipped",), given=False)
    assert exchanges[4].answer == ("28",)
    assert not any(isinstance(block, Choices) for block in found)


def test_a_private_answer_stands_on_the_persons_own_page_alone() -> None:
    assert "Le secret" in said(blocks(document(made.FORM, FORM), "person"))
    counsellor = document(made.FORM, FORM, ("counsellor",))
    assert "Le secret" not in " ".join(words(counsellor))
    assert "What is hard for you?" not in " ".join(words(counsellor))
    assert "1 answer is for the person alone" in said(blocks(counsellor, "counsellor"))


def test_a_private_profile_is_its_persons() -> None:
    person = blocks(document(made.PRIVATE, LINE), "person")
    assert isinstance(person[1], Paragraph)
    assert person[1].words == "This page is for you, unless you choose to show it."
    assert only(TimeLine, person)
    alone = document(made.PRIVATE, LINE, ("counsellor",))
    told = " ".join(words(alone))
    for secret in ("Fermeture", "1998", "Tenir un rythme", "Which moment?"):
        assert secret not in told
    assert "What do you see first?" in told
    assert "3 answered" in told
    assert alone.attachment is None


@pytest.mark.parametrize(
    ("profile", "of", "summary"),
    [(made.FORM, FORM, {"answered": 4, "asked": 5}), (made.PRIVATE, LINE, None)],
)
def test_what_a_program_reads(profile: Profile, of: Instrument, summary: dict[str, int] | None) -> None:
    assert profile_data(profile, of, Translator("en")).get("summary") == summary
