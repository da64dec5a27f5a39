"""The first door for plugins: everything a plugin may import, and nothing else is promised."""

import pluggy

from progpro_tui.core.answers import MISSING_WORDS, Answer, Given, Missing, Value
from progpro_tui.core.errors import AnswerRefused, ProgproError
from progpro_tui.core.exercise import Exercise, Steps
from progpro_tui.core.index import Index
from progpro_tui.core.instrument import Guidance, Instrument, Item, Level, Scale
from progpro_tui.core.profile import Axis, IndexResult, Line, Profile
from progpro_tui.core.run import Run
from progpro_tui.core.scoring import Score, keyed, score_scale, score_scales
from progpro_tui.core.steps import SEEN, Rate, Response, Show, Step
from progpro_tui.core.text import N_, NN_, Message, Text, Words, message
from progpro_tui.core.ties import Ties, are_tied, tie_groups, tie_width

hookimpl = pluggy.HookimplMarker("progpro")
"""Marks a function of a plugin as the implementation of the hook of its name."""

API_VERSION = 1
"""Grows when a plugin written for the version before may no longer work."""

__all__ = [
    "API_VERSION",
    "MISSING_WORDS",
    "NN_",
    "N_",
    "SEEN",
    "Answer",
    "AnswerRefused",
    "Axis",
    "Exercise",
    "Given",
    "Guidance",
    "Index",
    "IndexResult",
    "Instrument",
    "Item",
    "Level",
    "Line",
    "Message",
    "Missing",
    "Profile",
    "ProgproError",
    "Rate",
    "Response",
    "Run",
    "Scale",
    "Score",
    "Show",
    "Step",
    "Steps",
    "Text",
    "Ties",
    "Value",
    "Words",
    "are_tied",
    "hookimpl",
    "keyed",
    "message",
    "score_scale",
    "score_scales",
    "tie_groups",
    "tie_width",
]
