"""The plugins: what became of each and why, and the counsellor's decisions on them."""

from __future__ import annotations

from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Button, Static

from progpro_tui.core.errors import ProgproError
from progpro_tui.core.text import N_, NN_, Words, message
from progpro_tui.host.plugin import Plugin, State
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.keys import Act
from progpro_tui.tui.widgets.bar import Bar
from progpro_tui.tui.widgets.listing import Column, Listing
from progpro_tui.tui.widgets.verb import Verb
from progpro_tui.workspace.plugin_words import STATES, offer_words
from progpro_tui.workspace.plugins import may_be_approved

GLYPHS = {
    State.READY: "●",
    State.WAITING: "○",
    State.CHANGED: "○",
    State.DISABLED: "–",
    State.SAFE: "–",
    State.ASIDE: "×",
}


class PluginsScreen(BaseScreen):
    """One row a plugin; below, what it is, and what can be decided."""

    MAY_COPY = True
    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("decide", ("enter",), N_("Decide")),
        Act("back", ("escape",), N_("Dossiers")),
    )

    def __init__(self) -> None:
        super().__init__()
        self._plugins: tuple[Plugin, ...] = ()
        self._said: tuple[str, Words] | None = None
        self._busy = False

    def body(self) -> ComposeResult:
        yield Listing([Column(1), Column(0), Column(10), Column(40)])
        with VerticalScroll(id="about", can_focus=False):
            yield Static(id="words", markup=False)
        with Horizontal(classes="verbs"):
            yield Verb(id="decide")
        yield Static(id="said", markup=False)

    def on_mount(self) -> None:
        self._plugins = self.home.workspace.plugins.all()
        super().on_mount()
        self.query_one(Listing).focus()

    @property
    def _plugin(self) -> Plugin | None:
        cursor = self.query_one(Listing).cursor
        return self._plugins[cursor] if cursor < len(self._plugins) else None

    # -- words ----------------------------------------------------------------------------------

    def draw(self) -> None:
        count = self.tr(NN_("{n} plugin", "{n} plugins"), n=len(self._plugins))
        self.query_one(Bar).say(self.tr(N_("Plugins")), count)
        self.query_one(Listing).show(
            [
                (GLYPHS[each.state], each.name, each.version, self.tr(STATES[each.state]))
                for each in self._plugins
            ]
        )
        self._about()

    def _about(self) -> None:
        plugin = self._plugin
        if plugin is None:
            return
        source = plugin.candidate.source
        lines = [self.tr(N_("Comes from {source}."), source=source)]
        if plugin.reason is not None:
            lines.append(self.tr(N_("Set aside: {reason}."), reason=plugin.reason))
        lines += [self.tr(words) for words in offer_words(plugin)]
        if may_be_approved(plugin):
            lines.append(self.tr(RIGHTS))
        if plugin.sha256 and not plugin.candidate.ours:
            lines.append(self.tr(N_("Its files, in one number: {sha256}…"), sha256=plugin.sha256[:16]))
        self.put("#words", "\n".join(lines), lines=True)
        verb = self.query_one("#decide", Verb)
        verb.display = plugin.state is not State.SAFE
        verb.say(self.tr(_decision(plugin)))
        glyph, said = self._said or ("", "")
        self.put("#said", f"{glyph}{self.tr(said)}")

    def act_words(self, act: Act) -> str:
        if act.action == "decide" and self._plugin is not None:
            return self.tr(_decision(self._plugin))
        return super().act_words(act)

    # -- keys -----------------------------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action == "decide" and (self._plugin is None or self._plugin.state is State.SAFE):
            return False
        return super().check_action(action, parameters)

    def on_listing_moved(self) -> None:
        self._said = None
        self.redraw()

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        event.stop()
        self.action_decide()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        self.action_decide()

    def action_back(self) -> None:
        self.home.pop_screen()

    def action_decide(self) -> None:
        from progpro_tui.tui.screens.approve import ApproveDialog

        plugin = self._plugin
        if plugin is None or self._busy or plugin.state is State.SAFE:
            return
        if may_be_approved(plugin):
            self.home.push_screen(ApproveDialog(plugin, self.carry_out))
        else:
            self.carry_out(plugin)

    def carry_out(self, plugin: Plugin) -> None:
        """Do what was decided; a first load may take a while, and the screen says so."""
        self._busy = True
        self._said = ("", message(N_("One moment: the plugin is being tried…")))
        self.redraw()
        self._do(plugin)

    @work(thread=True, exit_on_error=False)
    def _do(self, plugin: Plugin) -> None:
        desk = self.home.workspace.plugins
        try:
            if may_be_approved(plugin):
                now = desk.approve(plugin)
            elif plugin.state is State.READY:
                now = desk.disable(plugin)
            else:
                now = desk.enable(plugin)
        except ProgproError as error:
            said: tuple[str, Words] = ("× ", error.message)
        else:
            words = message(N_("{name}: {state}"), name=now.name, state=message(STATES[now.state]))
            said = ("× " if now.state is State.ASIDE else "● ", words)
        self.home.call_from_thread(self._done, said)

    def _done(self, said: tuple[str, Words]) -> None:
        self._busy, self._said = False, said
        self._plugins = self.home.workspace.plugins.all()
        self.redraw()


RIGHTS = N_(
    "A plugin is a program: it can read and change whatever you can. Approve it only if you trust "
    "whoever wrote it."
)


def _decision(plugin: Plugin) -> str:
    """What Enter does with it."""
    if may_be_approved(plugin):
        return N_("Approve…")
    if plugin.state is State.READY:
        return N_("Disable")
    return N_("Enable") if plugin.state is State.DISABLED else N_("Try it again")
