"""What leaves the screen by another way than eyes: pictures of it, and what is copied."""

from __future__ import annotations

from textual.app import App

from progpro_tui.tui.base import BaseScreen
from progpro_tui.tui.patches import keep_within


class DiscreetApp(App[None]):
    """No picture is written. What is copied in a dossier can be pasted within the app alone."""

    @property
    def may_copy(self) -> bool:
        """Whether nothing that is open, be it covered, is of a person."""
        return all(screen.MAY_COPY for screen in self.screen_stack if isinstance(screen, BaseScreen))

    def copy_to_clipboard(self, text: str) -> None:
        if self.may_copy:
            super().copy_to_clipboard(text)
        else:
            keep_within(self, text)

    def forget_copied(self) -> None:
        """Empty both clipboards: other hands come to the keyboard."""
        super().copy_to_clipboard("")

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Textual's own writes what is on the screen in clear."""

    def deliver_screenshot(
        self, filename: str | None = None, path: str | None = None, time_format: str | None = None
    ) -> str | None:
        """As above."""
        return None

    def save_screenshot(
        self, filename: str | None = None, path: str | None = None, time_format: str | None = None
    ) -> str:
        """As above; the name of no file."""
        return ""
