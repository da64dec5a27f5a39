"""A walk through every screen of the app, all of whose words are hostile."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import cycle
from pathlib import Path
from typing import Any

from textual.containers import VerticalScroll

from progpro_tui.authoring.simulate.by_rule import Random
from progpro_tui.authoring.simulate.respondents import Who
from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.dossier import Note
from progpro_tui.core.errors import AnswerRefused, InputError, Mistake, Place
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.steps import Step
from progpro_tui.core.text import N_, NO_LANGUAGE, message
from progpro_tui.core.write_step import Write
from progpro_tui.storage.records import from_data, to_data
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.preview.mistakes import MistakesDialog
from progpro_tui.tui.preview.questions import QuestionsScreen
from progpro_tui.tui.screens.about import AboutScreen
from progpro_tui.tui.screens.answers import AnswersScreen
from progpro_tui.tui.screens.backup import BackupDialog
from progpro_tui.tui.screens.code import CodeScreen
from progpro_tui.tui.screens.commands import CommandsScreen
from progpro_tui.tui.screens.done import DoneScreen
from progpro_tui.tui.screens.dossier import DossierScreen
from progpro_tui.tui.screens.erase import EraseDialog
from progpro_tui.tui.screens.export import ExportDialog
from progpro_tui.tui.screens.hand_over import HandOverScreen
from progpro_tui.tui.screens.help import HelpScreen
from progpro_tui.tui.screens.home import HomeScreen
from progpro_tui.tui.screens.instruments import InstrumentsScreen
from progpro_tui.tui.screens.new_dossier import NewDossierScreen
from progpro_tui.tui.screens.note import NoteDialog
from progpro_tui.tui.screens.pause import PauseScreen
from progpro_tui.tui.screens.person_files import PersonFilesDialog
from progpro_tui.tui.screens.plugins import PluginsScreen
from progpro_tui.tui.screens.profile import ProfileScreen
from progpro_tui.tui.screens.proof import ProofScreen
from progpro_tui.tui.screens.reader import ReaderScreen
from progpro_tui.tui.screens.setup import SetupScreen
from progpro_tui.tui.screens.stranded import StrandedScreen
from progpro_tui.tui.screens.trouble import TroubleScreen
from progpro_tui.tui.steps.fields import LineField, LongField
from progpro_tui.tui.widgets.line_input import LineInput
from progpro_tui.workspace.runs import Sitting
from progpro_tui.workspace.watching import Look
from progpro_tui.workspace.workspace import Workspace
from tests.hostile.sent import check, shows_hostile
from tests.hostile.words import MARKED
from tests.kinds import golden
from tests.tui.driver import Driver

LONGEST_WORD = 5_000
"""Letters of a text of an instrument: no file of ours is read that has longer ones."""
A_FEW = 9
"""Words that are pasted at once."""


@dataclass
class Walk:
    """One round: ``words`` take the place of every text from outside, in turn."""

    driver: Driver
    workspace: Workspace
    words: list[str]
    thorough: bool = True
    """Whether the help and the commands are opened over every screen, and every run ends."""

    def __post_init__(self) -> None:
        self._turn: Iterator[str] = cycle(self.words)
        self.seen: set[type[BaseScreen]] = set()
        self.showing: set[type[BaseScreen]] = set()
        """Those on which hostile words were to be seen."""

    def word(self) -> str:
        return next(self._turn)

    def pasted(self) -> list[str]:
        """The words, a few at a time: as many as a row has room for."""
        few = [self.words[at : at + A_FEW] for at in range(0, len(self.words), A_FEW)]
        return [" ".join(words) for words in few]

    def name(self) -> str:
        """A person's name, to be known on the screen whatever is hostile in it."""
        return f"{MARKED} {self.stored()}"[:200]

    def stored(self) -> str:
        """A word that a store may hold: what is half a letter cannot be written as UTF-8."""
        return self.word().encode("utf-8", "replace").decode()[:LONGEST_WORD]

    async def look(self, screen: BaseScreen) -> None:
        """Show a screen over the others, and take it away again."""
        first = type(screen) not in self.seen
        self.driver.app.push_screen(screen)
        await self.driver.settle()
        self.checked()
        for part in screen.query(VerticalScroll):
            if part.max_scroll_y:
                part.scroll_end(animate=False)
                await self.driver.settle()
                self.checked()
        if first and self.thorough:
            for over in (HelpScreen(screen), CommandsScreen(screen)):
                self.driver.app.push_screen(over)
                await self.driver.settle()
                self.checked()
                self.driver.app.pop_screen()
        await self.driver.settle()
        if self.driver.app.screen is screen:
            self.driver.app.pop_screen()
            await self.driver.settle()

    def checked(self) -> None:
        screen = self.driver.app.screen
        assert isinstance(screen, BaseScreen)
        check(self.driver, type(screen).__name__)
        self.seen.add(type(screen))
        if shows_hostile(self.driver):
            self.showing.add(type(screen))

    async def type_into(self, screen: BaseScreen, *fields: str) -> None:
        """Paste a hostile word into each field of a screen."""
        self.driver.app.push_screen(screen)
        await self.driver.settle()
        for field in fields:
            screen.query_one(field, LineInput).focus()
            for word in self.pasted():
                await self.driver.paste(word)
                self.checked()
                screen.query_one(field, LineInput).fill("")
        self.driver.app.pop_screen()
        await self.driver.settle()


def hostile_instrument(word: Callable[[], str], name: str) -> Instrument:
    """A worked example whose every text is hostile, in both languages."""
    data = _spoilt(to_data(golden(name)), word)
    made = from_data(data, Instrument)
    return replace(made, hash=os.urandom(32).hex())


