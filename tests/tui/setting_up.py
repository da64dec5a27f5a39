"""From an empty machine to a practice, by keys."""

from __future__ import annotations

from progpro_tui.tui.screens.phrase import PhraseScreen
from progpro_tui.tui.screens.setup import SetupScreen
from progpro_tui.tui.screens.setup_codes import CodesScreen
from tests.tui.driver import CODE, Driver


async def note(driver: Driver) -> str:
    """Type the three words that are asked, and go on; the phrase."""
    assert isinstance(driver.screen, PhraseScreen)
    drawn = driver.screen.drawn
    for place in drawn.asked:
        await driver.type(drawn.words[place])
        await driver.press("enter")
    return drawn.phrase


async def to_the_codes(driver: Driver) -> str:
    """Through the first two steps; the passphrase."""
    assert isinstance(driver.screen, SetupScreen)
    await driver.type("Cabinet Horizon")
    await driver.press("enter")
    phrase = await note(driver)
    assert isinstance(driver.screen, CodesScreen)
    return phrase


async def set_up(driver: Driver) -> tuple[str, str]:
    """Through all three steps; the passphrase and the recovery code."""
    phrase = await to_the_codes(driver)
    assert isinstance(driver.screen, CodesScreen)
    recovery = driver.screen.code
    await driver.type(recovery.split()[-1].lower())
    await driver.press("enter", *CODE, "enter", *CODE, "enter")
    return phrase, recovery
