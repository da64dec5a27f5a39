"""A file as it was read, before anyone knows what it means: plain values, and where each stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from progpro_tui.core.errors import Mistake, Place
from progpro_tui.core.text import Message

Path: TypeAlias = tuple[str | int, ...]
"""The way to a value from the top of the file: entries by name, list items by number."""

Spot: TypeAlias = tuple[int, int]
"""Line and column, both from 1. There are thousands in a file, and few become a :class:`Place`."""


@dataclass
class Tree:
    """A file as it was read: mappings, lists and strings, their places, and what was refused."""

    file: str
    root: Any = ""
    places: dict[Path, Spot] = field(default_factory=dict)
    keys: dict[Path, Spot] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

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

    def refuse(self, spot: Spot, what: Message) -> None:
        """Note a mistake."""
        self.mistakes.append(Mistake(Place(self.file, *spot), what))
