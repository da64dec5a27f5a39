"""The sorts of profiles, as far as the words of the pages depend on them."""

from __future__ import annotations

from dataclasses import replace

from progpro_tui.core.answers import MISSING_WORDS
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Line, Profile
from progpro_tui.core.text import Message
from progpro_tui.core.ties import NO_TIES


def attracts(instrument: Instrument) -> bool:
    """Whether its scores are directions that attract: an inventory of interests."""
    return "holland.code" in instrument.indices


def is_form(profile: Profile) -> bool:
    """Whether there is nothing but questions and answers."""
    return not profile.scores and not profile.findings


def is_given(line: Line) -> bool:
    """Whether a line holds an answer, and not the way in which there is none."""
    answer = line.answer
    return not (isinstance(answer, Message) and answer.msgid in MISSING_WORDS.values())


def asked_plainly(profile: Profile) -> bool:
    """Whether the questions stood there in the plain wording."""
    return profile.provenance.plain if profile.provenance else False


def for_others(profile: Profile) -> Profile:
    """A profile as others may read it: of a private one no more than where it comes from."""
    if not profile.private:
        return profile
    return replace(profile, scores=(), ties=NO_TIES, lines=(), findings=(), indices=(), remarks=())
