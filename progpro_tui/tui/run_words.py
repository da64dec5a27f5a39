"""What a run says around its step: how far it is, what was saved, the last answers."""

from __future__ import annotations

from progpro_tui.core.answers import Answer, Missing
from progpro_tui.core.card_steps import Choose, Sort
from progpro_tui.core.scale_steps import Grid, Place, Rate
from progpro_tui.core.steps import Show, Step
from progpro_tui.core.text import N_, NN_, Message, Words, message
from progpro_tui.core.write_step import Write
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.safe import clipped
from progpro_tui.workspace.runs import PLUGIN_CHANGED, Sitting

LONGEST_ANSWER = 28
"""Cells of an answer among the last ones: enough to know it again."""

NOT_SAVED = N_("Not saved. Call the person who accompanies you.")
"""What the beneficiary reads where the store fails: mending it is not theirs."""


def progress_line(sitting: Sitting, width: int) -> str:
    """A line, done and to come: of the present round where there is one, else of the run."""
    step = sitting.step
    own = step.count if step is not None else None
    done, total = (own.n - 1, own.total) if own else (sitting.answered, sitting.total)
    done = round(width * min(1.0, done / max(1, total)))
    return "═" * done + "─" * (width - done)


def answer_words(step: Step, answer: Answer, handed: bool) -> Words:
    """An answer in words: the person reads what they chose, the counsellor what it means."""
    if isinstance(answer, Missing) and handed:
        return step.way_words(answer)
    return step.in_words(answer)


def saved_words(step: Step, answer: Answer, number: int, handed: bool) -> Words | None:
    """The line that says what was saved just now."""
    if isinstance(step, Show):
        return None
    if isinstance(step, Write):
        return message(N_("Saved."))
    if isinstance(step, Choose) and isinstance(answer, tuple):
        # Ten names do not fit on the line.
        return message(NN_("Saved: {n} choice", "Saved: {n} choices"), n=len(answer))
    words = answer_words(step, answer, handed)
    if isinstance(step, Sort | Grid):
        card = step.card if isinstance(step, Sort) else step.row
        name = card.short or card.name
        return message(N_("Saved: {what}, {answer}"), what=name, answer=words)
    if isinstance(step, Place):
        return message(N_("Saved: {what}, {answer}"), what=step.subject.name, answer=words)
    if isinstance(step, Rate):
        return message(N_("Answer {n} saved: {answer}"), n=number, answer=words)
    return message(N_("Saved: {answer}"), answer=words)


NOTED = {
    "Saved.": N_("Noted."),
    "Saved: {answer}": N_("Noted: {answer}"),
    "Saved: {what}, {answer}": N_("Noted: {what}, {answer}"),
    "Answer {n} saved: {answer}": N_("Answer {n} noted: {answer}"),
}
"""What is said of an answer that is kept nowhere."""


def noted_words(step: Step, answer: Answer, number: int, handed: bool) -> Words | None:
    """The line that says what was answered just now, where nothing is kept."""
    words = saved_words(step, answer, number, handed)
    if not isinstance(words, Message):
        return words
    if words.plural is not None:
        return message(NN_("Noted: {n} choice", "Noted: {n} choices"), **words.params)
    return message(NOTED[words.msgid], **words.params)


def latest_lines(sitting: Sitting, tr: Translator, plain: bool, most: int) -> str:
    """The last answers, newest first: where the counsellor looks when the person hesitates."""
    administration = sitting.administration
    steps = [step for step in administration.path[: administration.position] if step.asks]
    lines = [f"── {tr(N_('Last answers'))} " + "─" * 48] if steps else []
    for step in reversed(steps[-most:]):
        given = administration.given(step.id)
        if given is not None:
            answer = tr(step.in_words(given.answer), plain=plain)
            lines.append(f"{clipped(answer, LONGEST_ANSWER)}  ·  {tr(step.topic, plain=plain)}")
    return "\n".join(lines)


def welcome_back(sitting: Sitting, handed: bool) -> tuple[str, Words]:
    """The glyph and the words for a run that goes on."""
    if not handed and sitting.plugin_changed:
        # The profile could come out otherwise: the counsellor decides whether to go on.
        return "! ", message(PLUGIN_CHANGED)
    return "", sitting.whereabouts
