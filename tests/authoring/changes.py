"""Changes to the structure of an instrument: the file stays YAML, what it says is another matter."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import Any, TypeAlias

Spot: TypeAlias = tuple[Any, Any]
"""A list or mapping, and the number or name of one entry of it."""

DEEP = 52
MOST_SPOTS = 60_000
MOST_LETTERS = 3_000_000
"""Beyond what a file may hold, and no more: the program that writes the files has its bounds too."""

VALUES: tuple[Any, ...] = (
    "", "null", "-1", "0", "1", "99", "999999999", "0.5", "1e9", "true", "oui", "x", "fr", "own",
    "show", "*", "é", "a b", "«\u00a0oui\u00a0»", "{slot}", "{", "[b]", "R", "m1", "-", "x" * 5000,
    "\u2028", "\x1b[0m", [], {}, [[]], [{}], {"fr": "x"}, {"fr": "x", "en": "y"}, {"text": {"fr": "x"}},
    {"id": "x"}, ["a", ["b"]], {"any": []}, {"all": [{"not": {}}]}, {"at_least": "3"},
)  # fmt: skip


def changed(root: Any, random: Random) -> Any:
    """A copy of the plain data of a file with one to three changes."""
    root = deepcopy(root)
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        spots, depth = _measured(root)
        if not spots or len(spots) > MOST_SPOTS or depth > DEEP:
            break
        around, name = random.choice(spots)
        random.choice(CHANGES)(root, around, name, random)
    return root


def _spots(value: Any) -> list[Spot]:
    return _measured(value)[0]


def _measured(value: Any) -> tuple[list[Spot], int]:
    """Every entry of the data, and how many levels there are."""
    found: list[Spot] = []
    level, depth = [value], 0
    while level:
        inside = []
        for around in level:
            names = list(around) if isinstance(around, dict) else range(len(around))
            found += [(around, name) for name in names]
            inside += [around[name] for name in names if isinstance(around[name], dict | list)]
        level, depth = inside, depth + 1
    return found, depth


def _remove(root: Any, around: Any, name: Any, random: Random) -> None:
    del around[name]


def _repeat(root: Any, around: Any, name: Any, random: Random) -> None:
    if isinstance(around, list):
        around.insert(name, deepcopy(around[name]))
    else:
        around[f"{name}2"] = deepcopy(around[name])


def _rename(root: Any, around: Any, name: Any, random: Random) -> None:
    if isinstance(around, dict):
        letters = list(str(name))
        letters[random.randrange(len(letters) or 1) : 1] = random.choice("aeiou_ -é1")
        around["".join(letters)] = around.pop(name)


def _swap_names(root: Any, around: Any, name: Any, random: Random) -> None:
    other = random.choice(list(around) if isinstance(around, dict) else range(len(around)))
    around[name], around[other] = around[other], around[name]


def _replace(root: Any, around: Any, name: Any, random: Random) -> None:
    around[name] = deepcopy(random.choice(VALUES))


def _wrap(root: Any, around: Any, name: Any, random: Random) -> None:
    for _ in range(random.choice((1, 1, 2, DEEP))):
        around[name] = random.choice(([around[name]], {"x": around[name]}))


def _unwrap(root: Any, around: Any, name: Any, random: Random) -> None:
    inside = around[name]
    if isinstance(inside, dict | list) and inside:
        around[name] = random.choice(list(inside.values()) if isinstance(inside, dict) else inside)


def _move(root: Any, around: Any, name: Any, random: Random) -> None:
    value = around.pop(name)
    _take_in(random.choice(_spots(root) or [(root, "x")])[0], value, name)


def _copy_from_elsewhere(root: Any, around: Any, name: Any, random: Random) -> None:
    there, other = random.choice(_spots(root))
    around[name] = deepcopy(there[other])


def _take_in(around: Any, value: Any, name: Any) -> None:
    if isinstance(around, list):
        around.append(value)
    else:
        around[str(name)] = value


def _same_id(root: Any, around: Any, name: Any, random: Random) -> None:
    ids = [spot for spot in _spots(root) if spot[1] == "id"]
    (one, _), (other, _) = random.choice(ids or [(root, "")]), random.choice(ids or [(root, "")])
    one["id"] = other.get("id", "x")


def _many(root: Any, around: Any, name: Any, random: Random) -> None:
    times = min(random.choice((12, 40, 1200)), MOST_LETTERS // (1 + len(str(around[name]))))
    if isinstance(around, list):
        around.extend(deepcopy(around[name]) for _ in range(times))
    else:
        around.update((f"{name}{n}", deepcopy(around[name])) for n in range(times))


def _reverse(root: Any, around: Any, name: Any, random: Random) -> None:
    if isinstance(around[name], list):
        around[name].reverse()
    elif isinstance(around[name], str) and around[name].lstrip("-").isdigit():
        around[name] = str(random.choice((-1, 0, 7, 100)) * int(around[name][:9].rstrip("-") or 0))


Change: TypeAlias = Callable[[Any, Any, Any, Random], None]
CHANGES: tuple[Change, ...] = (
    _remove, _repeat, _rename, _swap_names, _replace, _replace, _wrap, _unwrap, _move,
    _copy_from_elsewhere, _same_id, _many, _reverse,
)  # fmt: skip
