"""Whether the levels of a scale hold every score that the scale can give, and each only once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any, TypeAlias

from progpro_tui.authoring.found import decimal
from progpro_tui.authoring.tree import Path, Tree
from progpro_tui.authoring.values import DECIMAL, WHOLE
from progpro_tui.core.errors import Mistake
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.scoring import bonus_share
from progpro_tui.core.text import N_, message

Entry: TypeAlias = tuple[Path, Mapping[str, Any]]

Bounds: TypeAlias = tuple[Fraction, Fraction] | None
"""The least and the greatest score of a scale, where they are known."""


def responses_of(tree: Tree) -> list[int] | None:
    """The values of the rating scale; none where the file has no such scale, or not a readable one."""
    responses = tree.at(("settings", "responses"))
    if not isinstance(responses, list):
        return None
    values = [entry.get("value") if isinstance(entry, dict) else None for entry in responses]
    if not all(isinstance(value, str) and WHOLE.fullmatch(value) for value in values):
        return None
    return [int(str(value)) for value in values]


def check_levels(tree: Tree, items: list[Entry], scales: list[Entry]) -> Iterator[Mistake]:
    """Gaps, overlaps and levels outside the range of their scale."""
    responses = responses_of(tree)
    for path, scale in scales:
        levels = _levels(scale)
        if not levels:
            continue
        where: Path = (*path, "levels")
        yield from _each_in_order(tree, where, levels)
        if responses and responses == sorted(set(responses)):
            yield from _whole_range(tree, where, levels, _range(tree, scale, items, responses))


def _levels(scale: Mapping[str, Any]) -> list[tuple[Fraction, Fraction]]:
    """From and to of every level; nothing where one of them is no number."""
    levels = scale.get("levels")
    ranges: list[tuple[Fraction, Fraction]] = []
    for level in levels if isinstance(levels, list) else []:
        ends = [level.get(name) if isinstance(level, dict) else None for name in ("from", "to")]
        if not all(isinstance(end, str) and DECIMAL.fullmatch(end) for end in ends):
            return []
        ranges.append((Fraction(str(ends[0])), Fraction(str(ends[1]))))
    return ranges


def _each_in_order(
    tree: Tree, path: Path, levels: list[tuple[Fraction, Fraction]]
) -> Iterator[Mistake]:
    for number, (start, end) in enumerate(levels):
        if end <= start:
            what = message(
                N_("This level ends at {end} and begins at {start}: it must end above its beginning."),
                end=decimal(end),
                start=decimal(start),
            )
            yield Mistake(tree.place((*path, number, "to")), what)
    for number, ((_, end), (start, _)) in enumerate(pairwise(levels), start=1):
        if start == end:
            continue
        sentence = (
            N_("Nothing holds the scores from {end} to {start}: begin this level at {end}.")
            if start > end
            else N_(
                "This level begins at {start}, but the one before ends at {end}: begin it at {end}."
            )
        )
        what = message(sentence, start=decimal(start), end=decimal(end))
        yield Mistake(tree.place((*path, number, "from")), what)


def _range(tree: Tree, scale: Mapping[str, Any], items: list[Entry], responses: list[int]) -> Bounds:
    """The least and the greatest score that the scale can give."""
    weights = [weight for _, item in items if (weight := _weight(item, str(scale.get("id"))))]
    factor = sum(map(abs, weights)) if scale.get("score") == "sum" else 1
    if not factor or len(responses) < 2:
        return None
    bonus = _bonus(tree, scale, weights, len(items), max(responses) - min(responses))
    if bonus is None:
        return None
    return Fraction(factor * min(responses)), factor * (max(responses) + bonus)


def _bonus(
    tree: Tree, scale: Mapping[str, Any], weights: list[int], items: int, span: int
) -> Fraction | None:
    """What choosing the truest can add to the mean of a scale whose items have these weights.

    None where that cannot be said: what is wrong there is told by itself.
    """
    if tree.at(("settings", "truest")) is None:
        return Fraction(0)
    bonus, most = (tree.at(("settings", "truest", name)) for name in ("bonus", "most"))
    share = scale.get("minimum_share")
    if not all(isinstance(n, str) and WHOLE.fullmatch(n) for n in (bonus, most)):
        return None
    if not isinstance(share, str) or not DECIMAL.fullmatch(share):
        return None
    if not (1 <= int(str(bonus)) <= span and 1 <= int(str(most)) <= items):
        return None
    return int(str(bonus)) * bonus_share(weights, Fraction(share), int(str(most)))


def check_bounds(tree: Tree, instrument: Instrument, bounds: Sequence[Bounds]) -> Iterator[Mistake]:
    """Levels that do not span what the exercise says a scale can give, scale after scale."""
    for number, (scale, limits) in enumerate(zip(instrument.scales, bounds, strict=True)):
        levels = [(level.start, level.end) for level in scale.levels]
        if levels:
            yield from _whole_range(tree, ("scales", number, "levels"), levels, limits)


def _weight(item: Mapping[str, Any], scale: str) -> int:
    weights = item.get("scales")
    weight = weights.get(scale) if isinstance(weights, dict) else None
    return int(weight) if isinstance(weight, str) and WHOLE.fullmatch(weight) else 0


def _whole_range(
    tree: Tree,
    path: Path,
    levels: list[tuple[Fraction, Fraction]],
    bounds: Bounds,
) -> Iterator[Mistake]:
    if bounds is None:
        return
    least, most = bounds
    if levels[0][0] != least:
        what = message(
            N_("The first level begins at {found}, but the scores of this scale begin at {least}."),
            found=decimal(levels[0][0]),
            least=decimal(least),
        )
        yield Mistake(tree.place((*path, 0, "from")), what)
    if levels[-1][1] != most:
        what = message(
            N_("The last level ends at {found}, but the scores of this scale go up to {most}."),
            found=decimal(levels[-1][1]),
            most=decimal(most),
        )
        yield Mistake(tree.place((*path, len(levels) - 1, "to")), what)
