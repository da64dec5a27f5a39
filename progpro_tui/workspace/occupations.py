"""Occupations that plugins bring, sought by words or by a scale."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from progpro_tui.core.plugin_parts import Occupation
from progpro_tui.i18n.translator import Translator
from progpro_tui.workspace.dossiers import folded


def sought(
    occupations: Iterable[Occupation], words: Sequence[str], scale: str | None, tr: Translator
) -> list[Occupation]:
    """Those whose name has all the words, accents and case aside; by name, or by what a scale has of
    them: most first, and none that it does not belong to.
    """
    wanted = [folded(word) for word in words]
    found = [each for each in occupations if all(word in folded(tr(each.name)) for word in wanted)]
    found.sort(key=lambda each: folded(tr(each.name)))
    if scale is None:
        return found
    belonging = [each for each in found if each.scales.get(scale)]
    return sorted(belonging, key=lambda each: -each.scales[scale])
