"""Charts as geometry: points and lines, before anyone knows on what they are drawn.

Lengths are in the caller's unit (millimetres, cells), x to the right and y downward; angles are in
degrees, clockwise from the right.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from fractions import Fraction
from typing import TypeAlias, TypeVar

Point: TypeAlias = tuple[float, float]
Segment: TypeAlias = tuple[Point, Point]
Number = TypeVar("Number", float, Fraction)

FIRST_ANGLE = -120.0
"""Where the first axis of a hexagon points: R, top left, on Holland's."""

UPWARD = -90.0
"""Where the first axis of a wheel points."""


def angles(count: int, first: float = FIRST_ANGLE) -> list[float]:
    """The directions of ``count`` axes, evenly spread, the first at ``first``."""
    return [first + 360.0 * place / count for place in range(count)]


def polygon_points(
    shares: Sequence[float | None],
    radius: float,
    centre: Point = (0.0, 0.0),
    first: float = FIRST_ANGLE,
) -> list[Point | None]:
    """The corners of a shape whose axes carry ``shares`` of ``radius``, from 0 to 1.

    An axis without a share has no corner: none stands in its place.
    """
    return [
        None if share is None else polar(centre, share * radius, angle)
        for share, angle in zip(shares, angles(len(shares), first), strict=True)
    ]


def polar(centre: Point, radius: float, angle: float) -> Point:
    """The point at ``radius`` from ``centre`` in the direction ``angle``."""
    turn = math.radians(angle)
    return centre[0] + radius * math.cos(turn), centre[1] + radius * math.sin(turn)


def ring(
    count: int, radius: float, centre: Point = (0.0, 0.0), first: float = FIRST_ANGLE
) -> list[Point]:
    """The corners of a regular frame of ``count`` axes."""
    return [polar(centre, radius, angle) for angle in angles(count, first)]


def rings(
    count: int, radius: float, steps: int, centre: Point = (0.0, 0.0), first: float = FIRST_ANGLE
) -> list[list[Point]]:
    """The frames at each of ``steps`` equal steps from the centre, the edge last."""
    return [ring(count, radius * step / steps, centre, first) for step in range(1, steps + 1)]


def outline(points: Sequence[Point | None]) -> list[Segment]:
    """The sides of a shape: neighbours are joined where both exist."""
    sides = zip(points, [*points[1:], *points[:1]], strict=True)
    return [(one, other) for one, other in sides if one is not None and other is not None]


def hatch(points: Sequence[Point | None], spacing: float) -> list[Segment]:
    """Hatching at 45° inside a shape: lines where x + y is a multiple of ``spacing``.

    A shape with a corner missing has no inside. Computed, so that no renderer needs to clip.
    """
    if len(points) < 3 or None in points:
        return []
    sides = outline(points)
    sums = [x + y for (x, y), _ in sides]
    lines = []
    for step in range(math.ceil(min(sums) / spacing), math.floor(max(sums) / spacing) + 1):
        crossings = sorted(_crossings(sides, step * spacing))
        # Between the first crossing and the second is inside, and so on.
        lines += [pair for pair in zip(crossings[::2], crossings[1::2], strict=False) if _long(pair)]
    return lines


def hatch_bar(x: float, y: float, width: float, height: float, spacing: float) -> list[Segment]:
    """Hatching inside the upright rectangle whose top left corner is x, y."""
    return hatch([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], spacing)


def margin(share: Number, half_width: Number) -> tuple[Number, Number, Number]:
    """A bar with its margin, on a track from 0 to 1: (solid end, hatch start, hatch end).

    ``share`` is the value's place, ``half_width`` half the tie width. The bar is solid up to its
    hatching, which reaches ``half_width`` to both sides of the value and never leaves the track. So
    two hatchings overlap exactly when the two values differ by less than the tie width.
    """
    nothing, whole = type(share)(0), type(share)(1)
    start = min(max(share - half_width, nothing), whole)
    end = min(max(share + half_width, nothing), whole)
    return start, start, end


def _crossings(sides: Sequence[Segment], level: float) -> list[Point]:
    """Where the line x + y = level crosses the sides; a corner belongs to one of its two sides."""
    found = []
    for (x1, y1), (x2, y2) in sides:
        one, other = x1 + y1, x2 + y2
        if (one <= level) != (other <= level):
            part = (level - one) / (other - one)
            found.append((x1 + part * (x2 - x1), y1 + part * (y2 - y1)))
    return found


def _long(line: Segment) -> bool:
    return math.dist(*line) > 1e-6
