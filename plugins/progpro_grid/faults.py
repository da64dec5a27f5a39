"""What a grid cannot ask: columns that meet, cut-offs that nothing reaches, rows of no family."""

from __future__ import annotations

from collections.abc import Iterator

from progpro_grid.settings import CutOff, GridSettings, InWords
from progpro_tui.api import (
    N_,
    Fault,
    Run,
    faults_of_ids,
    faults_of_no_items,
    faults_of_number,
    faults_of_points,
    message,
)


def faults_of_columns(settings: GridSettings) -> Iterator[Fault]:
    """The columns, and what counts on them."""
    path = ("settings", "columns")
    # The words on a row are asked as « s07:words ».
    taken = ("words",) if settings.words else ()
    yield from faults_of_ids(path, settings.columns, least=1, taken=taken)
    for number, column in enumerate(settings.columns):
        yield from faults_of_points((*path, number, "responses"), column.responses)
    yield from faults_of_ids(("settings", "families"), settings.families)
    yield from _faults_of_cut_off(settings, "strong", settings.strong)
    yield from _faults_of_cut_off(settings, "wanted", settings.wanted)
    yield from _faults_of_cut_off(settings, "wanted_else", settings.wanted_else)
    yield from _faults_of_cut_off(settings, "words", settings.words)
    if settings.words and settings.words.most < 1:
        yield Fault(("settings", "words", "most"), message(N_("Write a number above 0.")))


def _faults_of_cut_off(
    settings: GridSettings, name: str, cut: CutOff | InWords | None
) -> Iterator[Fault]:
    """A column that is not there, or a value that no answer to it reaches."""
    if cut is None:
        return
    column = next((column for column in settings.columns if column.id == cut.column), None)
    if column is None:
        what = message(N_("No column has the id “{found}”."), found=cut.column)
        yield Fault(("settings", name, "column"), what)
    elif column.responses:
        points = [response.value for response in column.responses]
        yield from faults_of_number(("settings", name, "from"), cut.start, min(points), max(points))


def faults_of_rows(run: Run[GridSettings]) -> Iterator[Fault]:
    """No row, rows of no family, and levels that are not one a response."""
    settings = run.settings
    yield from faults_of_no_items(run.instrument)
    families = {family.id for family in settings.families}
    strong = next((c for c in settings.columns if c.id == settings.strong.column), None)
    expected = len(strong.responses) if strong else 0
    for place, item in enumerate(run.instrument.items):
        family = item.tags.get("family", "")
        if family not in families and (families or family):  # a file without families has one list
            what = message(N_("“{found}” is not a family of this file."), found=family)
            yield Fault(("items", place, "tags", "family"), what)
        if expected and item.levels and len(item.levels) != expected:
            what = message(
                N_("{n} levels are written out: {expected} are expected, one a response."),
                n=len(item.levels),
                expected=expected,
            )
            yield Fault(("items", place, "levels"), what)
