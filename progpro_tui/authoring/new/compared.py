"""The first files of things compared: pairs, and lists to put in order."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import combinations
from typing import Any

from progpro_tui.authoring.new.scaled import item_id, items, scale_entry
from progpro_tui.authoring.new.wanted import Wanted
from progpro_tui.authoring.write_yaml import write_yaml

PAIRS_SHARE, RANKS_SHARE = Fraction(3, 4), Fraction(3, 5)

FIRST = {
    "fr": "la première échelle toujours choisie, sinon celle de gauche",
    "en": "the first scale always chosen, otherwise the one on the left",
}
IN_ORDER = {
    "fr": "toujours dans l’ordre des échelles",
    "en": "always in the order of the scales",
}
GAPS = {"fr": "tout est passé", "en": "everything skipped"}


def pair_slots(wanted: Wanted, interface: str) -> dict[str, str]:
    """What stands in the template’s places: each scale meets each other one in every round."""
    pairs = _pairs(wanted)
    chosen = {f"pair:{left}:{right}": _first_else_left(wanted, left, right) for left, right in pairs}
    won = {scale.id: list(chosen.values()) for scale in wanted.scales}
    asked = wanted.items * (len(wanted.scales) - 1)
    scores = {
        scale.id: _to_hundredths(
            Fraction(sum(item.rpartition("-")[0] == scale.id.lower() for item in won[scale.id]), asked)
        )
        for scale in wanted.scales
    }
    return {
        "pairs": write_yaml({"pairs": [list(pair) for pair in pairs]}),
        **_common(wanted, PAIRS_SHARE, _examples(wanted, FIRST[interface], chosen, scores, interface)),
    }


def _pairs(wanted: Wanted) -> list[tuple[str, str]]:
    """The pairs, left and right in turn, so that no scale stands on one side alone."""
    found = []
    for number in range(1, wanted.items + 1):
        for place, (one, other) in enumerate(combinations(wanted.scales, 2)):
            left, right = (one, other) if (place + number) % 2 else (other, one)
            found.append((item_id(left, number), item_id(right, number)))
    return found


def _first_else_left(wanted: Wanted, left: str, right: str) -> str:
    return right if right.rpartition("-")[0] == wanted.scales[0].id.lower() else left


def rank_slots(wanted: Wanted, interface: str) -> dict[str, str]:
    """What stands in the template’s places: each list holds each scale once, at another place."""
    count = len(wanted.scales)
    lists, chosen = [], {}
    for number in range(1, wanted.items + 1):
        turned = [wanted.scales[(place + number - 1) % count] for place in range(count)]
        lists.append({"id": f"l{number}", "items": [item_id(scale, number) for scale in turned]})
        # The last one is left over, and not asked for.
        for place, scale in enumerate(wanted.scales[:-1], 1):
            chosen[f"l{number}:{place}"] = item_id(scale, number)
    scores = {scale.id: Fraction(count - place) for place, scale in enumerate(wanted.scales)}
    return {
        "lists": write_yaml({"lists": lists}),
        **_common(
            wanted, RANKS_SHARE, _examples(wanted, IN_ORDER[interface], chosen, scores, interface)
        ),
    }


def _examples(
    wanted: Wanted,
    name: str,
    answers: Mapping[str, str],
    scores: Mapping[str, Fraction],
    interface: str,
) -> list[dict[str, Any]]:
    nothing = {scale.id: None for scale in wanted.scales}
    return [
        {"name": name, "answers": answers, "scores": scores},
        {"name": GAPS[interface], "answers": {"*": None}, "scores": nothing},
    ]


def _common(wanted: Wanted, share: Fraction, examples: list[dict[str, Any]]) -> dict[str, str]:
    scales = [scale_entry(wanted, scale, share) for scale in wanted.scales]
    return {
        "items": write_yaml({"items": items(wanted)}),
        "scales": write_yaml({"scales": scales}),
        "examples": write_yaml({"examples": examples}),
    }


def _to_hundredths(value: Fraction) -> Fraction:
    return Fraction(round(value * 100), 100)
