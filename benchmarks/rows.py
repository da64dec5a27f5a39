"""Rows, and the table that is printed of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

Unit: TypeAlias = Literal["time", "memory"]
Lines: TypeAlias = Sequence[str]

HEADS = ("", "ours", "reference", "ratio", "target", "")
WIDTHS = (46, 10, 10, 7, 14, 7)


@dataclass(frozen=True)
class Target:
    """At most so many times the reference, at most so many seconds or bytes, or both."""

    ratio: float | None = None
    most: float | None = None

    def words(self, unit: Unit) -> str:
        parts = [f"{self.ratio:g} x"] if self.ratio is not None else []
        parts += [figure(self.most, unit)] if self.most is not None else []
        return "<= " + ", ".join(parts)


@dataclass(frozen=True)
class Row:
    """One measured thing. Without a ``target`` it tells how something grows, or what lies beneath.

    ``flaw`` says what is wrong besides the figure. ``explain`` finds out where the time goes; it is
    called only when the row misses its target.
    """

    name: str
    ours: float
    reference: float | None = None
    target: Target | None = None
    unit: Unit = "time"
    flaw: str = ""
    explain: Callable[[], Lines] | None = None

    @property
    def ratio(self) -> float | None:
        return None if not self.reference else self.ours / self.reference

    @property
    def missed(self) -> bool:
        if self.flaw:
            return True
        if self.target is None:
            return False
        too_slow = self.target.most is not None and self.ours > self.target.most
        ratio, most = self.ratio, self.target.ratio
        return too_slow or (most is not None and ratio is not None and ratio > most)

    @property
    def verdict(self) -> str:
        if self.missed:
            return "MISSED"
        return "ok" if self.target else ""

    def cells(self) -> tuple[str, ...]:
        return (
            f"  {self.name}",
            figure(self.ours, self.unit),
            "-" if self.reference is None else figure(self.reference, self.unit),
            "-" if self.ratio is None else f"{self.ratio:.2f} x",
            self.target.words(self.unit) if self.target else "",
            self.verdict,
        )


@dataclass(frozen=True)
class Group:
    """Rows of one topic, and what a reader must know to read them."""

    title: str
    rows: Sequence[Row]
    notes: Sequence[str] = field(default=())


def figure(value: float, unit: Unit) -> str:
    """A duration or a size in the unit that suits it."""
    if unit == "memory":
        return f"{value / 1e6:.1f} MB"
    if value >= 1:
        return f"{value:.2f} s"
    return f"{value * 1e3:.0f} ms" if value >= 0.1 else f"{value * 1e3:.2f} ms"


def heads() -> str:
    return _line(HEADS)


def printed(group: Group) -> str:
    """The group as lines of the table."""
    lines = [group.title, *(_line(row.cells()) for row in group.rows)]
    lines += [f"    {row.name}: {row.flaw}" for row in group.rows if row.flaw]
    return "\n".join([*lines, *(f"    {note}" for note in group.notes)])


def _line(cells: Sequence[str]) -> str:
    first, *others = zip(cells, WIDTHS, strict=True)
    parts = [f"{first[0]:<{first[1]}}", *(f"{cell:>{width}}" for cell, width in others)]
    return " ".join(parts).rstrip()
