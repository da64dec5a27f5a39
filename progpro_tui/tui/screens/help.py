"""Help: the keys of the screen one came from; for the counsellor, what was set aside and why."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from progpro_tui.core.text import N_
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.keys import COMMANDS, LANGUAGE, LOCK, MASK, QUIT, Act
from progpro_tui.tui.safe import padded


class HelpScreen(BaseScreen):
    """One row a key."""

    OPAQUE = True
    LEAST = (60, 20)
    MAY_COPY = True
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("back", ("escape", "enter"), N_("Close")),
        Act("scroll(-1)", ("up",), N_("Up"), shown=False),
        Act("scroll(1)", ("down",), N_("Down"), shown=False),
    )

    def __init__(self, of: BaseScreen) -> None:
        super().__init__()
        self._of = of

    def body(self) -> ComposeResult:
        with VerticalScroll(can_focus=False):
            yield Static(id="keys", classes="block", markup=False)

    def draw(self) -> None:
        handed = self.home.handed
        acts = [*self._of.acts(), *(() if handed else (MASK, LOCK, COMMANDS, QUIT))]
        rows: dict[str, str] = {}
        for act in acts:
            if act.name != "help" and self._of.allows(act):
                rows.setdefault(self.tr(act.key), self._of.act_words(act))
        rows[self.tr(LANGUAGE.key)] = self.tr(LANGUAGE.words)
        lines = [self.tr(N_("Keys of this screen")), ""]
        lines += [f"{padded(key, 18)}{words}" for key, words in rows.items()]
        lines += ["", self.tr(N_("On a step: digits answer, or & é \" ' ( of a French keyboard."))]
        if self.home.may_copy:
            lines += [self.tr(N_("To copy: drag over the words, then Ctrl C."))]
        if not handed and not self.home.workspace.vault.locked:
            lines += self._messages()
        self.put("#keys", "\n".join(lines), lines=True)

    def _messages(self) -> list[str]:
        workspace = self.home.workspace
        _, broken = workspace.dossiers.all()
        messages = [self.tr(error) for error in broken]
        messages += [self.tr(words) for words in workspace.set_aside()]
        if not messages:
            return []
        return ["", self.tr(N_("Messages")), "", *(f"! {words}" for words in messages)]

    def action_back(self) -> None:
        self.home.pop_screen()

    def action_scroll(self, by: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=by, animate=False)
