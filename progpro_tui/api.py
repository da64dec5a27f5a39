"""The first door for plugins: everything a plugin may import, and nothing else is promised."""

import pluggy

from progpro_tui.core.answers import MISSING_WORDS, Answer, Given, Keyboard, Missing, Value
from progpro_tui.core.card_steps import (
    EMPTY,
    EQUAL,
    Arrange,
    Choose,
    Column,
    Rank,
    Sort,
    by_column,
    listed,
)
from progpro_tui.core.errors import AnswerRefused, ProgproError
from progpro_tui.core.exercise import Exercise, Fault, Steps
from progpro_tui.core.faults import (
    faults_of_ids,
    faults_of_no_items,
    faults_of_number,
    faults_of_points,
    faults_of_reversed,
    faults_of_single_scales,
    faults_of_sums,
    faults_of_unscored,
)
from progpro_tui.core.findings import (
    Box,
    Entry,
    Finding,
    Gap,
    Gaps,
    Laid,
    LifeLine,
    Moment,
    Note,
    Quadrants,
    Ranked,
    Ranking,
    Record,
    Records,
    Shape,
    Sign,
)
from progpro_tui.core.index import Index
from progpro_tui.core.instrument import Guidance, Instrument, Item, Level, Scale
from progpro_tui.core.leading import another, is_given, line_of, opening, option_of, replay
from progpro_tui.core.profile import Axis, IndexResult, Line, Profile
from progpro_tui.core.quadrants import quadrants
from progpro_tui.core.run import Order, Run
from progpro_tui.core.scale_steps import Grid, GridColumn, Place, Rate
from progpro_tui.core.scoring import Score, bonus_share, keyed, mean_score, score_scale, score_scales
from progpro_tui.core.steps import (
    ANY_WAY,
    NO_WAY,
    SEEN,
    SKIP_OR_DECLINE,
    Count,
    Option,
    Response,
    Show,
    Step,
    about,
)
from progpro_tui.core.text import N_, NN_, Filled, Message, Text, Words, as_said, message
from progpro_tui.core.ties import Ties, are_tied, tie_groups, tie_width
from progpro_tui.core.write_step import Write

hookimpl = pluggy.HookimplMarker("progpro")
"""Marks a function of a plugin as the implementation of the hook of its name."""

API_VERSION = 1
"""Grows when a plugin written for the version before may no longer work."""

__all__ = [
    "ANY_WAY",
    "API_VERSION",
    "EMPTY",
    "EQUAL",
    "MISSING_WORDS",
    "NN_",
    "NO_WAY",
    "N_",
    "SEEN",
    "SKIP_OR_DECLINE",
    "Answer",
    "AnswerRefused",
    "Arrange",
    "Axis",
    "Box",
    "Choose",
    "Column",
    "Count",
    "Entry",
    "Exercise",
    "Fault",
    "Filled",
    "Finding",
    "Gap",
    "Gaps",
    "Given",
    "Grid",
    "GridColumn",
    "Guidance",
    "Index",
    "IndexResult",
    "Instrument",
    "Item",
    "Keyboard",
    "Laid",
    "Level",
    "LifeLine",
    "Line",
    "Message",
    "Missing",
    "Moment",
    "Note",
    "Option",
    "Order",
    "Place",
    "Profile",
    "ProgproError",
    "Quadrants",
    "Rank",
    "Ranked",
    "Ranking",
    "Rate",
    "Record",
    "Records",
    "Response",
    "Run",
    "Scale",
    "Score",
    "Shape",
    "Show",
    "Sign",
    "Sort",
    "Step",
    "Steps",
    "Text",
    "Ties",
    "Value",
    "Words",
    "Write",
    "about",
    "another",
    "are_tied",
    "as_said",
    "bonus_share",
    "by_column",
    "faults_of_ids",
    "faults_of_no_items",
    "faults_of_number",
    "faults_of_points",
    "faults_of_reversed",
    "faults_of_single_scales",
    "faults_of_sums",
    "faults_of_unscored",
    "hookimpl",
    "is_given",
    "keyed",
    "line_of",
    "listed",
    "mean_score",
    "message",
    "opening",
    "option_of",
    "quadrants",
    "replay",
    "score_scale",
    "score_scales",
    "tie_groups",
    "tie_width",
]
