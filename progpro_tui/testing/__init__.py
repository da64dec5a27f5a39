"""The kit for authors of plugins: what an exercise promises, checked on an instrument of its kind.

``check_exercise`` raises ``AssertionError`` with a sentence that names the step; it needs no test
runner. ``instrument_from`` reads an instrument file, ``people`` are the respondents it is tried with.
"""

from progpro_tui.testing.check import check_exercise
from progpro_tui.testing.files import instrument_from
from progpro_tui.testing.people import people

__all__ = ["check_exercise", "instrument_from", "people"]
