"""A file as it was read, before anyone knows what it means: plain values, and where each stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from progpro_tui.core.errors import Mistake, Place
from progpro_tui.core.text import Message

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value from the top of the file: entries by name, list items by number."""

Spot: TypeAlias = tuple[int, int]
"""Line and column, both from 1. There are thousands in a file, and few become a :class:`Place`."""

ASIDE = -1
"""Stands in the path of what was read and dropped, such as the second of two equal entries."""

MOST_MISTAKES = 200
"""Nobody mends more at a time, and a hostile file could hold a million."""


@dataclass
class Tree:
    """A file as it was read: mappings, lists and strings, their places, and what was refused."""

    file: str
    root: Any = ""
    places: dict[Path, Spot] = field(default_factory=dict)
    keys: dict[Path, Spot] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    refused: set[Path] = field(default_factory=set)

    @property
    def set_aside(self) -> bool:
        """Whether something was read and dropped: what refers to it leads nowhere."""
        return any(ASIDE in path for path in self.places)

    def at(self, path: Path) -> Any:
        """The value that a path leads to; none where it leads nowhere."""
        found = self.root
        for part in path:
            if isinstance(found, dict) and part in found:
                found = found[str(part)]
            elif isinstance(found, list) and isinstance(part, int) and part < len(found):
                found = found[part]
            else:
                return None
        return found

    def place(self, path: Path) -> Place:
        """Where a value stands, or the nearest thing around it that stands somewhere."""
        while path not in self.places and path:
            path = path[:-1]
        return Place(self.file, *self.places.get(path, (1, 1)))

    def key_place(self, path: Path) -> Place:
        """Where the name of an entry stands."""
        return Place(self.file, *self.keys[path]) if path in self.keys else self.place(path)

    def rename(self, names: Mapping[Path, str]) -> None:
        """Give entries another name. What they hold stays where it stands."""
        for path, name in names.items():
            around = self.at(path[:-1])
            around[name] = around.pop(path[-1])
        self.places = {_renamed(path, names): spot for path, spot in self.places.items()}
        self.keys = {_renamed(path, names): spot for path, spot in self.keys.items()}

    def paths(self) -> dict[Spot, Path]:
        """What stands at each place: where several things begin, the innermost."""
        return {spot: path for found in (self.places, self.keys) for path, spot in found.items()}

    def refuse(self, spot: Spot, what: Message, path: Path | None = None) -> None:
        """Note a mistake; at a path, nothing else is to be said of what stands there."""
        if path is not None:
            self.refused.add(path)
        self.mistakes.append(Mistake(Place(self.file, *spot), what))


def _renamed(path: Path, names: Mapping[Path, str]) -> Path:
    for end in range(1, len(path) + 1):
        if path[:end] in names:
            return (*path[: end - 1], names[path[:end]], *path[end:])
    return path
