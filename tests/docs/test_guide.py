"""The guide: every example is run, the tables are fresh, the two languages say the same."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from progpro_tui.host.discovery import local_plugins
from progpro_tui.host.taking_in import take_in
from tests.docs.examples import Folder
from tests.docs.generate import fresh, hook_names
from tests.docs.pages import GUIDE, anchors, blocks, headings, links, pages, prose

ALL = [page for pair in pages() for page in pair]
MOST_NOT_RUN = 3
"""In one language. Whoever adds one says in it why it cannot be run."""


BROKEN = ("essai", "trial")
"""Plugins that the guide shows to be set aside."""


def named(page: Path) -> str:
    return f"{page.parent.name}/{page.name}"


@pytest.mark.parametrize("page", ALL, ids=named)
def test_every_example_does_what_the_page_says(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PROGPRO_PRACTICE", str(folder))
    Folder(folder, page.parent.name).follow(page)
    for plugin in local_plugins(folder / "plugins"):
        if plugin.name not in BROKEN:
            assert take_in(plugin)


@pytest.mark.parametrize(("french", "english"), pages(), ids=lambda page: page.name)
def test_both_languages_have_the_same_sections_and_examples(french: Path, english: Path) -> None:
    assert [level for level, _ in headings(french)] == [level for level, _ in headings(english)]
    assert [block.shape for block in blocks(french)] == [block.shape for block in blocks(english)]


@pytest.mark.parametrize("page", ALL, ids=named)
def test_the_tables_are_fresh(page: Path) -> None:
    assert fresh(page) == page.read_text("utf-8"), "run “make docs”"


@pytest.mark.parametrize(
    "page", [page for page in ALL if "hook" in page.name or "accroche" in page.name]
)
def test_every_hook_has_a_section_with_its_example(page: Path) -> None:
    sections = page.read_text("utf-8").split("\n## ")[1:]
    assert [section.split("\n")[0] for section in sections] == hook_names()
    for section in sections:
        assert f"def {section.split(chr(10))[0]}():" in section


@pytest.mark.parametrize("language", ["fr", "en"])
def test_few_examples_are_not_run(language: str) -> None:
    reasons = [b.not_run for page in ALL if page.parent.name == language for b in blocks(page)]
    assert sum(map(bool, reasons)) <= MOST_NOT_RUN


def test_every_page_is_in_the_index_and_every_link_leads_somewhere() -> None:
    index = GUIDE / "README.md"
    found = {path for folder in ("fr", "en") for path in (GUIDE / folder).glob("*.md")}
    assert found == set(ALL)
    assert {index.parent / target for target in links(index)} >= found
    for page in [index, *ALL]:
        for target in links(page):
            file, _, anchor = target.partition("#")
            linked = (page.parent / file).resolve() if file else page
            assert linked.exists(), f"{named(page)}: {target}"
            assert not anchor or anchor in anchors(linked), f"{named(page)}: {target}"


ORDINARY = re.compile(r"« | [:;?»]| !(?!\[)")
"""French has a no-break space here, so that no line begins with the mark."""


@pytest.mark.parametrize("page", [page for page in ALL if page.parent.name == "fr"], ids=named)
def test_french_is_typeset(page: Path) -> None:
    words = [re.sub("`[^`]*`", "`", line) for line in prose(page)]
    assert [line for line in words if ORDINARY.search(line) or "'" in line] == []
