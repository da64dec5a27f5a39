"""The person contests a profile as easily as they agree: boxes to tick, and room to write."""

from __future__ import annotations

from typing import Literal

from progpro_tui.core.document import Block, Choices, Heading, Paragraph, Writing
from progpro_tui.reports.wording import Typesetter


def opinion(tr: Typesetter, level: Literal[1, 2]) -> tuple[Block, ...]:
    """Whether this sounds like them; ``level`` 1 where it is to stand on a page of its own."""
    return (
        Heading(level, tr("Does this sound like you?")),
        Choices((tr("Yes"), tr("In part"), tr("No"), tr("I do not know"))),
        Paragraph(tr("What I would say otherwise, what is missing, what is not right:")),
        Writing(5, 10),
        Paragraph(
            tr("You may write nothing. This page is yours: you show it to whom you like."), "secondary"
        ),
    )
