"""Where a profile comes from, as labels and values: a profile explains itself."""

from __future__ import annotations

from collections import Counter

from progpro_tui.core.answers import Given, Missing
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile, Provenance
from progpro_tui.core.steps import SEEN
from progpro_tui.core.text import N_, NN_
from progpro_tui.i18n.dates import day, long_date
from progpro_tui.reports.index_rows import index_rows, is_style
from progpro_tui.reports.wording import Typesetter

SHOWN_OF_HASH = 16
"""Enough of a SHA-256 to tell two versions apart by eye; the attachment carries it whole."""

LANGUAGES = {"fr": N_("French"), "en": N_("English")}

KINDS = {
    Missing.SKIPPED: NN_("{n} skipped", "{n} skipped"),
    Missing.NOT_APPLICABLE: NN_("{n} that does not apply", "{n} that do not apply"),
    Missing.DECLINED: NN_("{n} preferred not to answer", "{n} preferred not to answer"),
}

BY: dict[tuple[str, ...], str] = {
    ("person",): N_("answered by the person alone"),
    ("counsellor",): N_("answered with the counsellor at the keyboard"),
    ("paper",): N_("answered on paper, then keyed"),
}


def provenance_rows(
    tr: Typesetter, profile: Profile, instrument: Instrument, attached: str
) -> tuple[tuple[str, str], ...]:
    """Label and value; ``attached`` is the name of the file inside the document, if any."""
    made = profile.provenance
    rows = [(tr("Questionnaire"), _instrument(tr, instrument))]
    if made:
        rows.append((tr("Administration"), _given(tr, made)))
    rows.append((tr("Answers"), _answers(tr, profile)))
    rows += index_rows(tr, filter(is_style, profile.indices))
    if profile.scores:
        rows += [(tr("Rules"), _rules(tr, profile, instrument)), (tr("Norms"), tr("without norms"))]
    if made:
        calculated = tr("progpro {engine}, {plugin}", engine=made.engine, plugin=made.plugin)
        rows.append((tr("Calculated by"), calculated))
    rows.append((tr("Author, licence"), tr.raw(f"{instrument.author}, {instrument.licence}")))
    if attached:
        rows.append((tr("Attached file"), _attached(tr, profile, attached)))
    return tuple(rows)


def _attached(tr: Typesetter, profile: Profile, attached: str) -> str:
    if profile.scores:
        return tr("{file}: every score, to be read by a program", file=attached)
    return tr("{file}: what it comes to, to be read by a program", file=attached)


def _instrument(tr: Typesetter, instrument: Instrument) -> str:
    return tr(
        "{title}, version {version}, fingerprint {hash}",
        title=tr(instrument.title),
        version=instrument.version,
        hash=instrument.hash[:SHOWN_OF_HASH] or "–",
    )


def _given(tr: Typesetter, made: Provenance) -> str:
    mode = BY.get(tuple(made.by), N_("the keyboard passed between the person and the counsellor"))
    languages = [tr(LANGUAGES[x]) if x in LANGUAGES else tr.raw(x) for x in made.languages]
    wording = tr("plain wording") if made.plain else tr("usual wording")
    words = N_("on {date}, in {minutes} min, {mode}, in {languages}, {wording}")
    if not made.minutes:
        words = N_("on {date}, {mode}, in {languages}, {wording}")
    return tr(
        words,
        date=long_date(tr, day(made.finished)),
        minutes=made.minutes,
        mode=tr(mode),
        languages=tr.joined(languages),
        wording=wording,
    )


def _answers(tr: Typesetter, profile: Profile) -> str:
    counted = (given for given in profile.given if given.step not in profile.closed)
    kinds = Counter(_kind(given) for given in counted if _counts(given))
    said = [tr(NN_("{n} answered", "{n} answered"), n=kinds[None])]
    said += [tr(words, n=kinds[kind]) for kind, words in KINDS.items() if kinds[kind]]
    return ", ".join(said)


def _counts(given: Given) -> bool:
    return given.final and given.answer != SEEN


def _kind(given: Given) -> Missing | None:
    return given.answer if isinstance(given.answer, Missing) else None


def _rules(tr: Typesetter, profile: Profile, instrument: Instrument) -> str:
    least = min((scale.minimum_share for scale in instrument.scales), default=None)
    said = [tr("ties: {rule}", rule=profile.ties.rule)]
    if least is not None:
        share = tr.number(least * 100, 0)
        said.insert(0, tr("a score from {share}% of the answers on", share=share))
    return tr.semicolon.join(said)
