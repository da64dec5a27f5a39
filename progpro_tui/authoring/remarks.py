"""What is no mistake, and worth a second look: warnings and advice, each at its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from progpro_tui.core.errors import Place
from progpro_tui.core.text import Message

Severity: TypeAlias = Literal["warning", "advice"]
"""A warning is probably wrong; advice is a question to the author, who knows better."""


@dataclass(frozen=True)
class Remark:
    """One thing to look at again. ``code`` names the rule and stays the same in every version."""

    severity: Severity
    code: str
    place: Place
    what: Message
