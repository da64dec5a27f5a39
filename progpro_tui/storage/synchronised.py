"""Which cloud copies a folder, as far as its name, what is in it and the cloud's settings tell."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

NAMES: Mapping[str, str] = {
    r"dropbox( \(.+\))?": "Dropbox",
    r"onedrive( ?- .+)?|skydrive": "OneDrive",
    r"google ?drive|drivefs|googledrive-.+|my drive|mon drive": "Google Drive",
    r"icloud ?drive|com~apple~clouddocs|mobile documents": "iCloud",
    r"nextcloud\d*": "Nextcloud",
    r"owncloud\d*": "ownCloud",
    r"kdrive\d*": "kDrive",
    r"pcloud ?(drive|sync)": "pCloud",
    r"mega(sync)?( downloads)?": "MEGA",
    r"box[ -]sync": "Box",
    r"proton ?drive.*": "Proton Drive",
    r"seafile|seadrive": "Seafile",
    r"cozy ?(drive|cloud)|twake ?drive": "Cozy",
    r"hubic": "hubiC",
    r"tresorit( drive)?|tresors": "Tresorit",
    r"yandex\.?disk": "Yandex.Disk",
    r"cloudstorage": "macOS",
}
"""Names that clouds give the folder they copy, in small letters, and whose they are."""

MARKS: Mapping[str, str] = {
    ".dropbox.cache": "Dropbox",
    ".849c9593-d756-4e56-8d6e-42412f2a707b": "OneDrive",
    ".tmp.drivedownload": "Google Drive",
    ".tmp.driveupload": "Google Drive",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
    ".megaignore": "MEGA",
}
"""Files that clouds put into the folder they copy."""

JOURNAL = re.compile(r"\._?sync_[0-9a-f]+\.db", re.IGNORECASE)
"""The journal that Nextcloud, ownCloud and kDrive keep in the folder they copy."""

VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")

NEXTCLOUDS = {"Nextcloud/nextcloud.cfg": "Nextcloud", "ownCloud/owncloud.cfg": "ownCloud"}
SYNCTHINGS = (".config/syncthing/config.xml", ".local/state/syncthing/config.xml")


def synchronised_by(folder: Path, environment: Mapping[str, str] | None = None) -> str:
    """The cloud that copies ``folder`` or a folder above it; empty where none is known to.

    What a cloud copies under a name of the person's own choice, without a file that marks it, goes
    unnoticed: this is a guard against the usual mistake, not a proof.
    """
    environment = os.environ if environment is None else environment
    told = dict(_told(environment))
    for place in (folder, *folder.parents):
        for found in (told.get(place), _named(place), _marked(place)):
            if found:
                return found
    return ""


def _named(place: Path) -> str:
    for name, cloud in NAMES.items():
        if re.fullmatch(name, place.name.casefold()):
            return cloud
    return ""


def _marked(place: Path) -> str:
    try:
        names = os.listdir(place)
    except OSError:
        return ""
    for name in names:
        if cloud := MARKS.get(name.casefold()):
            return cloud
        if JOURNAL.fullmatch(name):
            return "Nextcloud"
    return ""


def _told(environment: Mapping[str, str]) -> Iterator[tuple[Path, str]]:
    """The folders that clouds' own settings name."""
    for variable in VARIABLES:
        if environment.get(variable):
            yield Path(environment[variable]), "OneDrive"
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or "/nonexistent")
    for base in (home / ".dropbox", *_under(environment, "APPDATA", "LOCALAPPDATA", below="Dropbox")):
        yield from ((path, "Dropbox") for path in _dropboxes(base / "info.json"))
    for base in (home / ".config", *_under(environment, "XDG_CONFIG_HOME", "APPDATA")):
        for file, cloud in NEXTCLOUDS.items():
            for path in re.findall(r"localPath=(.+)", _words(base / file)):
                yield Path(path.strip()), cloud
    for name in SYNCTHINGS:
        for path in re.findall(r'<folder [^>]*path="([^"]+)"', _words(home / name)):
            yield Path(path.replace("~", str(home), 1) if path.startswith("~") else path), "Syncthing"


def _under(environment: Mapping[str, str], *variables: str, below: str = "") -> list[Path]:
    return [Path(environment[name]) / below for name in variables if environment.get(name)]


def _dropboxes(file: Path) -> list[Path]:
    try:
        accounts = json.loads(_words(file) or "{}")
        return [Path(account["path"]) for account in accounts.values()]
    except (ValueError, KeyError, TypeError, AttributeError):
        return []


def _words(file: Path) -> str:
    """What stands in a file, of some hundred kilobytes at most; nothing where it cannot be read."""
    try:
        with file.open(encoding="utf-8", errors="replace") as opened:
            return opened.read(300_000)
    except OSError:
        return ""
