"""What a profile does not say, in the author's words."""

from __future__ import annotations

from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.core.text import Text
from progpro_tui.i18n.translator import Translator
from progpro_tui.reports.typography import capitalised

NORMED = ("étalonn", "norms", "normed")
"""How an author says, in French or English, that there are no norms."""


def limits(tr: Translator, profile: Profile, instrument: Instrument) -> tuple[str, ...]:
    """For the counsellor, as sentences; that nobody is compared, where the author left it out."""
    does_not = instrument.guidance.does_not_measure
    said = capitalised(tr(does_not))
    if said and not said.endswith((".", "?", "!", "…")):
        said += "."
    if profile.scores and not speaks_of_norms(does_not):
        return said, tr("Without norms: the person is compared with nobody.")
    return (said,)


def speaks_of_norms(words: Text) -> bool:
    """Whether an author says already that there are no norms."""
    said = " ".join(words.standard.values()).lower()
    return any(norm in said for norm in NORMED)
