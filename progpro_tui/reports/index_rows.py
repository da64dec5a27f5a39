"""Indices as rows: a label and a sentence, or why there is no value."""

from __future__ import annotations

from collections.abc import Iterable

from progpro_tui.core.profile import IndexResult
from progpro_tui.core.text import N_, message
from progpro_tui.reports.wording import Typesetter


def is_style(index: IndexResult) -> bool:
    """Whether an index tells how the person answered: no reading of the profile, only its frame."""
    return index.id.startswith("style.")


def index_rows(tr: Typesetter, indices: Iterable[IndexResult]) -> tuple[tuple[str, str], ...]:
    """Label and sentence of each index that has something to say."""
    rows = ((tr(index.label), _in_words(tr, index)) for index in indices)
    return tuple((label, said) for label, said in rows if said)


def _in_words(tr: Typesetter, index: IndexResult) -> str:
    if index.reason:
        return tr.sentence(message(N_("No value: {reason}"), reason=index.reason))
    return tr.sentence(index.sentence) if index.sentence else ""