def _spoilt(data: Any, word: Callable[[], str]) -> Any:
    if isinstance(data, dict):
        if "standard" in data and NO_LANGUAGE not in data["standard"]:
            kept = {part: dict.fromkeys(words, "") for part, words in data.items()}
            return {p: {one: word() for one in words} for p, words in kept.items()}
        return {key: _spoilt(value, word) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_spoilt(value, word) for value in data]
    return data


async def through_a_run(walk: Walk, name: str, handed: bool, whole: bool = True) -> None:
    """The first step of each sort on the screen; of a whole run also its end and its profile."""
    driver, workspace = walk.driver, walk.workspace
    instrument = hostile_instrument(walk.stored, name)
    dossier = workspace.dossiers.create("x", "bilan")
    dossier = replace(dossier, person=walk.name())
    workspace.repository.keep_dossier(dossier)
    sitting = workspace.runs.begin(dossier, instrument)
    who = Random(Who(instrument, seed=3, gaps=0.1))
    sorts: set[tuple[type[Step], bool]] = set()
    while (step := sitting.step) is not None:
        sort = (type(step), isinstance(step, Write) and step.form == "long")
        if sort not in sorts:
            sorts.add(sort)
            await _on_screen(walk, sitting, handed)
        if sitting.step is not None:
            sitting.answer(_answer(walk, who, step), language="fr", by="person")
    if not whole:
        return
    driver.app.handed = handed
    for screen in (AnswersScreen, PauseScreen, DoneScreen, HandOverScreen, CodeScreen):
        await walk.look(screen(sitting))
    driver.app.handed = False
    await walk.look(QuestionsScreen(sitting.administration.path, "", lambda _: None))
    sitting.finish()
    await _its_profile(walk, sitting)


def _answer(walk: Walk, who: Random, step: Step) -> Answer:
    answer = who.answer(step)
    if isinstance(step, Write) and step.free:
        answer = walk.stored()[:200]
    try:
        step.check(answer)
    except AnswerRefused:
        return Missing.SKIPPED
    return answer


def name_the_practice(workspace: Workspace, word: str) -> None:
    """As if the keyring, which anybody can write, said so."""
    vault = workspace.vault
    assert vault._ring is not None
    vault._ring = replace(vault._ring, name=word)


async def _on_screen(walk: Walk, sitting: Sitting, handed: bool) -> None:
    driver = walk.driver
    driver.app.go_to()
    driver.app.show_run(sitting, handed=handed)
    await driver.settle()
    walk.checked()
    field = [*driver.app.screen.query(LineField), *driver.app.screen.query(LongField)]
    if field:
        for word in walk.pasted():
            await driver.paste(word)
            walk.checked()
    driver.app.go_to()
    driver.app.handed = False
    await driver.settle()


async def _its_profile(walk: Walk, sitting: Sitting) -> None:
    workspace, record = walk.workspace, sitting.record
    dossier = workspace.dossiers.get(sitting.dossier_id)
    for number in range(A_FEW):
        note = Note(f"n{number}", record.finished, walk.stored(), record.id)
        workspace.repository.keep_note(dossier.id, note)
    profile, instrument = workspace.result(dossier.id, record)
    await walk.look(DossierScreen(dossier.id))
    await walk.look(ProfileScreen(dossier, record, profile, instrument))
    for voice in ("person", "counsellor"):
        await walk.look(ReaderScreen(record, profile, instrument, voice))
    await walk.look(ExportDialog(dossier, record))
    await walk.look(EraseDialog(dossier))
    await walk.look(NoteDialog(dossier, Note("n1", record.finished, walk.stored(), record.id)))
    await walk.look(PersonFilesDialog(dossier))
    await walk.look(AboutScreen(instrument))
    await walk.look(InstrumentsScreen(dossier))


async def through_the_others(walk: Walk) -> None:
    """The screens that no run leads to."""
    driver, workspace = walk.driver, walk.workspace
    for _ in walk.words:
        dossier = workspace.dossiers.create("x", "bilan")
        workspace.repository.keep_dossier(replace(dossier, person=walk.name() + walk.stored()))
    for word in [*dict.fromkeys(walk.pasted()), *walk.words[:A_FEW]]:
        name_the_practice(workspace, word)
        assert driver.app.practice_name == word
        await walk.look(HomeScreen())
        await walk.look(ProofScreen(word, lambda: None))
    await walk.look(PluginsScreen())
    await walk.look(HelpScreen(HomeScreen()))
    await walk.look(CommandsScreen(HomeScreen()))
    error = InputError(N_("“{path}” is no path to write to."), path=" ".join(walk.words))
    await walk.look(TroubleScreen(error, final=False))
    await walk.look(StrandedScreen())
    mistakes = tuple(
        Mistake(Place("f.yaml", n + 1, 1 + len(word) // 2), message(N_("{words}"), words=word))
        for n, word in enumerate(walk.words)
    )
    await walk.look(MistakesDialog(Look(None, mistakes, tuple(walk.words)), walk.word()))
    await walk.type_into(SetupScreen(), "#name")
    await walk.type_into(NewDossierScreen(), "#person")
    await walk.type_into(HomeScreen(), "#search")
    await walk.type_into(BackupDialog(), "#path")


def hostile_files(folder: Path, words: list[str]) -> None:
    """Files of a practice whose names are hostile, as far as a disk takes them."""
    for place, ending, content in (("plugins", ".py", "1/0"), ("questionnaires", ".yaml", "a: [")):
        (folder / place).mkdir(parents=True, exist_ok=True)
        for word in words:
            name = word.encode("utf-8", "replace").decode().replace("/", "").replace("\0", "")[:50]
            (folder / place / f"{name or 'x'}{ending}").write_text(content)
