"""What runs the examples of the guide can fail, and says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.examples import Folder, agrees
from tests.docs.pages import blocks

PAGE = """\
# A page

```yaml
# small.yaml
id: small
kind: rating
```

```yaml
# small.yaml, line 3
kind: ratings
```

<!-- not run: it would open the app -->
```console
$ progpro
```

```console
$ progpro check small.yaml
small.yaml: no mistake, 3 questions
```
"""


def page(folder: Path, words: str) -> Path:
    path = folder / "en" / "page.md"
    path.parent.mkdir()
    path.write_text(words, "utf-8")
    return path


def test_output_that_the_page_does_not_show_is_told_with_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(AssertionError, match=r"(?s)en/page.md:19: .*Did you mean “rating”") as told:
        Folder(tmp_path, "en").follow(page(tmp_path, PAGE))
    assert "no mistake, 3 questions" in str(told.value)
    assert (tmp_path / "small.yaml").read_text("utf-8").split("\n")[2] == "kind: ratings"


def test_an_example_of_no_known_sort_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="“rust” is no sort of example"):
        Folder(tmp_path, "en").follow(page(tmp_path, "```rust\nfn main() {}\n```\n"))


def test_only_what_says_why_is_not_run(tmp_path: Path) -> None:
    reasons = [block.not_run for block in blocks(page(tmp_path, PAGE))]
    assert reasons == ["", "", "it would open the app", ""]


@pytest.mark.parametrize(
    ("expected", "found", "whether"),
    [
        ("one\ntwo", "one\ntwo  \n", True),
        ("one", "one\ntwo", False),
        ("…\ntwo", "one\ntwo", True),
        ("…\ntwo", "two", True),
        ("one\n…", "one", True),
        ("o…e", "one", True),
        ("o…e", "o\ne", False),
        ("two\n…", "one\ntwo", False),
    ],
)
def test_dots_stand_for_words_in_a_line_and_for_lines_alone(
    expected: str, found: str, whether: bool
) -> None:
    assert agrees(expected, found) is whether
