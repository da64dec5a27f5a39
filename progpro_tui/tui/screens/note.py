"""A note of the counsellor: a field over the screen where it was called for, kept while it is typed."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static, TextArea

from progpro_tui.core.clean import clean
from progpro_tui.core.dossier import Dossier, Note
from progpro_tui.core.errors import ProgproError
from progpro_tui.core.text import N_
from progpro_tui.i18n.dates import day, short_date
from progpro_tui.tui.base import BaseDialog
from progpro_tui.tui.keys import BUTTONS, Act
from progpro_tui.tui.steps.drafts import Drafts
from progpro_tui.tui.steps.fields import Full, LongField
from progpro_tui.tui.steps.step_view import RUN_LEAST
from progpro_tui.tui.widgets.verb import Verb
from progpro_tui.workspace.notes import LONGEST, keep_note

REMINDER = N_("Nothing about health, beliefs, origins or a union: the person may read this note.")
"""What no free text is to hold (RGPD, article 9), and who may ask for it (article 15)."""


class NoteDialog(BaseDialog):
    """``note`` may be new, its words empty. Whichever way one leaves, nothing typed is lost, but by the
    button that says so.
    """

    LEAST = RUN_LEAST
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("save", ("ctrl+s",), N_("Save")),
        BUTTONS,
        Act("back", ("escape",), N_("Close")),
    )

    def __init__(self, dossier: Dossier, note: Note) -> None:
        super().__init__()
        self._dossier, self._note = dossier, note
        self._kept = note.words
        self._drafts = Drafts(self, lambda: self.call_next(self.keep_unsaved))

    def body(self) -> ComposeResult:
        with Vertical(id="dialog"):
            yield Static(id="title", markup=False)
            yield Static(id="where", markup=False)
            yield LongField(LONGEST)
            yield Static(id="hidden", markup=False)
            yield Static(id="reminder", markup=False)
            with Horizontal(classes="verbs"):
                yield Verb(id="save")
                yield Verb(id="discard")
            yield Static(id="said", markup=False)

    def on_mount(self) -> None:
        self._field.load(self._note.words)
        self._kept = self._found = self._field.words
        super().on_mount()
        frozen = self.home.workspace.vault.frozen
        if frozen is not None:
            self._field.read_only = True
            self.put("#said", f"! {self.tr(frozen)}", lines=True)

    def draw(self) -> None:
        person = self.home.name_shown(self._dossier.person)
        self.put("#title", self.tr(N_("Note: {person}"), person=person))
        self.put("#where", self._where())
        self._hide(self.home.masked)
        self.put("#hidden", self.tr(N_("This note is hidden. F4 shows it.")))
        self.put("#reminder", self.tr(REMINDER), lines=True)
        self.query_one("#save", Verb).say(self.tr(N_("Save this note")))
        left = N_("Leave it as it was") if self._note.words else N_("Keep nothing")
        self.query_one("#discard", Verb).say(self.tr(left))

    def _hide(self, hidden: bool) -> None:
        """Hidden, it cannot be typed in either."""
        field = self._field
        turned = self.query_one("#hidden").display is not hidden or self.focused is None
        field.display, field.disabled = not hidden, hidden
        self.query_one("#hidden").display = hidden
        if turned and not self.too_small:
            (self.query_one("#save") if hidden else field).focus()

    def _where(self) -> str:
        tr, today = self.home.translator, self.home.workspace.clock().date()
        when = short_date(tr, day(self._note.written), today)
        run = next((run for run in self._dossier.runs if run.id == self._note.run), None)
        return f"{when} · {tr(run.title)}" if run is not None else when

    @property
    def _field(self) -> LongField:
        return self.query_one(LongField)

    # -- typing ---------------------------------------------------------------------------------

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        event.stop()
        if self._field.words != self._kept:
            self._drafts.typed()

    def on_full(self, event: Full) -> None:
        event.stop()
        words = N_("No more fits here: {most} characters at most.")
        self.put("#said", f"! {self.tr(words, most=LONGEST)}")

    async def keep_unsaved(self) -> bool:
        return await self._keep(self._field.words)

    async def _keep(self, words: str) -> bool:
        """Make the words durable; where that fails, say so and stay."""
        self._drafts.stop()
        if words == self._kept:
            return True
        keep = partial(keep_note, self.home.workspace, self._dossier.id, self._note, words)
        try:
            await asyncio.get_running_loop().run_in_executor(self.home.writer, keep)
        except ProgproError as error:
            self.put("#said", f"× {self.tr(error)}", lines=True)
            return False
        self._kept = words
        self.put("#said", f"● {self.tr(N_('Saved.'))}")
        return True

    # -- leaving --------------------------------------------------------------------------------

    async def action_save(self) -> None:
        if await self._keep(self._field.words):
            self._leave()

    async def action_back(self) -> None:
        await self.action_save()

    async def on_button_pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == "save":
            await self.action_save()
            return
        # A draft may stand there; where it cannot be undone, one still gets out.
        if not await self._keep(self._found):
            words = N_("The note is still there as it was saved last.")
            self.home.notify(clean(self.tr(words)), markup=False)
        self._leave()

    def _leave(self) -> None:
        if self.is_active:  # locked meanwhile, it is gone already
            self.home.pop_screen()
