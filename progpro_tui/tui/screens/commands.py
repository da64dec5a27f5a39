"""Every command by its name: those of the screen one came from, and those of the app."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from progpro_tui.core.text import N_
from progpro_tui.tui.base import BaseDialog, BaseScreen
from progpro_tui.tui.keys import HELP, LANGUAGE, LOCK, MASK, QUIT, Act
from progpro_tui.tui.themes import WORDS
from progpro_tui.tui.widgets.line_input import LineInput
from progpro_tui.tui.widgets.listing import Column, Listing
from progpro_tui.workspace.dossiers import folded

IDLE_MINUTES = (2, 5, 10, 15, 30)


class CommandsScreen(BaseDialog):
    """A search over the registry of actions."""

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("run_chosen", ("enter",), N_("Do it")),
        Act("back", ("escape",), N_("Close")),
        Act("move(-1)", ("up",), N_("Row above"), shown=False),
        Act("move(1)", ("down",), N_("Row below"), shown=False),
    )

    def __init__(self, of: BaseScreen) -> None:
        super().__init__()
        self._of = of
        self._found: list[tuple[str, str, Callable[[], object]]] = []

    def body(self) -> ComposeResult:
        with Vertical(id="dialog"):
            yield LineInput(id="search")
            listing = Listing([Column(0), Column(12)])
            listing.always_lit, listing.can_focus = True, False
            yield listing

    def draw(self) -> None:
        self.query_one("#search", Input).placeholder = self.tr(N_("Search for a command…"))
        self._list()

    def _list(self) -> None:
        sought = folded(self.query_one("#search", Input).value)
        self._found = [found for found in self._commands() if sought in folded(found[0])]
        self.query_one(Listing).show([(words, key) for words, key, _ in self._found])

    def _commands(self) -> list[tuple[str, str, Callable[[], object]]]:
        of, home = self._of, self.home
        acts = [*of.acts(), *(MASK, LOCK, LANGUAGE, HELP, QUIT)]
        commands: list[tuple[str, str, Callable[[], object]]] = [
            (of.act_words(act), self.tr(act.key), partial(of.run_action, act.action))
            for act in {act.action: act for act in acts}.values()
            if (act.shown or "(" not in act.action) and of.allows(act)
        ]
        commands += [(self.tr(words), "", command) for words, command in of.keyless()]
        for theme, words in WORDS.items():
            commands.append((self.tr(words), "", partial(home.wear, theme)))
        if not home.workspace.vault.locked:
            for minutes in IDLE_MINUTES:
                words = self.tr(N_("Lock after {n} minutes without a key"), n=minutes)
                mark = "(•)" if minutes == home.doors.idle_minutes else "( )"
                commands.append((words, mark, partial(home.doors.lock_after, minutes)))
        return commands

    def on_input_changed(self) -> None:
        self._list()

    def on_input_submitted(self) -> None:
        self.action_run_chosen()

    def on_listing_chosen(self) -> None:
        self.action_run_chosen()

    def action_move(self, by: int) -> None:
        self.query_one(Listing).move(by)

    def action_back(self) -> None:
        self.home.pop_screen()

    def action_run_chosen(self) -> None:
        if self._found:
            _, _, command = self._found[self.query_one(Listing).cursor]
            self.home.pop_screen()
            self.home.call_next(command)
