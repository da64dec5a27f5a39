"""What a start leaves out, because somebody waits for it."""

from __future__ import annotations

import gc

from textual.app import App


class QuickApp(App[None]):
    """Parses its style sheets once, and looks for no garbage before there is any."""

    _worn: dict[str, str] | None = None
    """The colours that the style sheets were read in."""

    def dressed(self) -> None:
        """The theme is chosen: the style sheets are read in its colours from the first on."""
        self._worn = self.get_css_variables()
        self.stylesheet.set_variables(self._worn)

    def refresh_css(self, animate: bool = True) -> None:
        # At its start Textual asks for the colours it has, and would parse everything again for them.
        variables = self.get_css_variables()
        if variables == self._worn:
            self.stylesheet.update(self, animate=animate)
            return
        self._worn = variables
        super().refresh_css(animate)

    def started(self) -> None:
        """The first screen is painted: garbage is looked for again, but not among what a start made,
        which lives as long as the program.
        """
        gc.freeze()
        gc.enable()
