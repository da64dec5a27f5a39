"""A translator whose words come out typeset: what the pages say passes the door by itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from progpro_tui.core.errors import ProgproError
from progpro_tui.core.text import Filled, Message, Param, Text, Words
from progpro_tui.i18n.translator import NBSP, Translator
from progpro_tui.reports import typography


@dataclass(frozen=True)
class Typesetter(Translator):
    """Says things as they are printed in one language."""

    def __call__(
        self,
        words: str | tuple[str, str] | Message | Text | Filled | ProgproError,
        /,
        *,
        plain: bool = False,
        **params: Param,
    ) -> str:
        return typography.typeset(super().__call__(words, plain=plain, **params), self.language)

    def raw(self, words: str) -> str:
        """Words that no catalogue knows, such as an author's name: typeset, not translated."""
        return typography.typeset(words, self.language)

    @property
    def semicolon(self) -> str:
        """What stands between the parts of a list in one line."""
        return f"{NBSP}; " if self.language == "fr" else "; "

    def quoted(self, words: str) -> str:
        """Words between quotation marks, as a person says them."""
        return typography.quoted(words, self.language)

    def sentence(self, words: Words) -> str:
        """Words of an index as a sentence: a capital first, a full stop last."""
        said = typography.capitalised(self(words))
        return said if said.endswith((".", "?", "!", "…")) else f"{said}."

    def bound(self, value: Fraction) -> str:
        """The end of a scale: whole where it is."""
        return self.number(value, 0 if value.denominator == 1 else 1)

    def one_of(self, share: float, words: Sequence[Words]) -> str:
        """The word nearest to ``share``, among ``words`` from 0 to 1, as inside a sentence."""
        said = self(words[round(share * (len(words) - 1))], plain=True)
        return said[:1].lower() + said[1:]
