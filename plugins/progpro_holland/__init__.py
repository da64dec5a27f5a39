"""Indices of Holland's hexagon: code, consistency, differentiation, elevation."""

from collections.abc import Sequence

from progpro_holland.indices import Code, Consistency, Differentiation, Elevation
from progpro_tui.api import Index, hookimpl

progpro_api = 1


@hookimpl
def progpro_indices() -> Sequence[Index]:
    return [Code(), Consistency(), Differentiation(), Elevation()]
