"""A Q-sort to arrange: the board, the card that is read whole, and what a move would do."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.geometry import Size
from textual.widgets import Static

from progpro_tui.core.answers import Given, Value
from progpro_tui.core.card_steps import Arrange
from progpro_tui.core.errors import AnswerRefused
from progpro_tui.core.steps import Step
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.keys import Act
from progpro_tui.tui.safe import safe, show
from progpro_tui.tui.steps.arrange_words import Deck, card_lines, card_rows, deck_of, move_words
from progpro_tui.tui.steps.arrangement import Arrangement
from progpro_tui.tui.steps.board import Board, Cards
from progpro_tui.tui.steps.broad import BroadView, room_of, say_keys, set_height
from progpro_tui.tui.steps.room import TALL
from progpro_tui.tui.steps.ways import Ways

AROUND = 6
"""Rows of the question (2), of what a move would do (2), of the ways not to answer (2)."""
AIR = 2
"""Empty rows more on a tall screen."""
FRAME = 2
"""Rows of the frame around the card; its columns are twice as many."""


class ArrangeView(BroadView):
    """Every exchange of two cards is kept as a draft; Ctrl S finishes."""

    WIDEST = 117
    WEARS = ("-full", "-board")
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("screen.step('lift')", ("enter", "space"), N_("Lift")),
        Act("screen.step('put')", ("enter", "space"), N_("Put down")),
        Act("screen.step('undo')", ("backspace",), N_("Undo")),
        Act("screen.step('finish')", ("ctrl+s",), N_("Finish")),
        Act("screen.step('put_back')", ("escape", "backspace"), N_("Put back")),
        Act("screen.back", ("backspace",), N_("Back")),
        Act("screen.forward", ("pagedown",), N_("Next"), shown=False),
    )

    def __init__(self) -> None:
        super().__init__()
        self._board = Board(self._moved, self._pressed)
        self._arrangement: Arrangement | None = None
        self._deck = Deck({}, {}, {})
        self._exchanged: tuple[int, int] | None = None
        self._kept: Value | None = None
        """The arrangement that is kept already, final or not."""
        self._rows = 0
        self._tr = Translator("en")

    def compose(self) -> ComposeResult:
        yield Static(id="question", markup=False)
        yield self._board
        yield Static(id="card", markup=False)
        yield Static(id="move", markup=False)
        yield Ways()

    # -- what every view does ---------------------------------------------------------------------

    def fits(self, step: Step) -> bool:
        return isinstance(step, Arrange)

    def show(self, step: Step, given: Given | None, tr: Translator, plain: bool) -> None:
        assert isinstance(step, Arrange)
        kept = given.answer if given else None
        if self._arrangement is None or not self.is_on(step):
            self._exchanged = None
            self._arrangement = _lying(step, kept)
        self.step, self._tr = step, tr
        self._kept = kept if isinstance(kept, tuple) else step.at_first
        self._deck = deck_of(step, tr, plain)
        room = room_of(self)
        self._rows = card_rows(self._deck, room.width - 2 * FRAME)
        air = AIR if self.app.size.height >= TALL else 0
        left = room.height - AROUND - self._rows - FRAME - air
        show(self.query_one("#question", Static), safe(tr(step.question, plain=plain)))
        ends = tr(step.ends[0], plain=plain), tr(step.ends[1], plain=plain)
        cards = Cards(self._deck.numbers, self._deck.short, ends)
        self._board.show(self._arrangement, cards, Size(room.width, left))
        set_height(self.query_one("#card"), self._rows + FRAME)
        self.query_one(Ways).show(step, kept if not isinstance(kept, tuple) else None, tr, plain)
        self._say()

    def take_focus(self, back: bool = False) -> None:
        self._board.focus()

    def draft(self) -> Value | None:
        """What could not be saved when it was done is tried again."""
        assert self._arrangement is not None
        cards = tuple(self._arrangement.cards)
        return None if cards == self._kept else cards

    def can(self, act: str) -> bool:
        if self._arrangement is None:
            return False
        held = self._arrangement.held is not None
        free = {"lift": True, "undo": self._arrangement.can_undo, "finish": True}
        return act in {"put", "put_back", "finish"} if held else free.get(act, False)

    # -- acts -------------------------------------------------------------------------------------

    def act_lift(self) -> None:
        assert self._arrangement is not None
        if self._arrangement.lift():
            self._exchanged = None
            self._changed(self._arrangement.cursor)

    def act_put(self) -> None:
        assert self._arrangement is not None
        held = self._arrangement.held
        if held is not None:
            if self._arrangement.put():
                self._exchange(self._arrangement.cursor, held)
            self._changed(held)

    def act_put_back(self) -> None:
        assert self._arrangement is not None
        before = self._arrangement.cursor
        self._arrangement.put_back()
        self._changed(before)

    def act_undo(self) -> None:
        assert self._arrangement is not None
        before = self._arrangement.cursor
        places = self._arrangement.undo()
        if places is not None:
            self._exchange(*places)
            self._changed(before, *places)

    def act_finish(self) -> None:
        assert self._arrangement is not None
        self._arrangement.put_back()
        self.answer(tuple(self._arrangement.cards))

    def _exchange(self, one: int, other: int) -> None:
        """Keep what was exchanged; the card that was moved lies in the first place now."""
        assert self._arrangement is not None
        self._exchanged = one, other
        self.keep(tuple(self._arrangement.cards))

    # -- drawing ----------------------------------------------------------------------------------

    def _moved(self) -> None:
        self._exchanged = None
        self._say()

    def _pressed(self) -> None:
        """A click lifts the card under it, or puts the one in hand down there."""
        assert self._arrangement is not None
        if self._arrangement.held is None:
            self.act_lift()
        else:
            self.act_put()

    def _changed(self, *places: int) -> None:
        self._board.repaint(*places)
        self._say()
        say_keys(self)

    def _say(self) -> None:
        """Say the card that is read whole, and what a move would do."""
        assert self._arrangement is not None
        board, words = self._arrangement, self._board.words
        width = room_of(self).width - 2 * FRAME
        lines = card_lines(self._deck, board, words, self._tr, width, self._rows)
        card = self.query_one("#card", Static)
        card.set_class(board.held is not None, "-held")
        show(card, safe("\n".join(lines), lines=True))
        said = move_words(self._deck, board, words, self._tr, self._exchanged)
        show(self.query_one("#move", Static), safe(said))


def _lying(step: Arrange, kept: object) -> Arrangement:
    """The cards as they were kept, else as they lie at first."""
    cards = step.at_first
    if isinstance(kept, tuple):
        try:
            step.check_draft(kept)
        except AnswerRefused:  # it was kept for another deck
            pass
        else:
            cards = kept
    return Arrangement(step.columns, cards)
