"""The first file of a questionnaire: whatever its author answered, it passes its own checks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from progpro_tui.authoring.check import CheckReport, check
from progpro_tui.authoring.new.make import STARTS, made
from progpro_tui.authoring.new.wanted import (
    LANGUAGES,
    LICENCES,
    NewScale,
    Wanted,
    checked_id,
    checked_scale_id,
    id_for,
    scale_id_for,
    tidy,
    tidy_name,
)
from progpro_tui.authoring.unwritten import is_unwritten, unwritten_paths
from progpro_tui.authoring.write_yaml import SCHEMA_LINE
from progpro_tui.core.errors import InputError
from progpro_tui.core.text import Text
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.key_remarks import with_key_tried
from tests.kinds import host

SPOKEN = (("fr", "en"), ("fr",), ("en",))


def scales(count: int) -> tuple[NewScale, ...]:
    return tuple(
        NewScale(f"S{n}", {"fr": f"Thème {n} : « voir »", "en": f"Theme {n}: “see” #1"})
        for n in range(1, count + 1)
    )


def wanted(kind: str, languages: tuple[str, ...], count: int = 3, **others: object) -> Wanted:
    answers: dict[str, object] = {
        "titles": {"fr": "Mes goûts : un essai", "en": "My tastes: a try"},
        "id": "mes-gouts",
        "author": "Anne O’Neill & fils",
        "scales": scales(count),
        **others,
    }
    return Wanted(kind=kind, languages=languages, **answers)  # type: ignore[arg-type]  # by name, above


def checked(folder: Path, of: Wanted, interface: str = "fr") -> CheckReport:
    path = folder / "made.yaml"
    path.write_text(made(of, interface), "utf-8")
    report = check(path, host())
    tr = Translator("en")
    assert [f"{mistake.place}: {tr(mistake.what)}" for mistake in report.mistakes] == []
    return report


def test_every_kind_that_comes_with_the_program_has_a_start() -> None:
    assert set(STARTS) == set(host().kinds)


@pytest.mark.parametrize("languages", SPOKEN)
@pytest.mark.parametrize("kind", STARTS)
def test_every_kind_in_every_choice_of_languages(
    tmp_path: Path, kind: str, languages: tuple[str, ...]
) -> None:
    for interface in LANGUAGES:
        report = checked(tmp_path, wanted(kind, languages), interface)
    assert report.instrument is not None
    assert report.instrument.languages == languages
    assert report.instrument.title == Text(
        {one: {"fr": "Mes goûts : un essai", "en": "My tastes: a try"}[one] for one in languages}
    )


TYPED_WELL: dict[str, Any] = {
    "titles": {"fr": "Mes goûts", "en": "My tastes"},
    "scales": tuple(
        NewScale(f"S{n}", {"fr": french, "en": english})
        for n, (french, english) in enumerate(
            [("Varier", "Variety"), ("Suivre un cadre", "Following a frame")]
        )
    ),
}


@pytest.mark.parametrize("kind", STARTS)
def test_check_says_only_what_is_to_be_replaced(tmp_path: Path, kind: str) -> None:
    for languages in SPOKEN:
        report = checked(tmp_path, wanted(kind, languages, items=10, **TYPED_WELL))
        assert report.reading is not None
        (remark,) = report.remarks
        assert (remark.code, remark.severity) == ("placeholder", "warning")
        marked = [
            number
            for number, line in enumerate(report.path.read_text("utf-8").splitlines(), 1)
            if re.match(r" *(fr|en): \"?(à remplacer|to be replaced)", line, re.IGNORECASE)
        ]
        assert remark.place.line == marked[0]
        assert remark.what.params["n"] == len(marked) == len(list(unwritten_paths(report.reading.tree)))


@pytest.mark.long
@pytest.mark.parametrize("kind", STARTS)
def test_the_key_of_a_fresh_file_holds(tmp_path: Path, kind: str) -> None:
    report = with_key_tried(host(), checked(tmp_path, wanted(kind, ("fr",), **TYPED_WELL)))
    assert [remark.code for remark in report.remarks] == ["placeholder"]
    assert report.key in ("none", "found")


def test_a_sentence_of_the_author_is_no_placeholder() -> None:
    assert is_unwritten("À compléter")
    assert is_unwritten("to be completed.")
    assert is_unwritten("À remplacer\u00a0: pour qui")
    assert not is_unwritten("À compléter avec votre conseiller\u00a0: une fois par mois")
    assert not is_unwritten("Pièces à remplacer\u00a0: lesquelles\u00a0?")


@pytest.mark.parametrize("points", range(3, 8))
def test_a_rating_has_a_middle_where_its_answers_are_odd_in_number(tmp_path: Path, points: int) -> None:
    instrument = checked(tmp_path, wanted("rating", ("fr", "en"), 2, points=points)).instrument
    assert instrument is not None
    labels = [response["label"]["standard"] for response in instrument.settings["responses"]]
    assert len(labels) == points
    assert len({label["fr"] for label in labels}) == len({label["en"] for label in labels}) == points
    middle = {"fr": "Entre les deux", "en": "In between"}
    assert (middle in labels) is (points % 2 == 1)
    if points % 2:
        assert labels[points // 2] == middle


@pytest.mark.parametrize(
    ("kind", "count"), [(k, n) for k in ("rating", "pairs", "ranks") for n in range(1, 9)]
)
def test_every_number_of_scales(tmp_path: Path, kind: str, count: int) -> None:
    if count < STARTS[kind].least:
        return
    instrument = checked(tmp_path, wanted(kind, ("fr",), count, items=2)).instrument
    assert instrument is not None
    assert [scale.id for scale in instrument.scales] == [f"S{n}" for n in range(1, count + 1)]
    texts = [item.text.standard["fr"] for item in instrument.items]
    assert len(set(texts)) == len(texts) == count * 2
    assert not {item.text.plain["fr"] for item in instrument.items} & set(texts)


def named(words: str) -> str:
    try:
        return tidy_name(words)
    except InputError:
        return ""


NAME = st.text(min_size=1, max_size=30).map(named).filter(bool)


@st.composite
def answers(draw: st.DrawFn) -> Wanted:
    kind, languages = draw(st.sampled_from(sorted(STARTS))), draw(st.sampled_from(SPOKEN))
    names = draw(
        st.lists(
            st.fixed_dictionaries(dict.fromkeys(languages, NAME)),
            min_size=max(1, STARTS[kind].least),
            max_size=8,
        )
    )
    for language in languages:
        assume(len({name[language].casefold() for name in names}) == len(names))
    return Wanted(
        kind=kind,
        languages=languages,
        titles=draw(st.fixed_dictionaries(dict.fromkeys(languages, NAME))),
        id=checked_id(id_for(draw(st.text(max_size=80)))),
        author=draw(NAME),
        licence=draw(st.sampled_from(LICENCES)),
        scales=with_ids(names),
        items=draw(st.integers(2, 4)),
        points=draw(st.integers(3, 7)),
    )


def with_ids(names: Sequence[dict[str, str]]) -> tuple[NewScale, ...]:
    """The scales with the ids that are proposed for them."""
    found: list[NewScale] = []
    for name in names:
        taken = [scale.id for scale in found]
        proposed = scale_id_for(next(iter(name.values())), taken)
        found.append(NewScale(checked_scale_id(proposed, taken), name))
    return tuple(found)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(of=answers(), interface=st.sampled_from(LANGUAGES))
def test_whatever_is_answered_the_file_passes(tmp_path: Path, of: Wanted, interface: str) -> None:
    instrument = checked(tmp_path, of, interface).instrument
    assert instrument is not None
    assert (instrument.title.standard, instrument.author) == (of.titles, of.author)
    if STARTS[of.kind].slots:
        assert [scale.name.standard for scale in instrument.scales] == [s.names for s in of.scales]


@pytest.mark.parametrize("kind", STARTS)
def test_the_notes_speak_the_language_of_the_interface(kind: str) -> None:
    french, english = (made(wanted(kind, ("fr", "en")), interface) for interface in LANGUAGES)
    for words in (french, english):
        assert words.startswith(SCHEMA_LINE)
        assert not re.search(r"#(fr|en) |^ *%", words, re.MULTILINE)
    assert "# La version" in french
    assert "# The version" in english
    assert "# The version" not in french
    assert "# La version" not in english

    def texts(words: str) -> list[str]:
        return [line for line in words.splitlines() if re.match(r" *(- )?(fr|en): ", line)]

    assert texts(french) == texts(english)


def test_what_nobody_sees_is_taken_out_of_what_was_typed() -> None:
    assert (
        tidy("  Mes\u200b go\u0302ts\x1b[31m\u202e :\n\tun  essai\ufeff ") == "Mes gôts [31m : un essai"
    )
    assert tidy("Qui\u00a0?") == "Qui\u00a0?"
    with pytest.raises(InputError):
        tidy_name("\u200b \x00")
    with pytest.raises(InputError):
        tidy_name("x" * 121)


@pytest.mark.parametrize(
    ("title", "proposed"),
    [
        ("Mes intérêts", "mes-interets"),
        ("L’œuvre : ce qui compte", "l-oeuvre-ce-qui-compte"),
        ("10 métiers", "q-10-metiers"),
        ("日本", "questionnaire"),
        ("x" * 200, "x" * 64),
    ],
)
def test_the_id_that_is_proposed_for_a_title(title: str, proposed: str) -> None:
    assert id_for(title) == proposed


def test_the_ids_that_are_proposed_for_scales_are_short_and_differ() -> None:
    taken: list[str] = []
    for name in ("Faire", "Former", "Fabriquer", "Été", "Faire", "漢"):
        taken.append(scale_id_for(name, taken))
    assert taken == ["F", "FO", "FA", "E", "FAI", "S"]
