"""From words of any kind to a string in one language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from progpro_tui.core.errors import ProgproError
from progpro_tui.core.text import N_, Filled, Message, Param, Text
from progpro_tui.i18n.catalogue import translations

SLOT = re.compile(r"\{(\w+)(!r)?\}")
"""A named slot; it is filled by name alone, never by what it could reach or how wide it could be:
the words of an author, and the sentences of a profile that was imported, come from outside.
"""

NBSP = "\N{NO-BREAK SPACE}"


@dataclass(frozen=True)
class Translator:
    """Says things in one language: ``tr("Export as PDF")``, ``tr(message)``, ``tr(item.text)``."""

    language: str

    def __call__(
        self,
        words: str | tuple[str, str] | Message | Text | Filled | ProgproError,
        /,
        *,
        plain: bool = False,
        **params: Param,
    ) -> str:
        """The words in this language, slots filled. ``plain`` chooses the wording of a ``Text``."""
        if isinstance(words, ProgproError):
            words = words.message
        if isinstance(words, Text):
            return words.resolve(self.language, plain)
        if isinstance(words, Filled):
            return self._filled(words, plain)
        if isinstance(words, Message):
            return self._fill(words.msgid, words.plural, words.params, plain)
        if isinstance(words, tuple):
            return self._fill(*words, params, plain)
        return self._fill(words, None, params, plain)

    def number(self, value: Fraction | float, decimals: int = 1) -> str:
        """A measured value: decimal comma in French, a true minus sign."""
        digits = f"{float(value):.{decimals}f}"
        if self.language == "fr":
            digits = digits.replace(".", ",")
        return digits.replace("-", "\N{MINUS SIGN}")

    def count(self, value: int) -> str:
        """A whole number, its thousands parted."""
        return f"{value:,}".replace(",", NBSP if self.language == "fr" else ",")

    def joined(self, words: list[str]) -> str:
        """Words in a row: « a, b et c », “a, b and c”."""
        if len(words) < 2:
            return "".join(words)
        return self(N_("{list} and {last}"), list=", ".join(words[:-1]), last=words[-1])

    def _filled(self, words: Filled, plain: bool) -> str:
        return self._slotted(words.text.resolve(self.language, plain), words.params, plain)

    def _fill(self, msgid: str, plural: str | None, params: Mapping[str, Param], plain: bool) -> str:
        catalogue = translations(self.language)
        if plural is None:
            pattern = catalogue.gettext(msgid) if msgid else ""
        else:
            n = params["n"]
            pattern = catalogue.ngettext(msgid, plural, n if isinstance(n, int) else 2)
        return self._slotted(pattern, params, plain)

    def _slotted(self, pattern: str, params: Mapping[str, Param], plain: bool) -> str:
        """The words with their slots filled; one that has no parameter stays as it was written."""

        def slot(found: re.Match[str]) -> str:
            if found[1] not in params:
                return found[0]
            said = self._param(params[found[1]], plain)
            return repr(said) if found[2] else said

        return SLOT.sub(slot, pattern)

    def _param(self, value: Param, plain: bool) -> str:
        if isinstance(value, Text | Message | Filled):
            return self(value, plain=plain)
        if isinstance(value, int):
            return self.count(value)
        if isinstance(value, float | Fraction):
            return self.number(value)
        return value
