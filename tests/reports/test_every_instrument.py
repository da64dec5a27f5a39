"""Every bundled instrument has pages, for who answers everything and for who answers nothing."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from progpro_tui.authoring.shelf import Shelf, bundled_folder
from progpro_tui.authoring.simulate.by_rule import Random
from progpro_tui.authoring.simulate.respondents import Who
from progpro_tui.core.administration import Administration
from progpro_tui.core.document import Cover
from progpro_tui.core.instrument import Instrument
from progpro_tui.core.profile import Profile
from progpro_tui.host.plugin_host import PluginHost
from progpro_tui.reports.pages import profile_document
from progpro_tui.reports.pdf import write_pdf
from progpro_tui.workspace.profiles import make_profile, open_run
from tests.reports import samples
from tests.reports.findings_samples import MADE
from tests.reports.test_pages import words

NAMES = sorted(path.stem for path in bundled_folder().glob("*.yaml"))


@pytest.fixture(scope="module")
def host() -> PluginHost:
    return PluginHost()


@pytest.fixture(scope="module")
def shelf(host: PluginHost, tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    cache: Path = tmp_path_factory.mktemp("cache")
    return Shelf(host, cache=cache)


def answered(host: PluginHost, asked: Instrument, gaps: float) -> Profile:
    """The profile of somebody who leaves this share of the questions out."""
    respondent = Random(Who(asked, seed=7, gaps=gaps))
    run = open_run(host, asked, respondent.run_seed)
    administration = Administration(host.exercise(asked.kind), run)
    while step := administration.step:
        administration.answer(respondent.given(step))
    return replace(make_profile(host, asked, administration), provenance=MADE)


@pytest.mark.parametrize("gaps", [0.0, 0.2, 1.0], ids=("whole", "gaps", "nothing"))
@pytest.mark.parametrize("name", NAMES)
def test_its_pages(name: str, gaps: float, host: PluginHost, shelf: Shelf) -> None:
    asked = shelf.instrument(name)
    profile = answered(host, asked, gaps)
    for language in ("fr", "en"):
        made = profile_document(
            profile, asked, samples.SUBJECT, language, ("person", "counsellor"), b"{}"
        )
        said = " ".join(words(tuple(part.blocks for part in made.parts)))
        # No slot of an author or of ours is left open, and no sentence ends twice.
        assert not re.search(r"\{\w+\}|\.\.(?!\.)|\?\.", said)
        assert said.count("Amina Delorme") == 1
        pages = PdfReader(io.BytesIO(write_pdf(made))).pages
        assert isinstance(made.parts[0].blocks[0], Cover)
        assert 3 <= len(pages) <= 30
        assert all(page.extract_text().strip() for page in pages)
