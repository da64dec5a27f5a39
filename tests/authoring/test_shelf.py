"""The shelf: offers from an index that may vanish, and broken files that stop nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from progpro_tui.authoring import loader
from progpro_tui.authoring.shelf import Shelf, bundled_folder
from progpro_tui.core.errors import InputError, InstrumentError
from progpro_tui.core.text import Text
from progpro_tui.host.plugin_host import PluginHost
from tests.authoring.small import ENGLISH, HOST, SMALL, changed

OTHER = changed("id: small", "id: other")


class Readings:
    """Counts how often a file is truly read."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        read_content = loader.read_content

        def counted(content: bytes, file: str, host: PluginHost) -> loader.Reading:
            self.count += 1
            return read_content(content, file, host)

        monkeypatch.setattr(loader, "read_content", counted)


@pytest.fixture
def readings(monkeypatch: pytest.MonkeyPatch) -> Readings:
    return Readings(monkeypatch)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "questionnaires"
    folder.mkdir()
    (folder / "small.yaml").write_text(SMALL, "utf-8")
    (folder / "other.yml").write_text(OTHER, "utf-8")
    (folder / "LICENSE").write_text("not an instrument", "utf-8")
    (folder / ".hidden.yaml").write_text("not an instrument", "utf-8")
    return folder


def shelf(folder: Path) -> Shelf:
    return Shelf(HOST, [folder], folder.parent / "cache")


def cached_files(folder: Path) -> list[Path]:
    return [path for path in (folder.parent / "cache").rglob("*") if path.is_file()]


def test_offers_say_what_a_list_shows(folder: Path) -> None:
    other, small = shelf(folder).offers()
    assert (other.id, small.id) == ("other", "small")
    assert small.path == folder / "small.yaml"
    assert small.title == Text({"fr": "Petit questionnaire", "en": "A small questionnaire"})
    assert (small.version, small.kind, small.languages) == ("1.0.0", "rating", ("fr", "en"))
    assert (ENGLISH(small.size), small.minutes) == ("3 questions", 2)
    assert (small.licence, small.author) == ("CC-BY-SA-4.0", "Somebody")
    assert small.measures.standard["en"] == "likings"
    assert small.does_not_measure.standard["en"] == "abilities"


def test_an_unchanged_file_is_read_once(folder: Path, readings: Readings) -> None:
    first = shelf(folder)
    whole, aside = first.instruments()
    assert readings.count == 2
    assert aside == []
    again = shelf(folder)
    assert again.offers() == first.offers()
    assert again.instruments()[0] == whole
    assert again.instrument("small") == loader.load(folder / "small.yaml", HOST)
    os.utime(folder / "small.yaml", ns=(1, 1))  # another time, the same content
    assert len(shelf(folder).offers()) == 2
    assert readings.count == 3  # the third is loader.load above


