"""The second door for plugins: what a widget for a step of their own may import, besides Textual.

``safe`` cleans words from outside before they reach the screen: give a widget nothing else.
"""

from progpro_tui.core.answers import Answer, Given, Missing, Value
from progpro_tui.core.steps import Step
from progpro_tui.core.text import Text
from progpro_tui.i18n.translator import Translator
from progpro_tui.tui.keys import Act
from progpro_tui.tui.safe import safe, show
from progpro_tui.tui.steps.step_view import Answered, StepView
from progpro_tui.tui.steps.ways import Ways
from progpro_tui.tui.widgets.options import Options

__all__ = [
    "Act",
    "Answer",
    "Answered",
    "Given",
    "Missing",
    "Options",
    "Step",
    "StepView",
    "Text",
    "Translator",
    "Value",
    "Ways",
    "safe",
    "show",
]
