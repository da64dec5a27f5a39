"""Pictures of the app for the README: ``make screenshots`` writes them to docs/screenshots."""

from __future__ import annotations

import asyncio
import re
import shutil
import sys
import tempfile
from pathlib import Path

from progpro_tui.workspace.demo import make_demo
from tests.tui import gallery
from tests.tui.driver import driving

TO = Path(__file__).parents[2] / "docs" / "screenshots"


async def take(
    practice: Path, to: Path, language: str, size: tuple[int, int], theme: str, suffix: str
) -> None:
    """Home, a run with the counsellor, the profile, and the run in the beneficiary's mode."""
    async with driving(practice, language=language, size=size, theme=theme) as driver:

        def save(name: str) -> None:
            svg = driver.app.export_screenshot(title="progpro", simplify=True)
            # The picture is to stand by itself: it fetches no font from anywhere.
            svg = re.sub(r"@font-face\s*\{[^}]*\}", "", svg)
            (to / f"{name}-{suffix}.svg").write_text(svg, "utf-8")

        save("home")
        await driver.press("down", "enter", "enter")
        save("profile")
        await driver.press("v")
        save("their-view")
        await driver.press("escape", "escape", "escape", "up", "enter", "enter")
        await driver.press("4", "down", "down")
        save("run")
        await driver.press("f5", "enter", "down", "down", "down", "down")
        save("person")
        await driver.press("escape", "f5")
        await driver.type("2468")
        await driver.press("enter")


def main(to: Path, sizes: dict[str, tuple[int, int]], themes: tuple[str, ...]) -> None:
    to.mkdir(parents=True, exist_ok=True)
    for language in ("fr", "en"):
        for name, size in sizes.items():
            for theme in themes:
                with tempfile.TemporaryDirectory() as folder:
                    practice = Path(folder) / "demo"
                    make_demo(practice, "Cabinet Horizon", language)
                    suffix = "-".join(filter(None, (language, name, theme)))
                    asyncio.run(take(practice, to, language, size, theme, suffix))


OF_STEPS = {
    "values-cards": {"1-sort": "sort"},
    "what-matters-at-work": {"2-arrange": "arrange"},
    "work-wheel": {"profile": "wheel"},
}
"""Which pictures of the gallery stand in the README, and by what name."""


def of_steps(to: Path) -> None:
    """A few steps and profiles, taken from the gallery."""
    with tempfile.TemporaryDirectory() as folder:
        gallery.main(Path(folder), list(OF_STEPS))
        for instrument, wanted in OF_STEPS.items():
            for language in ("fr", "en"):
                for picture, name in wanted.items():
                    taken = Path(folder) / f"{instrument}-{language}-80x24-{picture}.svg"
                    shutil.copy(taken, to / f"{name}-{language}.svg")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        every = {"80x24": (80, 24), "140x40": (140, 40)}
        main(Path(sys.argv[1]), every, ("papier", "nuit", "contraste"))
    else:
        main(TO, {"": (80, 24)}, ("",))
        of_steps(TO)
