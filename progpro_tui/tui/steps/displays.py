"""Whether a plugin's own widget shows its step, or a built-in step stands in for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from progpro_tui.core.errors import PluginError
from progpro_tui.core.text import N_, Message, message
from progpro_tui.host.blame import in_words, raised_by

if TYPE_CHECKING:  # a start shows no step
    from progpro_tui.core.steps import Step
    from progpro_tui.host.plugin_host import PluginHost
    from progpro_tui.tui.steps.step_view import StepView

GIVEN_UP = N_("The plugin’s own display failed, the question is asked in another way: {reason}")


class Displays:
    """What shows each sort of step; a widget that failed once is not tried again in this program."""

    def __init__(self, host: Callable[[], PluginHost]) -> None:
        self._host = host
        self._given_up: set[type[Step]] = set()
        self._broken: set[type[StepView]] = set()

    def shown(self, step: Step | None) -> Step | None:
        """The step as it is shown: itself, or what stands in for it."""
        return step.fallback() if step is not None and type(step) in self._given_up else step

    def view(self, step: Step) -> tuple[StepView, Message | None]:
        """A new widget for the step as it is shown; a sentence where the plugin's own just failed."""
        from progpro_tui.tui.steps.views import view_of

        try:
            return view_of(step, self._host()), None
        except PluginError as error:
            self._given_up.add(type(step))
            return view_of(step.fallback(), self._host()), message(GIVEN_UP, reason=error.message)

    def give_up(self, step: Step | None, view: StepView | None, error: Exception) -> Message | None:
        """Give a widget up, where its own code raised this; a sentence that says so."""
        if step is None or view is None or not raised_by(type(view), error):
            return None
        self._given_up.add(type(step))
        self._broken.add(type(view))
        return message(GIVEN_UP, reason=in_words(error))

    def of_broken(self, error: Exception) -> bool:
        """Whether this is one more error of a widget that was given up before."""
        return any(raised_by(view, error) for view in self._broken)
