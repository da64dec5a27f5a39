"""What was answered about a new questionnaire, to be read again and corrected before it is written."""

from __future__ import annotations

import click

from progpro_tui.authoring.found import quoted
from progpro_tui.authoring.new.make import STARTS
from progpro_tui.cli.asking import Asking
from progpro_tui.cli.interview import LICENCE_WORDS, Answers, Interview
from progpro_tui.cli.scale_questions import NAMES
from progpro_tui.core.text import N_
from progpro_tui.i18n.translator import Translator

PARTS = {
    "languages": N_("languages"),
    "titles": N_("title"),
    "id": N_("id"),
    "file": N_("file"),
    "kind": N_("kind"),
    "author": N_("author"),
    "licence": N_("licence"),
    "points": N_("answers to choose from"),
    "scales": N_("scales"),
    "items": N_("items for each scale"),
}

WRITE, LEAVE = "write", "leave"


def confirm(interview: Interview, asking: Asking, tr: Translator) -> None:
    """Let whoever answered correct anything until it may be written. Raises :class:`click.Abort`."""
    chosen = ""
    while chosen != WRITE:
        said = _said(interview.answers, tr)
        words = N_("Correct: {part} ({answer})")
        corrections = {
            part: tr(words, part=tr(PARTS[part]), answer=said[part]) for part in interview.parts
        }
        choices = {
            WRITE: tr(N_("Write the file {file}"), file=said["file"]),
            **corrections,
            LEAVE: tr(N_("Give up, and write nothing")),
        }
        chosen = asking.one(tr(N_("Is everything right?")), "--yes", choices, WRITE)
        if chosen == LEAVE:
            raise click.Abort
        if chosen != WRITE:
            interview.correct(chosen)


def _said(answers: Answers, tr: Translator) -> dict[str, str]:
    """Each answer in a few words."""
    titles = (answers.titles[language] for language in answers.languages)
    scales = (
        f"{s.id} = {' / '.join(s.names[one] for one in answers.languages)}" for s in answers.scales
    )
    said = {
        "languages": tr.joined([tr(NAMES[language]) for language in answers.languages]),
        "titles": " / ".join(titles),
        "id": answers.id,
        "file": str(answers.file),
        "kind": tr(STARTS[answers.kind].words),
        "author": answers.author,
        "licence": tr(LICENCE_WORDS[answers.licence]),
        "points": str(answers.points),
        "scales": "; ".join(scales),
        "items": str(answers.items),
    }
    return {part: quoted(words) for part, words in said.items()}
