"""What stands in for mistakes, so that the right parts of a file are looked at in the same reading.

The exercise of a kind sees whole instruments only. Which words a file holds changes nothing of what
can be asked, and neither do its author or its examples: others are put in their place. Where a number,
an id or a list that must be there is wrong under ``settings:`` or in an item, nobody knows what was
meant, and nothing stands in for it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from copy import deepcopy
from typing import Any

from pydantic import BaseModel

from progpro_tui.authoring.model import InstrumentFile, ItemFile, ScaleFile
from progpro_tui.authoring.tree import Path

SOMETHING = "–"
FILE: Mapping[str, Any] = {
    "id": "x",
    "version": "0.0.0",
    "languages": ["fr"],
    "author": SOMETHING,
    "licence": SOMETHING,
}
SCALE: Mapping[str, Any] = {"score": "mean", "minimum_share": "1"}
WEIGHT = "1"
TRUTH = {"oui": "true", "yes": "true", "vrai": "true", "non": "false", "no": "false", "faux": "false"}


def stood_in(root: Any, wrong: Iterable[Path], languages: Collection[str]) -> Any:
    """The plain data of a file with something in place of all that is wrong in its words."""
    root = deepcopy(root)
    words = dict.fromkeys(languages or ("fr",), SOMETHING)
    for path in wrong:
        match path:
            case ():
                pass
            case ("settings", *_):
                value = SOMETHING if path[-1] in words else words
                _put(root, path, TRUTH.get(str(_at(root, path)).lower(), value))
            case ("items", int(), "scales", _):
                _put(root, path, WEIGHT)
            case ("items", int(), str() as name, *_):
                _put_or_drop(root, path[:3], ItemFile, name, words)
            case ("scales", int(), str() as name, *_):
                _put_or_drop(root, path[:3], ScaleFile, name, SCALE.get(name, words))
            case (str() as name, *_) if name not in ("items", "scales", "kind"):
                _put_or_drop(root, path[:1], InstrumentFile, name, FILE.get(name, words))
    return root


def left_out(root: Any, wrong: Iterable[Path]) -> Any:
    """The same data without what need not be there, under ``settings:``."""
    for path in wrong:
        if len(path) > 1 and path[0] == "settings":
            _put(root, path, None)
    return root


def _put_or_drop(root: Any, path: Path, model: type[BaseModel], name: str, value: Any) -> None:
    """What need not be there is best left out, and so is what nobody knows."""
    entry = next((e for n, e in model.model_fields.items() if name == (e.alias or n)), None)
    _put(root, path, value if entry is not None and entry.is_required() else None)


def _at(root: Any, path: Path) -> Any:
    """What a path leads to; nothing where something else stands in for what was there."""
    for part in path:
        try:
            root = root[part]
        except (KeyError, IndexError, TypeError):
            return None
    return root


def _put(root: Any, path: Path, value: Any) -> None:
    """Put a value into the data; nothing, to take it out."""
    around, last = _at(root, path[:-1]), path[-1]
    if isinstance(around, list) and isinstance(last, int):
        around[last] = value
    elif isinstance(around, dict):
        around[last] = value
        if value is None:
            del around[last]
