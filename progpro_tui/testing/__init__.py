"""The kit for authors of plugins: what a plugin promises, checked.

``check_plugin`` checks a whole plugin, ``check_exercise`` an exercise on an instrument of its kind.
Both raise ``AssertionError`` with a sentence that names the step; they need no test runner.
``plugin_host`` takes in a plugin that is being written, ``instrument_from`` reads an instrument file,
``people`` are the respondents that an exercise is tried with, and ``profile_of`` scores answers.
``progpro_tui.testing.screen.on_screen`` shows a run in the real app, to be answered by keys, and
``progpro_tui.testing.fixtures`` has the fixtures for pytest; both are imported on their own.
"""

from progpro_tui.testing.check import check_exercise
from progpro_tui.testing.files import instrument_from
from progpro_tui.testing.people import people
from progpro_tui.testing.plugins import check_plugin, plugin_host
from progpro_tui.testing.scored import profile_of

__all__ = [
    "check_exercise",
    "check_plugin",
    "instrument_from",
    "people",
    "plugin_host",
    "profile_of",
]
