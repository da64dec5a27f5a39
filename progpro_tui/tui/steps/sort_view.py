"""One card, large, and the piles that it may go to growing beside it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from progpro_tui.core.answers import Given
from progpro_tui.core.card_steps import Sort
from progpro_tui.core.steps import Option, Step
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.keys import Act
from progpro_tui.tui.safe import assembled, safe, show
from progpro_tui.tui.steps.choose_view import asked
from progpro_tui.tui.steps.piles import Pile, Piles
from progpro_tui.tui.steps.plan import place_of
from progpro_tui.tui.steps.room import SLIM, room
from progpro_tui.tui.steps.step_view import StepView
from progpro_tui.tui.steps.ways import Ways

CARD, LARGE = Size(38, 11), Size(46, 19)
"""A card at 80×24, and where there is room."""

QUESTION = 2
"""Rows of the question above the card."""

NAMES, NAMES_LARGE = 1, 4
"""Rows of names under each pile."""

BETWEEN = 1
"""Columns between the card and the piles."""


class SortView(StepView):
    """A digit sorts the card; going back takes it from its pile again, as the steps before tell."""

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("screen.step('pick')", ("enter", "space"), N_("Choose"), shown=False),
    )
    BROAD = True

    def __init__(self) -> None:
        super().__init__()
        self.add_class("choices")

    def compose(self) -> ComposeResult:
        yield Static(id="question", markup=False)
        with Container(id="table"):
            yield Static(id="card", markup=False)
            yield Piles(id="piles")
        yield Ways()

    def fits(self, step: Step) -> bool:
        return isinstance(step, Sort)

    def show(self, step: Step, given: Given | None, tr: Translator, plain: bool) -> None:
        assert isinstance(step, Sort)
        again = self.is_on(step)
        self.step = step
        kept = given.answer if given else None
        show(self.query_one("#question", Static), asked(None, step.question, tr, plain))
        card, below = self._lay(step)
        show(self.query_one("#card", Static), face(step.card, tr, plain))
        piles = self.query_one(Piles)
        shown = [
            _pile(pile, step.placed.get(pile.id, ()), pile.id == kept, tr, plain) for pile in step.piles
        ]
        ids = [pile.id for pile in step.piles]
        stands = ids.index(kept) if isinstance(kept, str) and kept in ids else -1
        names = NAMES_LARGE if card == LARGE else NAMES
        piles.show(shown, piles.cursor if again else stands, below, names)
        self.query_one(Ways).show(step, kept, tr, plain)

    def _lay(self, step: Sort) -> tuple[Size, tuple[int, int]]:
        """The sizes of the card and of what the piles stand on; they change with the screen alone."""
        free = room(self, step)
        rows = max(1, free.height - QUESTION)
        if self.app.size.width < SLIM:
            card = Size(free.width, max(3, min(CARD.height, rows - len(step.piles))))
            piles = (free.width, len(step.piles))
        else:
            large = free.width >= self.WIDEST and rows > LARGE.height
            card = LARGE if large else Size(CARD.width, min(CARD.height, rows))
            piles = (free.width - card.width - BETWEEN, card.height + large)
        for selector, width, height in (
            ("#card", card.width, card.height),
            ("#piles", *piles),
        ):
            styles = self.query_one(selector).styles
            styles.width, styles.height = width, height
        return card, piles

    def take_focus(self, back: bool = False) -> None:
        self.query_one(Piles).focus()

    def key(self, name: str) -> bool:
        assert isinstance(self.step, Sort)
        place = place_of(name)
        if place is None or place >= len(self.step.piles):
            return False
        self._pick(place)
        return True

    def act_pick(self) -> None:
        cursor = self.query_one(Piles).cursor
        if cursor >= 0:
            self._pick(cursor)

    def on_piles_picked(self, event: Piles.Picked) -> None:
        event.stop()
        self._pick(event.place)

    def _pick(self, place: int) -> None:
        assert isinstance(self.step, Sort)
        self.answer(self.step.piles[place].id)


def face(card: Option, tr: Translator, plain: bool) -> Content:
    """What is on a card: its name, and one line on it."""
    name = safe(tr(card.name, plain=plain), "bold")
    if card.line is None:
        return name
    return assembled(name, "\n\n", safe(tr(card.line, plain=plain)))


def _pile(pile: Option, placed: tuple[Option, ...], chosen: bool, tr: Translator, plain: bool) -> Pile:
    newest = reversed(placed)
    names = tuple(tr(card.short or card.name, plain=plain) for card in newest)
    return Pile(tr(pile.name, plain=plain), len(placed), names, chosen)
