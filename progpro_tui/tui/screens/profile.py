"""The profile as the counsellor sees it: code, bars, hexagon, and what it does not say."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from progpro_tui.core.clean import clean
from progpro_tui.core.dossier import Dossier, RunRecord
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.scoring import Score
from progpro_tui.core.text import N_, NN_
from progpro_tui.core.ties import Ties
from progpro_tui.i18n.dates import day, day_month
from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.keys import Act
from progpro_tui.tui.safe import padded, safe
from progpro_tui.tui.widgets.bar import Bar
from progpro_tui.tui.widgets.hexagon import hexagon
from progpro_tui.tui.widgets.score_bar import score_bar


class ProfileScreen(BaseScreen):
    """One finished run."""

    ACTS: ClassVar[tuple[Act, ...]] = (
        Act("export", ("e",), N_("Export")),
        Act("their_view", ("v",), N_("Their view")),
        Act("detail", ("d",), N_("Detail")),
        Act("back", ("escape",), N_("Dossier")),
    )

    def __init__(
        self, dossier: Dossier, run: RunRecord, profile: Profile, instrument: Instrument
    ) -> None:
        super().__init__()
        self._dossier, self._run = dossier, run
        self._profile, self._instrument = profile, instrument

    def body(self) -> ComposeResult:
        yield Static(id="headline", markup=False)
        with Horizontal(id="charts"):
            with Vertical(id="scores"):
                yield Static(id="bars", markup=False)
                yield Static(id="facts", markup=False)
            yield Static(id="hexagon", markup=False)
        yield Static(id="limits", markup=False)
        yield Static(id="ask", markup=False)

    def draw(self) -> None:
        tr, run = self.home.translator, self._run
        person = self.home.name_shown(self._dossier.person)
        where = N_("{person} › {title} › Profile")
        self.query_one(Bar).say(self.tr(where, person=person, title=run.title), self._when())
        self.put("#headline", self._headline())
        self.put("#bars", self._bars())
        self.put("#hexagon", self._hexagon())
        self.put("#facts", self._facts(), lines=True)
        limits = self.tr(N_("What this profile does not say"))
        does_not = tr(self._instrument.guidance.does_not_measure)
        lines = (
            (f"── {limits} ──\n", "bold"),
            clean(does_not[:1].upper() + does_not[1:]),
            "\n",
            self.tr(N_("It compares the person with nobody: no norms.")),
        )
        self.put("#limits", Content.assemble(*lines))
        questions = [index.question for index in self._profile.indices if index.question]
        questions += self._instrument.guidance.debrief
        ask = self.tr(N_("To ask   {question}"), question=questions[0]) if questions else ""
        self.put("#ask", ask)

    def _when(self) -> str:
        made = self._profile.provenance
        when = day_month(self.home.translator, day(self._run.finished))
        if made is None:
            return when
        return self.tr(NN_("{when}, in {n} min", "{when}, in {n} min"), when=when, n=made.minutes)

    def _headline(self) -> Content:
        for index in self._profile.indices:
            if index.headline:
                words = self.tr(index.headline_words) if index.headline_words else ""
                return Content.assemble((index.headline, "bold $accent"), "  ", clean(words))
        reasons = [index.reason for index in self._profile.indices if index.reason]
        if not reasons:
            return Content("")
        return safe(f"–  {self.tr(N_('No code: {reason}.'), reason=reasons[0])}", "bold")

    @property
    def _wide(self) -> bool:
        # Asked of the size: the classes of the breakpoints come after the first drawing.
        return self.app.size.width >= 120

    def _ranked(self) -> list[Score]:
        order = [scale for group in self._profile.ties.groups for scale in group]
        scored = [self._profile.score(scale) for scale in order]
        return scored + [score for score in self._profile.scores if score.value is None]

    def _bars(self) -> Content:
        wide = self._wide
        width = 32 if wide else 16
        lines: list[Content] = []
        for score in self._ranked():
            tie = "=" if self._profile.ties.tied(score.scale) else " "
            name = padded(f"{tie} {score.scale} {self.tr(score.name)}", 18)
            if score.value is None or score.share is None:
                few = N_("{answered} of {asked}")
                told = self.tr(few, answered=score.answered, asked=score.asked)
                lines.append(safe(f"{name}   –  {told}"))
                continue
            value = padded(self.home.translator.number(score.value), 4, right=True)
            bar = score_bar(float(score.share), self._half(score), width)
            level = f"  {self.tr(score.level.name)}" if wide and score.level else ""
            lines.append(Content.assemble(clean(f"{name}{value} "), (bar, "$accent"), clean(level)))
            if wide:
                lines.append(Content(""))
        return Content("\n").join(lines)

    def _half(self, score: Score) -> float:
        """Half the tie width as a share of the bar."""
        width = self._profile.ties.most_width
        return 0.0 if width is None else float(width / (score.most - score.least) / 2)

    def _hexagon(self) -> Content:
        axes = next((index.polygon for index in self._profile.indices if index.polygon), ())
        if not axes:
            return Content("")
        shares = [self._profile.score(axis.scale).share for axis in axes]
        drawn = [None if share is None else float(share) for share in shares]
        size = (58, 26) if self._wide and self.app.size.height >= 36 else (31, 13)
        return safe("\n".join(hexagon([axis.letter for axis in axes], drawn, *size)), lines=True)

    def _facts(self) -> str:
        ties, lines = self._profile.ties, []
        if ties.most_width is not None and any(map(ties.tied, (s.scale for s in self._ranked()))):
            lines.append(self._tie_words(ties))
        answered = sum(line.value is not None for line in self._profile.lines)
        lines.append(
            self.tr(N_("Answered {n} of {total}."), n=answered, total=len(self._profile.lines))
        )
        elevation = self._profile.index("holland.elevation")
        if elevation is not None and elevation.sentence is not None:
            lines[-1] += f" {self.tr(elevation.label)}{self._colon}{self.tr(elevation.sentence)}."
        return "\n".join(lines)

    def _tie_words(self, ties: Ties) -> str:
        if ties.least_width == ties.most_width or None in (ties.least_width, ties.most_width):
            width = ties.most_width or 0
            words = N_("= tied: less than {width} apart ({rule})")
            return self.tr(words, width=width, rule=ties.rule)
        bounds = [self.home.translator.number(w, 2) for w in (ties.least_width, ties.most_width) if w]
        words = N_("= tied: less than {least} to {most} apart, by the answers given ({rule})")
        return self.tr(words, least=bounds[0], most=bounds[-1], rule=ties.rule)

    @property
    def _colon(self) -> str:
        return "\N{NO-BREAK SPACE}: " if self.home.translator.language == "fr" else ": "

    # -- keys -----------------------------------------------------------------------------------

    def action_back(self) -> None:
        self.home.pop_screen()

    def action_export(self) -> None:
        from progpro_tui.tui.screens.export import ExportDialog

        self.home.push_screen(ExportDialog(self._dossier, self._run))

    def action_their_view(self) -> None:
        from progpro_tui.tui.screens.reader import ReaderScreen

        self.home.push_screen(ReaderScreen(self._run, self._profile, self._instrument, "person"))

    def action_detail(self) -> None:
        from progpro_tui.tui.screens.reader import ReaderScreen

        self.home.push_screen(ReaderScreen(self._run, self._profile, self._instrument, "counsellor"))
