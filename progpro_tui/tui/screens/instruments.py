"""Choose a questionnaire: what it looks at, what it does not say, and who has the keyboard."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Button, Input, Static

from progpro_tui.authoring.shelf import Offer
from progpro_tui.core.dossier import Dossier
from progpro_tui.core.errors import ProgproError
from progpro_tui.core.text import N_, NN_
from progpro_tui.reports.guidance import FOR_WHOM, GIVEN, NOT_FOR
from progpro_tui.reports.limits import speaks_of_norms
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.keys import Act
from progpro_tui.tui.lines import wrapped
from progpro_tui.tui.safe import padded
from progpro_tui.tui.widgets.bar import Bar
from progpro_tui.tui.widgets.line_input import LineInput
from progpro_tui.tui.widgets.listing import Column, Listing
from progpro_tui.tui.widgets.verb import Verb
from progpro_tui.workspace.dossiers import folded
from progpro_tui.workspace.sittings import unfinished

LABEL, MOST = 14, 84
"""Columns of a label, columns at most of it and its words."""

LOW, TALL = (2, 1, 9), (3, 3, 17)
"""Rows of what it looks at, rows of its use, rows of all; on a low screen, on a tall one."""

TALL_FROM = 36


OWN_FILES = N_("Your own questionnaires go into the folder {folder}: copy their files there.")


class InstrumentsScreen(BaseScreen):
    """The instruments on offer, with a search that keeps the focus."""

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("begin", ("enter",), N_("Begin")),
        Act("hand_over", ("f5",), N_("Hand over")),
        Act("read_about", ("f8",), N_("About")),
        Act("back", ("escape",), N_("Dossier")),
        Act("move(-1)", ("up",), N_("Row above"), shown=False),
        Act("move(1)", ("down",), N_("Row below"), shown=False),
    )

    def __init__(self, dossier: Dossier) -> None:
        super().__init__()
        self._dossier = dossier
        self._offers: list[Offer] = []
        self._found: list[Offer] = []
        self._aside = 0

    def body(self) -> ComposeResult:
        yield LineInput(id="search")
        listing = Listing([Column(1), Column(0), Column(18, right=True), Column(8, right=True)])
        listing.always_lit, listing.can_focus = True, False
        yield listing
        yield Static(id="about", markup=False)
        with Horizontal(classes="verbs"):
            yield Verb(id="together")
            yield Verb(id="hand-over")
        yield Static(id="said", markup=False)

    def on_mount(self) -> None:
        shelf = self.home.workspace.shelf
        self._offers = shelf.offers()
        self._aside = len(shelf.set_aside())
        super().on_mount()

    def draw(self) -> None:
        count = self.tr(NN_("{n} questionnaire", "{n} questionnaires"), n=len(self._offers))
        if self._aside:
            aside = NN_("{n} set aside", "{n} set aside")
            count = f"{count}, {self.tr(aside, n=self._aside)}"
        person = self.home.name_shown(self._dossier.person)
        self.query_one(Bar).say(self.tr(N_("{person} › New questionnaire"), person=person), count)
        self.query_one("#search", Input).placeholder = self.tr(N_("Search…"))
        self.query_one("#together", Verb).say(self.tr(N_("Begin together")))
        self.query_one("#hand-over", Verb).say(self.tr(N_("Hand the keyboard over")))
        self._list()

    def _list(self) -> None:
        sought = folded(self.query_one("#search", Input).value).split()
        found = [o for o in self._offers if all(word in self._words_of(o) for word in sought)]
        named = {o.id for o in found if all(word in folded(self.tr(o.title)) for word in sought)}
        self._found = sorted(found, key=lambda o: (o.id not in named, folded(self.tr(o.title))))
        glyphs = {run.instrument: "●" if run.finished else "►" for run in self._dossier.runs}
        self.query_one(Listing).show(
            [
                (
                    glyphs.get(offer.id, ""),
                    self.tr(offer.title),
                    self.tr(offer.size),
                    self.tr(N_("{n} min"), n=offer.minutes) if offer.minutes else "",
                )
                for offer in self._found
            ]
        )
        self._about()

    def _words_of(self, offer: Offer) -> str:
        """What a search finds an instrument by: its name in any language, its id, what it looks at."""
        titles = " ".join(offer.title.standard.values())
        return folded(f"{offer.id} {titles} {self.tr(offer.measures)}")

    @property
    def _offer(self) -> Offer | None:
        cursor = self.query_one(Listing).cursor
        return self._found[cursor] if cursor < len(self._found) else None

    def _about(self) -> None:
        offer = self._offer
        if offer is None:
            nothing = N_("No questionnaire is on offer: F1 says what was set aside.")
            unmatched = N_("No questionnaire has this in its name.")
            said = self.tr(unmatched if self._offers else nothing)
            self.put("#about", f"{said}\n\n{self._own_files()}", lines=True)
            return
        self.put("#about", "\n".join(self._presented(offer)), lines=True)

    def _own_files(self) -> str:
        """Where a questionnaire of one's own is to be put, to stand in this list."""
        folder = str(self.home.workspace.own_questionnaires)
        return self.tr(OWN_FILES, folder=folder)

    def _presented(self, offer: Offer) -> list[str]:
        """What the author says of it, as far as the rows allow; F8 shows it whole."""
        looks, use, rows = TALL if self.app.size.height >= TALL_FROM else LOW
        self.query_one("#about").styles.height = rows + 1  # and the line above
        lines = [
            self.tr(
                N_("{title}: version {version}, {licence}, {languages}"),
                title=offer.title,
                version=offer.version,
                licence=offer.licence,
                languages=", ".join(offer.languages),
            ),
            *self._labelled(N_("Looks at"), self.tr(offer.measures), looks),
            *self._labelled(N_("Does not say"), self.tr(offer.does_not_measure), looks),
        ]
        if not speaks_of_norms(offer.does_not_measure):
            not_normed = N_("Not normed: it compares the person with nobody.")
            lines += self._labelled("", self.tr(not_normed), 1)
        used = ((FOR_WHOM, offer.for_whom), (NOT_FOR, offer.not_for))
        for label, text in (*used, (GIVEN, offer.counsellor_instructions)):
            lines += self._labelled(label, self.tr(text), use) if self.tr(text) else []
        return lines

    def _labelled(self, label: str, words: str, most: int) -> list[str]:
        """Words beside their label; further rows stand below the first."""
        width = min(MOST, self.size.width - 6) - LABEL
        rows = wrapped(words, width, most)
        labels = [self.tr(label) if label else ""] + [""] * (len(rows) - 1)
        return [f"{padded(each, LABEL)}{row}" for each, row in zip(labels, rows, strict=True)]

    # -- keys -----------------------------------------------------------------------------------

    def action_move(self, by: int) -> None:
        self.query_one(Listing).move(by)
        self._about()

    def action_back(self) -> None:
        search = self.query_one("#search", Input)
        if search.value:
            search.value = ""
        else:
            self.home.pop_screen()

    def action_read_about(self) -> None:
        from progpro_tui.tui.screens.about import AboutScreen

        offer = self._offer
        if offer is None:
            return
        try:
            instrument = self.home.workspace.shelf.instrument(offer.id)
        except ProgproError as error:
            self.put("#said", f"× {self.tr(error)}")
            return
        self.home.push_screen(AboutScreen(instrument))

    def on_input_changed(self) -> None:
        self._list()

    def on_input_submitted(self) -> None:
        self.action_begin()

    def on_listing_moved(self) -> None:
        self._about()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        if event.button.id == "hand-over":
            self.action_hand_over()
        else:
            self.action_begin()

    def action_begin(self) -> None:
        self._begin(handing=False)

    def action_hand_over(self) -> None:
        self._begin(handing=True)

    def _begin(self, handing: bool) -> None:
        from progpro_tui.tui.screens.hand_over import HandOverScreen

        offer = self._offer
        if offer is None:
            return
        workspace = self.home.workspace
        begun = unfinished(self._dossier, offer.id)
        try:
            if begun is not None:  # what is under way goes on: nobody answers the same twice
                sitting = workspace.runs.resume(self._dossier.id, begun.id)
            else:
                sitting = workspace.runs.begin(self._dossier, workspace.shelf.instrument(offer.id))
        except ProgproError as error:
            self.put("#said", f"× {self.tr(error)}")
            return
        self.home.pop_screen()
        self.home.show_run(sitting, resumed=begun is not None)
        if handing:
            self.home.push_screen(HandOverScreen(sitting))
