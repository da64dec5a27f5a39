"""From a profile to a document: a cover, the person's pages, the counsellor's pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from progpro_tui.core.document import Block, Cover, Document, Part, Voice
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.i18n.dates import day, long_date
from progpro_tui.reports import answers_page, counsellor_pages, person_pages
from progpro_tui.reports.typography import clean
from progpro_tui.reports.wording import Typesetter

ATTACHMENT = "scores.json"
"""The file inside a counsellor's document that a machine can read. It names nobody."""

NONE: Mapping[Voice, tuple[Block, ...]] = {}


@dataclass(frozen=True)
class Subject:
    """Whom a document is about, and who made it: words for the cover and nowhere else.

    ``date`` is an ISO date or time; an empty ``counsellor`` leaves no row.
    """

    practice: str
    person: str
    counsellor: str
    date: str


def profile_document(
    profile: Profile,
    instrument: Instrument,
    subject: Subject,
    language: str,
    voices: tuple[Voice, ...],
    attachment: bytes | None = None,
    sections: Mapping[Voice, tuple[Block, ...]] = NONE,
) -> Document:
    """The pages of a profile for ``voices``: the person's come first, the cover before all.

    ``attachment`` is the profile as JSON, carried inside the document as ``scores.json``; a private
    profile carries none. ``sections`` are blocks of plugins, behind ours.
    """
    tr = Typesetter(language)
    attachment = None if profile.private else attachment
    when = tr(long_date(tr, day(subject.date)))
    title = tr(instrument.title)
    parts = [Part(voices[0], ("", ""), (_cover(tr, title, subject, when, voices),))]
    if "person" in voices:
        running = (title, tr("For the person, {date}", date=when))
        own = person_pages.blocks(tr, profile, instrument)
        parts.append(Part("person", running, (*own, *sections.get("person", ()))))
    if "counsellor" in voices:
        attached = ATTACHMENT if attachment else ""
        running = (title, tr("For the counsellor, {date}", date=when))
        blocks = counsellor_pages.blocks(tr, profile, instrument, attached)
        answers = answers_page.blocks(tr, profile, instrument)
        added = sections.get("counsellor", ())
        parts.append(Part("counsellor", running, (*blocks, *added, *answers)))
    return Document(
        title=title,
        language=language,
        practice=clean(subject.practice),
        created=profile.provenance.finished if profile.provenance else subject.date,
        parts=tuple(parts),
        attachment=(ATTACHMENT, attachment) if attachment else None,
    )


def _cover(tr: Typesetter, title: str, subject: Subject, when: str, voices: tuple[Voice, ...]) -> Cover:
    # Names stand as the persons write them: cleaned, never typeset.
    facts = [(tr("For"), clean(subject.person)), (tr("Date"), when)]
    if subject.counsellor:
        facts.append((tr("Supported by"), clean(subject.counsellor)))
    if "person" in voices:
        contents = tr("Your pages")
        if "counsellor" in voices:
            contents = tr("Your pages, then the pages of the person who supports you")
        subtitle = tr("What comes out of your answers")
        belongs = tr("This document is yours. You show it to whom you like.")
    else:
        contents = tr("The counsellor’s pages")
        subtitle = tr("What comes out of the answers")
        belongs = tr(
            "These results belong to the person. They go to nobody else without their agreement."
        )
    facts.append((tr("This document"), contents))
    return Cover(clean(subject.practice), title, subtitle, tuple(facts), belongs)
