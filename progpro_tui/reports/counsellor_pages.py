"""The counsellor's pages of a profile: scores and findings, reading, questions to ask, provenance."""

from __future__ import annotations

from progpro_tui.core.document import Block, Bullets, Callout, Facts, Heading, Paragraph
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.reports.choices import truest
from progpro_tui.reports.exchanges import exchanges
from progpro_tui.reports.findings.every import drawn, in_full
from progpro_tui.reports.guidance import LABELS, level_blocks, use_blocks
from progpro_tui.reports.index_rows import index_rows, is_style
from progpro_tui.reports.limits import limits
from progpro_tui.reports.provenance import provenance_rows
from progpro_tui.reports.score_polygons import headlines, polygons
from progpro_tui.reports.score_table import score_table
from progpro_tui.reports.sorts import asked_plainly, for_others, is_form
from progpro_tui.reports.wording import Typesetter

MOST_ASKED = 6
"""More questions than this are a questionnaire."""

PROVENANCE_LABELS = 44.0
"""Width of the labels of a provenance, in millimetres."""


def blocks(
    tr: Typesetter, profile: Profile, instrument: Instrument, attached: str
) -> tuple[Block, ...]:
    """The profile in figures, what may be asked of it, and where it comes from.

    Of a private profile nothing but that it was made: its content is the person's.
    """
    profile = for_others(profile)
    return (
        Heading(1, tr("{title}: the counsellor’s page", title=tr(instrument.title))),
        *headlines(tr, profile),
        *polygons(tr, profile),
        *found(tr, profile, instrument),
        *_scores(tr, profile, instrument),
        *level_blocks(tr, profile),
        *_reading(tr, profile),
        *_how_to_read(tr, instrument),
        *_questions(tr, profile, instrument),
        Callout(tr("What this profile does not say"), " ".join(limits(tr, profile, instrument))),
        *use_blocks(tr, instrument),
        Heading(2, tr("Provenance")),
        Facts(provenance_rows(tr, profile, instrument, attached), PROVENANCE_LABELS, small=True),
        *in_full(tr, profile, "counsellor"),
    )


def found(tr: Typesetter, profile: Profile, instrument: Instrument) -> tuple[Block, ...]:
    """What the profile holds besides scores; of a private one, that it was made."""
    if profile.private:
        said = tr(
            "This was done, and it is private: it stands in the person’s own pages only, and they "
            "choose whether to show them."
        )
        return (Paragraph(said),)
    if is_form(profile):
        return exchanges(tr, profile, "counsellor")
    chosen = truest(tr, profile, instrument, asked_plainly(profile))
    return (*drawn(tr, profile, "counsellor"), *chosen)


def _scores(tr: Typesetter, profile: Profile, instrument: Instrument) -> tuple[Block, ...]:
    if not profile.scores:
        return ()
    return (
        *_themes(tr, profile),
        *score_table(tr, profile, instrument),
        *_ipsative(tr, profile),
    )


def _themes(tr: Typesetter, profile: Profile) -> tuple[Block, ...]:
    """A heading between what was found and what was counted, where there are both."""
    return (Heading(2, tr("By theme")),) if profile.findings and profile.scores else ()


def _ipsative(tr: Typesetter, profile: Profile) -> tuple[Block, ...]:
    if not (profile.ipsative and profile.scores):
        return ()
    said = tr(
        "These scores are ipsative: what was chosen was chosen against something else, and the whole "
        "is the same for everyone. Each compares only with the others of the same person: read the "
        "order and the ties, not the height."
    )
    return (Paragraph(said),)


def _reading(tr: Typesetter, profile: Profile) -> tuple[Block, ...]:
    rows = index_rows(tr, (index for index in profile.indices if not is_style(index)))
    remarks = [Paragraph(tr.sentence(remark)) for remark in profile.remarks]
    facts = (Facts(rows, LABELS),) if rows else ()
    return (Heading(2, tr("Reading")), *facts, *remarks) if rows or remarks else ()


def _how_to_read(tr: Typesetter, instrument: Instrument) -> tuple[Block, ...]:
    """The author's word on reading such a profile."""
    words = tr(instrument.guidance.reading_help)
    return (Heading(2, tr("How to read it")), Paragraph(words)) if words else ()


def _questions(tr: Typesetter, profile: Profile, instrument: Instrument) -> tuple[Block, ...]:
    """What the profile itself asks comes first; the author's questions fill the list up."""
    asked = [tr(index.question) for index in profile.indices if index.question]
    asked += [tr(question) for question in instrument.guidance.debrief]
    return (Heading(2, tr("To ask")), Bullets(tuple(asked[:MOST_ASKED]), quoted=True)) if asked else ()
