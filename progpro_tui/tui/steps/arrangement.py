"""A Q-sort in hand: which place holds which card, the cursor, the card lifted, what can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from progpro_tui.core.card_steps import EMPTY, Column


@dataclass(frozen=True)
class Spot:
    """Where a place is: the index of its column, and its row from the top."""

    column: int
    row: int


class Arrangement:
    """Cards place after place, column after column from the least; a place may be empty.

    ``cursor`` and ``held`` are indices of places; ``held`` is the place whose card is in hand, or
    none. Cards change places two by two only, so that every column keeps its count.
    """

    def __init__(self, columns: Sequence[Column], cards: Sequence[str]) -> None:
        """Raises ``ValueError`` where there are not as many cards as places."""
        self.columns = [column for column in columns if column.places > 0]
        self._starts = [0, *accumulate(column.places for column in self.columns)]
        self.cards = list(cards)
        if len(self.cards) != self._starts[-1]:
            raise ValueError(f"{len(self.cards)} cards for {self._starts[-1]} places")
        self.cursor = 0
        self.held: int | None = None
        self._row = 0
        """The row that the cursor keeps to, where the column is tall enough."""
        self._swaps: list[tuple[int, int]] = []

    # -- places -----------------------------------------------------------------------------------

    def spot(self, place: int) -> Spot:
        """Where a place is."""
        column = next(n for n, end in enumerate(self._starts[1:]) if place < end)
        return Spot(column, place - self._starts[column])

    def place(self, spot: Spot) -> int | None:
        """The index of a place, or none where the shape has no such place."""
        if 0 <= spot.column < len(self.columns) and 0 <= spot.row < self.columns[spot.column].places:
            return self._starts[spot.column] + spot.row
        return None

    def value(self, place: int) -> int:
        """What a card in this place counts."""
        return self.columns[self.spot(place).column].value

    @property
    def tallest(self) -> int:
        """Rows of the tallest column."""
        return max(column.places for column in self.columns)

    @property
    def shown(self) -> int:
        """The place whose card is to be read whole: the one in hand, else under the cursor."""
        return self.cursor if self.held is None else self.held

    # -- moving -----------------------------------------------------------------------------------

    def move(self, columns: int, rows: int) -> bool:
        """Move the cursor; false where it stays. In a shorter column it stands at its end."""
        here = self.spot(self.cursor)
        column = max(0, min(here.column + columns, len(self.columns) - 1))
        last = self.columns[column].places - 1
        if rows:
            self._row = max(0, min(here.row + rows, last))
        return self._to(column, min(self._row, last))

    def to_end(self, last: bool) -> bool:
        """Move the cursor to the most or least column; false where it stays."""
        return self.move(len(self.columns) if last else -len(self.columns), 0)

    def go_to(self, place: int) -> bool:
        """Move the cursor to a place; false where it stays."""
        spot = self.spot(place)
        self._row = spot.row
        return self._to(spot.column, spot.row)

    def _to(self, column: int, row: int) -> bool:
        before, self.cursor = self.cursor, self._starts[column] + row
        return self.cursor != before

    # -- cards ------------------------------------------------------------------------------------

    def lift(self) -> bool:
        """Take the card under the cursor in hand; false where there is none."""
        if self.held is not None or self.cards[self.cursor] == EMPTY:
            return False
        self.held = self.cursor
        return True

    def put(self) -> bool:
        """Put the card in hand down under the cursor; false where it lay there already.

        It changes places with the card that lies there.
        """
        if self.held is None:
            return False
        held, self.held = self.held, None
        if held == self.cursor:
            return False
        self._swap(held, self.cursor)
        self._swaps.append((held, self.cursor))
        return True

    def put_back(self) -> None:
        """Put the card in hand back where it was; the cursor goes there."""
        if self.held is not None:
            self.go_to(self.held)
            self.held = None

    @property
    def can_undo(self) -> bool:
        """Whether two cards were exchanged since this arrangement was shown first."""
        return bool(self._swaps)

    def undo(self) -> tuple[int, int] | None:
        """Exchange back what was exchanged last; its two places, or none where nothing was."""
        if not self._swaps:
            return None
        self.put_back()
        one, other = self._swaps.pop()
        self._swap(one, other)
        self.go_to(one)
        return one, other

    def _swap(self, one: int, other: int) -> None:
        self.cards[one], self.cards[other] = self.cards[other], self.cards[one]
