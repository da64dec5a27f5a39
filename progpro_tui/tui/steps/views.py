"""Which widget shows which step."""

from __future__ import annotations

from collections.abc import Callable

from progpro_tui.core.card_steps import Arrange, Choose, Rank, Sort
from progpro_tui.core.errors import PluginError
from progpro_tui.core.findings import LifeLine
from progpro_tui.core.scale_steps import Grid, Place, Rate
from progpro_tui.core.steps import Show, Step
from progpro_tui.core.text import N_
from progpro_tui.core.write_step import Write
from progpro_tui.host.blame import guarded
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.tui.steps.step_view import StepView


def view_of(step: Step, host: PluginHost) -> StepView:
    """A new widget for this step: a plugin's own, or one of ours.

    Each is imported when a run first needs it: a start needs none. Raises :class:`PluginError` where
    a plugin's widget cannot be made, ``TypeError`` for a step that nothing shows.
    """
    if (own := host.widget(step)) is not None:
        return made_view(own)
    for kind, make in VIEWS.items():
        if isinstance(step, kind):
            return make(step)
    raise TypeError(f"no widget for {type(step).__name__}")


def made_view(make: object) -> StepView:
    """The widget that a plugin named: a class, or what returns one."""

    def made() -> object:
        view = make() if callable(make) else make
        return view() if isinstance(view, type) else view

    view = guarded(made, N_("its widget cannot be made: {error}"))
    if not isinstance(view, StepView):
        raise PluginError(N_("{found} is not a widget for a step"), found=type(view).__name__)
    return view


def _show(step: Step) -> StepView:
    from progpro_tui.tui.steps.show_view import ShowView

    return ShowView()


def _rate(step: Step) -> StepView:
    from progpro_tui.tui.steps.rate_view import RateView

    assert isinstance(step, Rate)
    return RateView(len(step.responses))


def _choose(step: Step) -> StepView:
    from progpro_tui.tui.steps.choose_view import ChooseView
    from progpro_tui.tui.steps.ticks_view import TicksView

    assert isinstance(step, Choose)
    return TicksView() if step.several else ChooseView()


def _rank(step: Step) -> StepView:
    from progpro_tui.tui.steps.rank_view import RankView

    return RankView()


def _sort(step: Step) -> StepView:
    from progpro_tui.tui.steps.sort_view import SortView

    return SortView()


def _arrange(step: Step) -> StepView:
    from progpro_tui.tui.steps.arrange_view import ArrangeView

    return ArrangeView()


def _grid(step: Step) -> StepView:
    from progpro_tui.tui.steps.grid_view import GridView

    return GridView()


def _place(step: Step) -> StepView:
    from progpro_tui.tui.steps.life_view import LifeLineView
    from progpro_tui.tui.steps.wheel_view import WheelView

    assert isinstance(step, Place)
    return LifeLineView() if isinstance(step.around, LifeLine) else WheelView()


def _write(step: Step) -> StepView:
    from progpro_tui.tui.steps.write_view import WriteView

    assert isinstance(step, Write)
    return WriteView(step.form)


VIEWS: dict[type[Step], Callable[[Step], StepView]] = {
    Show: _show,
    Rate: _rate,
    Choose: _choose,
    Rank: _rank,
    Sort: _sort,
    Arrange: _arrange,
    Grid: _grid,
    Place: _place,
    Write: _write,
}
