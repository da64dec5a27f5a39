"""Every mistake stands at its line and column, in a sentence that says how to mend it."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from progpro_tui.authoring.check import check
from progpro_tui.authoring.loader import fingerprint, load
from progpro_tui.core.errors import InputError, InstrumentError
from progpro_tui.core.text import Text
from progpro_tui.storage.records import from_data, to_data
from tests.authoring.small import HOST, SMALL, changed, mistakes_of


def test_the_small_file_is_right(tmp_path: Path) -> None:
    assert mistakes_of(tmp_path / "small.yaml", SMALL) == []


def test_what_a_file_says_is_what_the_instrument_holds(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, "utf-8")
    instrument = load(path, HOST)
    assert instrument.title == Text({"fr": "Petit questionnaire", "en": "A small questionnaire"})
    assert instrument.guidance.instructions.plain["en"] == "Imagine this."
    assert instrument.guidance.minutes == 2
    assert [dict(item.scales) for item in instrument.items] == [{"M": 1}, {"M": -1}, {"H": 1}]
    assert instrument.items[0].tags == {"place": "in"}
    making, helping = instrument.scales
    assert (making.tie_width, making.minimum_share) == (Fraction(1, 4), Fraction(1, 2))
    assert [(level.start, level.end) for level in making.levels] == [
        (Fraction(1), Fraction(5, 2)),
        (Fraction(5, 2), Fraction(3)),
    ]
    assert (helping.score, helping.levels) == ("sum", ())
    settings: Any = from_data(instrument.settings, HOST.exercise("rating").Settings)
    assert [response.value for response in settings.responses] == [1, 2, 3]
    assert settings.question.standard["en"] == "Would you like this?"


def test_the_hash_is_that_of_the_content(tmp_path: Path) -> None:
    path, other = tmp_path / "small.yaml", tmp_path / "other.yaml"
    path.write_text(SMALL, "utf-8")
    other.write_text(changed("tags: {place: in}", "tags: {place: out}"), "utf-8")
    instrument = load(path, HOST)
    assert instrument.hash == fingerprint(to_data(instrument))
    assert len(instrument.hash) == 64
    path.write_text("# a remark changes nothing\n" + SMALL, "utf-8")
    assert load(path, HOST).hash == instrument.hash
    assert load(other, HOST).hash != instrument.hash


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            changed("minutes: 2", "minuts: 2"),
            (10, 1, "“minuts” is not an entry that can stand here. Did you mean “minutes”?"),
        ),
        (
            changed("author: Somebody\n", ""),
            (1, 1, "“author” is missing: every instrument file has this entry."),
        ),
        (
            changed("    plain: {fr: Réparer un vélo, en: Mend a bike}\n", ""),
            (25, 5, "“plain” is missing in this entry."),
        ),
        (changed("minutes: 2", "minutes: two"), (10, 10, "“two” is not a whole number, such as 5.")),
        (
            changed("minimum_share: 0.5", "minimum_share: 0,5"),
            (44, 20, "“0,5” is written with a comma: write a point, as in 0.5."),
        ),
        (
            changed("minimum_share: 0.5", "minimum_share: 5"),
            (44, 20, "“5” is not a share: write a number from 0 to 1, such as 0.8."),
        ),
        (
            changed("score: mean", "score: median"),
            (43, 12, "“median” is not known here. Expected: one of mean, sum."),
        ),
        (changed("en: A small questionnaire", "en:"), (7, 6, "Nothing stands here: write the text.")),
        (
            changed("  en: A small questionnaire\n", ""),
            (6, 3, "The text is missing in: en."),
        ),
        (
            changed("en: A small questionnaire", "es: Cuestionario"),
            (7, 3, "“es” is not a language of this file (fr, en)."),
        ),
        (
            changed("title:\n  fr: Petit questionnaire\n  en: A small questionnaire", "title: Petit"),
            (5, 8, "“Petit” has no language: write “fr:” and “en:”, each with its text."),
        ),
        (
            changed("label: {fr: Non, en: No}", "label: {fr: Non, en: No}, colour: red"),
            (21, 44, "“colour” is not an entry that can stand here."),
        ),
        (
            changed("kind: rating", "kind: ratings"),
            (3, 7, "No loaded plugin offers the kind “ratings”. Did you mean “rating”?"),
        ),
        (
            changed("[style.long_string]", "[style.longstring]"),
            (
                63,
                11,
                "No loaded plugin offers the index “style.longstring”. Did you mean "
                "“style.long_string”?",
            ),
        ),
        (
            changed("scales: {M: 1}", "scales: {Q: 1}"),
            (26, 14, "No scale has the id “Q”. Known: H, M."),
        ),
        (
            changed("scales: {M: 1}", "scales: {M: 0}"),
            (26, 17, "A weight of 0 counts for nothing: write 1, or -1 for a reversed item."),
        ),
        (
            changed("scales: {M: 1}", "scales: {}"),
            (26, 5, "No scale counts this item: write “scales:” with the id of a scale and 1."),
        ),
        (
            changed("scales: {H: 1}", "scales: {M: 1}"),
            (57, 9, "No item counts for the scale “H”."),
        ),
        (
            changed("id: m2", "id: m1"),
            (30, 9, "Another item already has the id “m1”: choose another."),
        ),
        (
            changed("id: h1", "id: 1h"),
            (
                34,
                9,
                "“1h” cannot be the id of an item: small letters a–z, digits, hyphens and underscores, "
                "a letter first, 32 at most.",
            ),
        ),
        (
            changed("value: 3", "value: 2"),
            (23, 15, "2 follows 2: responses go from the least value to the greatest."),
        ),
        (
            changed("      - from: 2.5", "      - from: 2.6"),
            (52, 15, "Nothing holds the scores from 2.5 to 2.6: begin this level at 2.5."),
        ),
        (
            changed("      - from: 2.5", "      - from: 2"),
            (52, 15, "This level begins at 2, but the one before ends at 2.5: begin it at 2.5."),
        ),
        (
            changed("to: 3", "to: 4"),
            (53, 13, "The last level ends at 4, but the scores of this scale go up to 3."),
        ),
        (
            changed("norms: []", "norms: [mine]"),
            (64, 8, "Norm tables come with a later version: leave the list empty until then."),
        ),
        (
            changed("version: 1.0.0", "version: 1.0"),
            (2, 10, "“1.0” is not a version: three numbers with points are expected, such as 1.0.0."),
        ),
    ],
)
def test_a_mistake_stands_at_its_place(
    tmp_path: Path, content: str, expected: tuple[int, int, str]
) -> None:
    assert mistakes_of(tmp_path / "broken.yaml", content) == [expected]


def test_all_mistakes_come_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    content = (
        changed("minutes: 2", "minutes: two").replace("id: m2", "id: m1").replace("to: 3", "to: 4")
    )
    content = content.replace("fr: Petit questionnaire", "fr: Petit # questionnaire")
    lines = [line for line, _, _ in mistakes_of(tmp_path / "broken.yaml", content)]
    assert lines == [6, 10, 30, 53]


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path, Path("/dev/zero")):
        with pytest.raises(InputError) as caught:
            check(path, HOST)
        assert not isinstance(caught.value, InstrumentError)
