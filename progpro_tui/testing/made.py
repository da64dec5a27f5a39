"""What a plugin makes of profiles: its indices, and its sections of a report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from progpro_tui.authoring.shelf import bundled_folder
from progpro_tui.core.document import Block
from progpro_tui.core.index import Index
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.plugin_parts import ReportSection
from progpro_tui.core.profile import IndexResult, Profile
from progpro_tui.host.blame import in_words
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.storage.records import from_data, to_data
from progpro_tui.testing.files import instrument_from
from progpro_tui.testing.subject import Subject
from progpro_tui.testing.words import WRAP, flaws, is_words, words_in
from progpro_tui.workspace.profiles import make_profile, open_run

FEW = 2
"""So many who answer at random, besides those who are anything but."""

COMMON = "interests-short.yaml"
"""What an index or a section is tried with, where its plugin brings no instrument."""


def check_made(
    host: PluginHost,
    instruments: Sequence[Instrument],
    indices: Sequence[Index],
    sections: Sequence[ReportSection],
) -> None:
    """Every index and section, of the profiles of a few simulated people, some with many gaps."""
    if not indices and not sections:
        return
    for instrument in instruments or [instrument_from(bundled_folder() / COMMON, host)]:
        for profile in _profiles(host, instrument):
            results = tuple(_result(index, instrument, profile) for index in indices)
            whole = replace(profile, indices=(*profile.indices, *results))
            for section in () if profile.private else sections:  # what is private gets none
                _check_section(section, instrument, whole)


def _profiles(host: PluginHost, instrument: Instrument) -> Iterator[Profile]:
    run: Any = open_run(host, instrument, seed=0)
    subject = Subject(host.exercise(instrument.kind), run, FEW, seed=0)
    for who in subject.people():
        yield make_profile(host, instrument, subject.led(who).administration)


def _result(index: Index, instrument: Instrument, profile: Profile) -> IndexResult:
    """What an index says of a profile, once it is what the program can show and keep."""
    about = f"The index “{index.id}”"
    with _failing(about):
        result: object = index.compute(instrument, profile)
    if not isinstance(result, IndexResult):
        raise AssertionError(f"{about} returns a {type(result).__name__}: return an IndexResult.")
    if result.id != index.id:
        raise AssertionError(f"{about} returns a result of another id, “{result.id}”.")
    for name in ("label", "sentence", "headline_words", "question", "reason"):
        words = getattr(result, name)
        if not is_words(words) and (words is not None or name == "label"):
            raise AssertionError(f"{about}: its {name} is a {type(words).__name__}: {WRAP}.")
    _check_said(about, instrument, words_in(result))
    kept = replace(profile, indices=(result,))
    with _failing(f"{about}: its profile cannot be stored and read again, and"):
        back = from_data(json.loads(json.dumps(to_data(kept))), Profile)
    if back != kept:
        raise AssertionError(f"{about}: what it says changes when it is stored. Is “data” plain JSON?")
    return result


def _check_said(about: str, instrument: Instrument, said: Iterable[tuple[str, Any]]) -> None:
    for where, words in said:
        for flaw in flaws(words, instrument.languages, blank=True):
            raise AssertionError(f"{about}: its “{where}” {flaw}.")


def _check_section(section: ReportSection, instrument: Instrument, profile: Profile) -> None:
    for language in instrument.languages:
        about = f"The section “{section.id}” in “{language}”"
        with _failing(about):
            blocks = tuple(section.build(profile, instrument, language))
        for block in blocks:
            if not isinstance(block, Block):
                raise AssertionError(f"{about} holds a {type(block).__name__}, which is no block.")
            for where, words in words_in(block):
                found = f"“{where}” of a {type(block).__name__} is a {type(words).__name__}"
                raise AssertionError(f"{about}: {found}: a page wants a str in its one language.")


@contextmanager
def _failing(about: str) -> Iterator[None]:
    """Whatever a plugin raises meanwhile is a failure of what it makes."""
    try:
        yield
    except Exception as error:
        raise AssertionError(f"{about} fails: {in_words(error)}") from error