def test_a_changed_file_is_read_again_even_within_a_tick(folder: Path, readings: Readings) -> None:
    path = folder / "small.yaml"
    one = shelf(folder)
    assert one.instrument("small").author == "Somebody"
    status = path.stat()
    path.write_text(changed("Somebody", "Somebudy"), "utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert one.instrument("small").author == "Somebudy"
    assert readings.count == 3


def test_an_old_file_is_known_by_size_and_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in folder.iterdir():
        os.utime(path, ns=(10**18, 10**18))
    shelf(folder).offers()
    monkeypatch.setattr("progpro_tui.authoring.shelf.read_bounded", None)  # calling it would fail
    assert len(shelf(folder).offers()) == 2


@pytest.mark.parametrize("garbage", [b"", b"{}", b"\x00\xff" * 99, b'{"sha256": 1}\n[]', None])
def test_the_index_may_vanish_or_be_garbage(folder: Path, garbage: bytes | None) -> None:
    expected = shelf(folder).instruments()
    for path in cached_files(folder):
        if garbage is None:
            path.unlink()
        else:
            path.write_bytes(garbage)
    assert shelf(folder).instruments() == expected
    assert shelf(folder).instruments() == expected


def test_an_index_cut_off_anywhere_is_garbage(folder: Path) -> None:
    expected = shelf(folder).offers()
    index = next(path for path in cached_files(folder) if path.name == "index.json")
    whole = index.read_bytes()
    for end in range(0, len(whole), max(1, len(whole) // 20)):
        index.write_bytes(whole[:end])
        assert shelf(folder).offers() == expected


def test_a_cache_that_cannot_be_written_stops_nothing(folder: Path) -> None:
    (folder.parent / "cache").write_text("a file where the folder would be")
    assert len(shelf(folder).instruments()[0]) == 2


def test_a_taken_instrument_that_vanished_from_the_cache_is_read_again(folder: Path) -> None:
    one = shelf(folder)
    expected = one.instrument("small")
    for path in cached_files(folder):
        path.unlink()
    assert one.instrument("small") == expected


def test_the_cache_forgets_what_is_gone(folder: Path) -> None:
    shelf(folder).offers()
    (folder / "other.yml").unlink()
    (folder / "small.yaml").write_text(changed("Somebody", "Nobody"), "utf-8")
    shelf(folder).offers()
    assert len(cached_files(folder)) == 2  # the index, and the one that is left


def test_what_other_plugins_made_of_a_file_is_not_taken_over(
    folder: Path, readings: Readings, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf(folder).offers()
    monkeypatch.setattr("progpro_tui.authoring.shelf.RULES", -1)
    shelf(folder).offers()
    assert readings.count == 4


def test_two_sets_of_plugins_in_turn_read_nothing_again(
    folder: Path, readings: Readings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for rules in (-1, -2, -1, -2):
        monkeypatch.setattr("progpro_tui.authoring.shelf.RULES", rules)
        shelf(folder).offers()
    assert readings.count == 4
    for rules in range(10):
        monkeypatch.setattr("progpro_tui.authoring.shelf.RULES", rules)
        shelf(folder).offers()
    assert len(list((folder.parent / "cache").iterdir())) == 4


def test_a_broken_file_is_set_aside_and_stops_nothing(folder: Path, readings: Readings) -> None:
    broken = folder / "broken.yaml"
    broken.write_text(changed("minutes: 2", "minutes: two"), "utf-8")
    for _ in range(2):
        one = shelf(folder)
        assert [offer.id for offer in one.offers()] == ["other", "small"]
        (error,) = one.set_aside()
        (mistake,) = error.mistakes
        assert str(mistake.place) == f"{broken}:10:10"
        assert ENGLISH(mistake.what) == "“two” is not a whole number, such as 5."
    assert readings.count == 3
    with pytest.raises(InstrumentError):
        shelf(folder).instrument("broken")


def test_of_two_files_with_one_id_the_first_has_it(folder: Path) -> None:
    twin = folder / "zzz.yaml"
    twin.write_text("# another with this id\n" + SMALL, "utf-8")
    one = shelf(folder)
    assert [offer.path.name for offer in one.offers()] == ["other.yml", "small.yaml"]
    (error,) = one.set_aside()
    assert str(error.mistakes[0].place) == f"{twin}:2:5"
    assert ENGLISH(error.mistakes[0].what) == (
        f"The id “small” is already taken by {folder / 'small.yaml'}: choose another."
    )


def test_a_file_that_is_missing_is_set_aside(folder: Path, tmp_path: Path) -> None:
    missing = tmp_path / "missing.yaml"
    one = Shelf(HOST, [missing, folder, tmp_path / "no-folder"], tmp_path / "cache")
    assert len(one.offers()) == 2
    assert [ENGLISH(error.mistakes[0].what) for error in one.set_aside()] == [
        f"{missing}: there is no such file.",
        f"{tmp_path / 'no-folder'}: there is no such file.",
    ]


def test_an_instrument_is_found_by_id_or_by_file(folder: Path) -> None:
    one = shelf(folder)
    assert one.find("small").id == "small"
    assert one.find(str(folder / "other.yml")).id == "other"
    assert one.find(folder / "other.yml").id == "other"
    with pytest.raises(InputError) as caught:
        one.find("smal")
    assert ENGLISH(caught.value) == "There is no instrument “smal”. Did you mean “small”?"
    with pytest.raises(InputError) as caught:
        one.find("nothing-alike.yaml")
    assert "there is no such file" in ENGLISH(caught.value)


LISTING = """
import sys
from pathlib import Path
from progpro_tui.authoring.shelf import Shelf
from progpro_tui.host.plugin_host import PluginHost

one = Shelf(PluginHost(), [Path(sys.argv[1])], Path(sys.argv[2]))
print(len(one.offers()))
print(*sorted({"pydantic", "yaml", "cattrs", "babel", "textual"} & set(sys.modules)))
print(one.instrument("small").id)
print(*sorted({"pydantic", "yaml"} & set(sys.modules)))
"""


def test_listing_from_the_index_imports_neither_pydantic_nor_yaml(folder: Path) -> None:
    cache = folder.parent / "cache"
    command = [sys.executable, "-c", LISTING, str(folder), str(cache)]
    for expected in (["2", "cattrs pydantic yaml", "small", "pydantic yaml"], ["2", "", "small", ""]):
        told = subprocess.run(command, capture_output=True, text=True, check=True)
        assert told.stdout.splitlines() == expected


def test_the_bundled_folder_is_found() -> None:
    assert (bundled_folder() / "LICENSE").is_file()
