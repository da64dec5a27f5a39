"""A step of this plugin's own: a number from 0 to ``top``, as on a dial."""

from dataclasses import dataclass

from progpro_tui.api import (
    AnswerRefused,
    Rate,
    Response,
    Step,
    Text,
    Value,
    Words,
    as_said,
)

NO_SUCH_NUMBER = Text(
    {
        "fr": "Un nombre de 0 à {top} est attendu ici.",
        "en": "A number from 0 to {top} is expected here.",
    }
)


@dataclass(frozen=True)
class Turn(Step):
    """How far the dial is turned for one item."""

    item: Words
    question: Words
    top: int

    @property
    def topic(self) -> Words:
        return self.item

    def check_value(self, value: Value) -> None:
        # True is an int in Python, and no number here.
        if type(value) is not int or not 0 <= value <= self.top:
            raise AnswerRefused(NO_SUCH_NUMBER, top=self.top)

    def value_in_words(self, value: Value) -> Words:
        return as_said(f"{value} / {self.top}")

    def fallback(self) -> Step:
        """The same question by a step that progpro has: on paper, line by line, in simulations."""
        points = tuple(Response(n, as_said(str(n))) for n in range(self.top + 1))
        return Rate(self.id, self.item, self.question, points, takes=self.takes)
