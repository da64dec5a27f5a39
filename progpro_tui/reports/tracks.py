"""Places along a straight track: of values, and of years, kept apart where they crowd.

Lengths are in the caller's unit (millimetres, cells).
"""

from __future__ import annotations

from collections.abc import Sequence


def along(value: float, least: float, most: float, start: float, end: float) -> float:
    """Where a value stands on a track from ``start`` to ``end``; in its middle where all are one."""
    if least == most:
        return (start + end) / 2
    return start + (value - least) / (most - least) * (end - start)


def spread(places: Sequence[float], apart: float, start: float, end: float) -> list[float]:
    """Places in rising order moved as little as possible, so that neighbours are ``apart``.

    Least squares under that condition: the places less their rank times ``apart`` must not fall
    (isotonic regression by pooling adjacent violators, Ayer et al. 1955), and clamped to the track
    they stay optimal. A track too short for all spreads them evenly.
    """
    if len(places) < 2:
        return [min(max(place, start), end) for place in places]
    apart = min(apart, (end - start) / (len(places) - 1))
    pools: list[tuple[float, int]] = []
    for rank, place in enumerate(places):
        pools.append((place - rank * apart, 1))
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            (one, n), (other, m) = pools[-2:]
            pools[-2:] = [((one * n + other * m) / (n + m), n + m)]
    most = end - (len(places) - 1) * apart
    level = [min(max(mean, start), most) for mean, count in pools for _ in range(count)]
    return [place + rank * apart for rank, place in enumerate(level)]
