"""The app: which screen stands first, the language, the colours, and who has the keyboard."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import BindingType

from progpro_tui.core.clean import clean
from progpro_tui.core.errors import ProgproError
from progpro_tui.core.text import N_, Message
from progpro_tui.i18n.catalogue import LANGUAGES
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.discretion import DiscreetApp
from progpro_tui.tui.doors import EVERY, Doors
from progpro_tui.tui.ending import EndingApp
from progpro_tui.tui.keys import EVERYWHERE, bindings
from progpro_tui.tui.patches import keep_words_together, paste_words_alone, send_words_alone
from progpro_tui.tui.quick import QuickApp
from progpro_tui.tui.spot import Spot
from progpro_tui.tui.steps.displays import Displays
from progpro_tui.tui.themes import DEFAULT, THEMES, VARIABLES
from progpro_tui.workspace.settings import Settings
from progpro_tui.workspace.workspace import Workspace

if TYPE_CHECKING:
    from progpro_tui.core.dossier import RunRecord
    from progpro_tui.tui.screens.run import RunScreen
    from progpro_tui.workspace.runs import Sitting

STYLES = Path(__file__).parent / "styles"


class ProgproApp(DiscreetApp, EndingApp, QuickApp):
    """progpro on one practice.

    ``handed`` is true while the beneficiary has the keyboard: then nothing of the counsellor's can
    be reached, not by a key and not by a command.
    """

    CSS_PATH: ClassVar[list[str | Path]] = sorted(STYLES.glob("*.tcss"))  # type: ignore[assignment]  # a list is allowed
    BINDINGS: ClassVar[list[BindingType]] = list(bindings(EVERYWHERE))
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it
        (0, "-slim"),
        (72, "-narrow"),
        (100, "-table"),
        (120, "-wide"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - Textual declares it
        (0, "-short"),
        (24, "-ref"),
        (32, "-tall"),
    ]
    COUNSELLORS: ClassVar[frozenset[str]] = frozenset({"quit", "commands", "mask", "saved", "lock"})
    """Actions of the app that the beneficiary's mode does not have."""
    UNLOCKED: ClassVar[frozenset[str]] = frozenset({"mask", "saved", "lock"})
    """Actions that a locked practice does not have."""

    def __init__(
        self,
        workspace: Workspace,
        language: str,
        settings: Settings | None = None,
        spot: Spot | None = None,
    ) -> None:
        keep_words_together()
        send_words_alone()
        paste_words_alone()
        super().__init__()
        self.workspace = workspace
        self.settings = settings or Settings()
        self.translator = Translator(language)
        self.handed = False
        self.masked = False
        self.plain = False
        self.doors = Doors(self, spot or Spot())
        self.displays = Displays(lambda: self.workspace.host)
        self._mine = (language, False)
        """The counsellor's language and wording, while the beneficiary's are shown."""
        self.writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        """The one thread that writes answers."""
        for theme in THEMES:
            self.register_theme(theme)
        known = {theme.name for theme in THEMES}
        self.theme = self.settings.theme if self.settings.theme in known else DEFAULT
        self.dressed()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return VARIABLES

    # -- where one lands ------------------------------------------------------------------------

    def on_mount(self) -> None:
        self.title = "progpro"
        if not self.is_headless:
            self.listen_for_the_end()
        self.land()
        self.set_interval(EVERY, self.doors.look)

    def land(self) -> None:
        """Show the first screen."""
        self.doors.land()

    async def on_event(self, event: events.Event) -> None:
        self.doors.touched(event)
        await super().on_event(event)

    @property
    def failed(self) -> bool:
        """Whether the app was left by a mistake of ours."""
        return self._exception is not None

    def go_to(self, *screens: BaseScreen) -> None:
        """Leave everything that is open for these screens, the last one on top."""
        while len(self.screen_stack) > 1:
            self.pop_screen()
        for screen in screens:
            self.push_screen(screen)

    def leave_run(self, dossier_id: str) -> None:
        """From a run back to its dossier, home behind it."""
        self.plain = False
        from progpro_tui.tui.screens.dossier import DossierScreen
        from progpro_tui.tui.screens.home import HomeScreen

        self.go_to(HomeScreen(), DossierScreen(dossier_id))

    def show_profile(self, dossier_id: str, record: RunRecord) -> None:
        """Open the profile of a finished run. Raises :class:`ProgproError` where it has none."""
        from progpro_tui.tui.screens.profile import ProfileScreen

        result = self.workspace.result(dossier_id, record)
        self.push_screen(ProfileScreen(self.workspace.dossiers.get(dossier_id), record, *result))

    def show_run(self, sitting: Sitting, *, resumed: bool = False, handed: bool = False) -> None:
        """Open a run, in the beneficiary's mode where they have the keyboard."""
        from progpro_tui.tui.screens.run import RunScreen

        if handed and not self.handed and resumed and sitting.last is not None:
            # After a kill: as the beneficiary had it.
            self.translator = Translator(sitting.last.language)
            self.plain = sitting.last.plain
        self.handed = handed
        self.push_screen(RunScreen(sitting, resumed=resumed))

    def show_end(self, sitting: Sitting) -> None:
        """What follows the last question, in the place of the run."""
        from progpro_tui.tui.screens.done import DoneScreen

        self.switch_screen(DoneScreen(sitting))

    def hand_over(self, sitting: Sitting) -> None:
        """Give the keyboard to the beneficiary; language and wording are theirs from here on."""
        self.workspace.practice.hand_over(sitting.dossier_id, sitting.record.id)
        self._mine = (self.translator.language, self.plain)
        self.masked = False
        self.forget_copied()
        self.go_to()
        self.show_run(sitting, handed=True)

    def take_back(self, sitting: Sitting | None) -> None:
        """The code was right: the same step, now the counsellor's, in their own language."""
        from progpro_tui.tui.screens.home import HomeScreen

        self.handed = False
        self.forget_copied()
        language, self.plain = self._mine
        self.translator = Translator(language)
        self.go_to()
        if sitting is None:
            self.push_screen(HomeScreen())
        else:
            self.show_run(sitting)

    def stop_at(self, error: ProgproError, final: bool = True) -> None:
        """Work cannot go on here: say why, what is safe, and what to do."""
        from progpro_tui.tui.screens.trouble import TroubleScreen

        self.push_screen(TroubleScreen(error, final=final))

    @property
    def under_way(self) -> bool:
        return any(isinstance(screen, BaseScreen) and screen.under_way for screen in self.screen_stack)

    async def keep_unsaved(self) -> bool:
        screens = [screen for screen in self.screen_stack if isinstance(screen, BaseScreen)]
        kept = [await screen.keep_unsaved() for screen in screens]
        # And whatever was on its way to the disk before.
        await asyncio.get_running_loop().run_in_executor(self.writer, lambda: None)
        return all(kept)

    def _handle_exception(self, error: Exception) -> None:
        """A plugin's widget that fails takes nothing with it: the run goes on without the widget."""
        from progpro_tui.tui.screens.run import RunScreen

        screen = self.screen_stack[-1] if self._exception is None and self.screen_stack else None
        if isinstance(screen, RunScreen) and self._given_up(screen, error):
            return
        if not self.displays.of_broken(error):
            super()._handle_exception(error)

    @contextmanager
    def guarding(self, screen: RunScreen) -> Iterator[None]:
        """As above, where the app itself calls the widget and must not die of it."""
        try:
            yield
        except Exception as error:
            if not self._given_up(screen, error):
                raise

    def _given_up(self, screen: RunScreen, error: Exception) -> bool:
        said = self.displays.give_up(screen.sitting.step, screen.view, error)
        if said is not None:  # what raised is dead, and may be the screen itself
            self.call_later(self._replace, screen, said)
        return said is not None

    def _replace(self, broken: RunScreen, said: Message) -> None:
        """The run on a new screen, where the old one is broken and still shown."""
        if self.screen is broken:
            self.switch_screen(broken.afresh(said))

    # -- actions that every screen has ------------------------------------------------------------

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if self.handed and action in self.COUNSELLORS:
            return False
        if action in self.UNLOCKED and self.workspace.vault.locked:
            return False
        if action in {"help", "commands"} and self.screen.has_class("-too-small"):
            return False
        return super().check_action(action, parameters)

    def action_help_quit(self) -> None:
        """Ctrl C: it copies, and leaves nothing. Textual's own notice is English, and for nobody."""

    def action_other_language(self) -> None:
        here = LANGUAGES.index(self.translator.language)
        self.speak(LANGUAGES[(here + 1) % len(LANGUAGES)])

    def speak(self, language: str) -> None:
        """Change the language of everything on the screen; nothing typed is lost."""
        self.translator = Translator(language)
        if not self.handed:
            self.settings.language = language
            self.settings.keep()
        self.redraw()

    def wear(self, theme: str) -> None:
        """Change the colours, and keep the choice."""
        self.theme = theme
        self.settings.theme = theme
        self.settings.keep()

    def redraw(self) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, BaseScreen):
                screen.redraw()

    def action_help(self) -> None:
        from progpro_tui.tui.screens.help import HelpScreen

        if isinstance(self.screen, BaseScreen) and not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.screen))

    def action_commands(self) -> None:
        from progpro_tui.tui.screens.commands import CommandsScreen

        if isinstance(self.screen, BaseScreen) and not isinstance(self.screen, CommandsScreen):
            self.push_screen(CommandsScreen(self.screen))

    def action_mask(self) -> None:
        """Hide the names of people from whoever sits beside, or show them again."""
        self.masked = not self.masked
        self.redraw()

    async def action_lock(self) -> None:
        """Lock the practice now: the program starts anew, and knows no key."""
        if await self.may_leave():
            await self.doors.lock()

    def action_saved(self) -> None:
        self.notify(clean(self.translator(N_("Everything is saved already."))), markup=False)

    @property
    def practice_name(self) -> str:
        """The name of the practice."""
        return self.workspace.practice.name

    def name_shown(self, person: str) -> str:
        """A person's name, unless names are hidden."""
        return "•••" if self.masked else person
