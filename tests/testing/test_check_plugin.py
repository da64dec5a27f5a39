"""What a first plugin gets wrong is said in a sentence that its author can act on."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from progpro_tui.authoring.new.plugin import template_folder
from progpro_tui.testing import check_exercise, check_plugin, instrument_from, plugin_host, plugins

PACKAGE = template_folder() / "progpro_template"


def plugin(folder: Path, code: str, name: str = "mine") -> Path:
    """A plugin of a single file."""
    file = folder / f"{name}.py"
    file.write_text(f"from progpro_tui.api import *\nprogpro_api = 1\n{code}\n", "utf-8")
    return file


HOOKS = """
@hookimpl
def progpro_exercises(): return [Template]
@hookimpl
def progpro_instruments(): return [Path(__file__).with_name("example.yaml")]
@hookimpl
def progpro_steps(): return [StepKind(Turn, "mine:Dial")]
def Dial(step, **more): raise NotImplementedError
"""


def template(folder: Path, *changes: tuple[str, str], more: str = "") -> Path:
    """The template in a single file, with some of its code changed and ``more`` behind it."""
    parts = ((PACKAGE / name).read_text("utf-8") for name in ("step.py", "exercise.py"))
    lines = "\n".join(parts).splitlines()
    code = "\n".join(line for line in lines if not line.startswith("from progpro_template"))
    code = f"from pathlib import Path\n{code}\n{HOOKS}\n{more}"
    for old, new in changes:
        assert old in code
        code = code.replace(old, new)
    shutil.copy(PACKAGE / "example.yaml", folder)
    return plugin(folder, code)


def refused(path: Path, **how: Any) -> str:
    with pytest.raises(AssertionError) as failed:
        check_plugin(path, **{"respondents": 2, "walks": 1, "elsewhere": False, **how})
    return str(failed.value)


def test_a_plugin_that_never_ends_loading_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plugins, "PATIENT", 1.0)
    said = refused(plugin(tmp_path, "while True: pass"))
    assert said == "mine: it is not loaded after 1 seconds"


def test_a_plugin_that_offers_nothing_is_said(tmp_path: Path) -> None:
    said = refused(plugin(tmp_path, "def progpro_exercises(): return []"))
    assert said.startswith("mine: it offers nothing: no function is marked with @hookimpl")


def test_a_plugin_may_print(tmp_path: Path) -> None:
    loud = ("        yield opening(", "        print('asked')\n        yield opening(")
    file = template(tmp_path, loud, more="print('loaded')")
    exercise = plugin_host(file).exercise("template")
    example = instrument_from(tmp_path / "example.yaml", plugin_host(file))
    check_exercise(exercise, example, respondents=2, walks=1)


def test_words_of_an_answer_that_are_a_bare_text_are_said(tmp_path: Path) -> None:
    said = refused(template(tmp_path, ('as_said(f"{value} / {self.top}")', 'f"{value}"')))
    assert "step “a2”: value_in_words returns a str: wrap it in as_said(…)" in said


def test_a_fallback_that_is_none_is_said(tmp_path: Path) -> None:
    said = refused(template(tmp_path, ("        return Rate(", "        Rate(")))
    assert "step “a1”: “Turn.fallback” returns a NoneType" in said


def test_a_fallback_that_takes_what_its_step_refuses_is_said(tmp_path: Path) -> None:
    said = refused(template(tmp_path, ("range(self.top + 1)", "range(self.top + 9)")))
    assert "Turn refuses the answer" in said
    assert "which its “fallback”, a Rate, takes: both take the same answers" in said


def test_a_step_that_takes_more_than_its_fallback_is_said(tmp_path: Path) -> None:
    said = refused(template(tmp_path, ("0 <= value <= self.top:", "0 <= value <= 10:")))
    assert "Turn takes 7, and its fallback (a Rate) does not" in said


INDEX = """
class Sum:
    id = "mine.sum"
    def compute(self, instrument, profile):
        return IndexResult(self.id, {label}, data={data})
@hookimpl
def progpro_indices(): return [Sum()]
"""


def index(label: str = "as_said('Sum')", data: str = "{'sum': 1}") -> str:
    return INDEX.replace("{label}", label).replace("{data}", data)


def test_an_index_that_keeps_its_promise_passes(tmp_path: Path) -> None:
    check_plugin(plugin(tmp_path, index()))


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (index(label="'Sum'"), "its label is a str: wrap it in as_said(…)"),
        (index(label="Text({'fr': 'Somme'})"), "its “label” has no wording in “en”"),
        (index(data="{1: 2}"), "what it says changes when it is stored"),
        (index(label="profile.score('Z')"), "fails: KeyError: 'Z'"),
    ],
)
def test_what_is_wrong_with_an_index_is_said(tmp_path: Path, code: str, said: str) -> None:
    found = refused(plugin(tmp_path, code))
    assert found.startswith("The index “mine.sum”")
    assert said in found


@pytest.mark.parametrize(
    ("blocks", "said"),
    [
        ("['words']", "in “fr” holds a str, which is no block"),
        ("[Paragraph(as_said('words'))]", "“words” of a Paragraph is a Text"),
        ("[] if language == 'fr' else 1 / 0", "in “en” fails: ZeroDivisionError"),
    ],
)
def test_what_is_wrong_with_a_section_is_said(tmp_path: Path, blocks: str, said: str) -> None:
    code = (
        f"def build(profile, instrument, language): return {blocks}\n@hookimpl\n"
        "def progpro_report_sections(): return [ReportSection('mine', 'person', build)]"
    )
    found = refused(plugin(tmp_path, code))
    assert found.startswith("The section “mine”")
    assert said in found
