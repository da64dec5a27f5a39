"""The scores of a profile on the counsellor's screen: code, bars, hexagon, and how to read them."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from progpro_tui.core.clean import clean
from progpro_tui.core.profile import Profile
from progpro_tui.core.scoring import Score
from progpro_tui.core.ties import Ties
from progpro_tui.i18n.translator import Translator
from progpro_tui.reports.score_table import value_in_words, width_in_words
from progpro_tui.reports.sorts import is_given
from progpro_tui.tui.safe import assembled, padded, safe
from progpro_tui.tui.widgets.hexagon import hexagon
from progpro_tui.tui.widgets.score_bar import score_bar

NARROW_BAR, WIDE_BAR = 16, 32
LEAST_NAME, MOST_NAME = 18, 30


def headline(tr: Translator, profile: Profile) -> Content:
    """The code and what it stands for, or why there is none; nothing where none is asked for."""
    for index in profile.indices:
        if index.headline:
            words = tr(index.headline_words) if index.headline_words else ""
            return assembled((index.headline, "bold $accent"), "  ", clean(words))
    reasons = [index.reason for index in profile.indices if index.reason and index.polygon]
    if not reasons:
        return Content("")
    return safe(f"–  {tr('No code: {reason}.', reason=reasons[0])}", "bold")


def bars(tr: Translator, profile: Profile, wide: bool) -> Content:
    """A row a score, most first; those without one last, with how much was answered."""
    scores = _ranked(profile)
    names = {score.scale: _name(tr, profile, score) for score in scores}
    width = max(LEAST_NAME, min(MOST_NAME, max(map(len, names.values()), default=0)))
    lines: list[Content] = []
    for score in scores:
        name = padded(names[score.scale], width)
        if score.value is None or score.share is None:
            told = tr("{answered} of {asked}", answered=score.answered, asked=score.asked)
            lines.append(safe(f"{name}   –  {told}"))
            continue
        value = padded(value_in_words(tr, score), 4, right=True)
        length = WIDE_BAR if wide else NARROW_BAR
        bar = score_bar(float(score.share), _half(profile, score), length)
        level = f"  {tr(score.level.name)}" if wide and score.level else ""
        lines.append(assembled(clean(f"{name}{value} "), (bar, "$accent"), clean(level)))
    return Content("\n\n" if wide else "\n").join(lines)


def polygon(profile: Profile, width: int, height: int) -> Content:
    """The scores around a ring, where an index asks for it."""
    if not profile.polygons:
        return Content("")
    axes = profile.polygons[0]
    shares = [profile.score(axis.scale).share for axis in axes]
    drawn = [None if share is None else float(share) for share in shares]
    return safe("\n".join(hexagon([axis.letter for axis in axes], drawn, width, height)), lines=True)


def notes(tr: Translator, profile: Profile) -> Iterator[str]:
    """What ties are, what kind of scores these are, how much was answered."""
    ties = profile.ties
    if ties.most_width is not None and any(map(ties.tied, (s.scale for s in profile.scores))):
        yield _tie_words(tr, ties)
    if profile.ipsative and profile.scores:
        yield tr("Ipsative: each score compares only with the others of this person.")
    if profile.lines:
        answered = sum(map(is_given, profile.lines))
        said = tr("Answered {n} of {total}.", n=answered, total=len(profile.lines))
        elevation = profile.index("holland.elevation")
        if elevation is not None and elevation.sentence is not None:
            words = tr("{label}: {words}", label=elevation.label, words=elevation.sentence)
            said += f" {words}."
        yield said


def _ranked(profile: Profile) -> list[Score]:
    """By value within a group too: a bar below another is never the longer one."""
    scored: list[Score] = []
    for group in profile.ties.groups:
        scored += sorted(map(profile.score, group), key=lambda score: -(score.value or 0))
    return scored + [score for score in profile.scores if score.value is None]


def _name(tr: Translator, profile: Profile, score: Score) -> str:
    """« = S Social »: tied or not, its letter where it has one, its name."""
    tie = _tie(profile, score)
    letter = f"{score.scale} " if len(score.scale) == 1 else ""
    return f"{tie} {letter}{tr(score.name)}"


def _tie(profile: Profile, score: Score) -> str:
    """« = » of a tied score; with the number of its group, where several groups are tied."""
    tied = [group for group in profile.ties.groups if len(group) > 1]
    group = profile.ties.group_of(score.scale)
    if len(tied) < 2:
        return "=" if group in tied else " "
    return f"={tied.index(group) + 1}" if group in tied else "  "


def _half(profile: Profile, score: Score) -> float:
    """Half the tie width as a share of the bar."""
    width = profile.ties.most_width
    return 0.0 if width is None else float(width / (score.most - score.least) / 2)


def _tie_words(tr: Translator, ties: Ties) -> str:
    if ties.least_width == ties.most_width or None in (ties.least_width, ties.most_width):
        width = width_in_words(tr, ties.most_width)
        return tr("= tied: less than {width} apart ({rule})", width=width, rule=ties.rule)
    bounds = [tr.number(width, 2) for width in (ties.least_width, ties.most_width) if width]
    return tr(
        "= tied: less than {least} to {most} apart, by the answers given ({rule})",
        least=bounds[0],
        most=bounds[-1],
        rule=ties.rule,
    )
