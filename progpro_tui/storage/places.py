"""Where a practice may stand: on a disk of this computer, and in no folder that a cloud copies.

Over a network, locks and the order of writes cannot be relied on; a cloud puts two versions of a file
side by side, and keeps what was erased. Both lose answers without a word, so both are refused.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from progpro_tui.core.errors import StoreError
from progpro_tui.core.text import N_
from progpro_tui.storage.synchronised import synchronised_by

NETWORK = {
    *("nfs", "nfs3", "nfs4", "cifs", "smb2", "smb3", "smbfs", "ncpfs", "afs", "afpfs", "coda", "davfs"),
    *("webdav", "ceph", "glusterfs", "lustre", "beegfs", "gpfs", "orangefs", "pvfs2", "ocfs2", "gfs2"),
}
OF_THE_HOST = {"9p", "vboxsf", "prl_fs", "drvfs"}
"""What a virtual machine sees of the computer around it: that computer knows nothing of its locks."""

LOCAL_FUSE = {
    *("ntfs", "ntfs-3g", "exfat", "apfs", "hfs", "zfs", "bcachefs", "mergerfs", "bindfs", "overlayfs"),
    *("fuse-overlayfs", "gocryptfs", "encfs", "cryfs", "securefs", "veracrypt", "cryptomator", "vfat"),
}
"""What user-space file systems keep on a disk of this computer; every other one is taken for remote."""

OCTAL = re.compile(r"\\([0-7]{3})")
DARWIN = re.compile(r"^.* on (?P<point>.+) \((?P<kind>[^,)]+)(?P<flags>[^)]*)\)$")


class UnfitPlace(StoreError):
    """A practice cannot be kept in this folder; the message says why, and what to do."""


@dataclass(frozen=True)
class Mount:
    """A file system, and the folder that it stands in."""

    point: Path
    kind: str

    @property
    def remote(self) -> bool:
        """Whether its files are on another computer, as far as its kind tells."""
        kind, _, under = self.kind.partition(".")
        if kind in {"fuse", "fuseblk", "macfuse", "osxfuse"}:
            # A block device is this computer's; so is what is known to be.
            return kind != "fuseblk" and under not in LOCAL_FUSE
        # A whole machine may stand on 9p (some sandboxes do): then nothing else is its own.
        return kind in NETWORK or (kind in OF_THE_HOST and self.point != Path("/"))


def check_place(
    folder: Path,
    mounts: Callable[[], Iterable[Mount]] | None = None,
    environment: Mapping[str, str] | None = None,
) -> None:
    """Raise :class:`UnfitPlace` where a practice must not be kept in ``folder``, made already or not.

    ``mounts`` are the file systems of this computer, the later one over the earlier.
    """
    folder = folder.expanduser().absolute()
    whole = folder.resolve()
    if remote := _remote_kind(whole, mounts or mounts_here):
        raise UnfitPlace(
            N_(
                "“{folder}” is on a network drive ({kind}): two computers could write over each"
                " other’s answers. Nothing was changed. Keep the practice on a disk of this computer:"
                " choose another folder, or start with --practice FOLDER."
            ),
            folder=str(folder),
            kind=remote,
        )
    # A link into a synchronised folder, and a synchronised link, both end up in the cloud.
    cloud = synchronised_by(whole, environment) or synchronised_by(folder, environment)
    if cloud:
        raise UnfitPlace(
            N_(
                "“{folder}” is copied to a cloud by {cloud}: answers could be lost, and what is erased"
                " would stay there. Nothing was changed. Choose a folder that is not synchronised, or"
                " move this one there and start with --practice FOLDER."
            ),
            folder=str(folder),
            cloud=cloud,
        )


def mounts_here() -> list[Mount]:
    """The file systems of this computer; none where it does not say."""
    try:
        return mounts_of_linux(Path("/proc/self/mountinfo").read_text("utf-8", "surrogateescape"))
    except OSError:
        return _mounts_of_darwin() if sys.platform == "darwin" else []


def mounts_of_linux(table: str) -> list[Mount]:
    """The file systems in the words of ``/proc/self/mountinfo`` (proc(5))."""
    found = []
    for line in table.splitlines():
        first, parted, last = line.partition(" - ")
        fields, kinds = first.split(" "), last.split(" ")
        if parted and len(fields) > 4:
            point = OCTAL.sub(lambda code: chr(int(code[1], 8)), fields[4])
            found.append(Mount(Path(point), kinds[0]))
    return found


def mounts_of_darwin(table: str) -> list[Mount]:
    """The file systems in the words of macOS' ``mount``: what is not called local is remote."""
    found = []
    for line in table.splitlines():
        if said := DARWIN.match(line):
            local = "local" in re.split(r",\s*", said["flags"])
            found.append(Mount(Path(said["point"]), said["kind"] if local else "nfs"))
    return found


def _mounts_of_darwin() -> list[Mount]:
    try:
        told = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=2, check=True)
    except (OSError, subprocess.SubprocessError):
        return []
    return mounts_of_darwin(told.stdout)


def _remote_kind(whole: Path, mounts: Callable[[], Iterable[Mount]]) -> str:
    """The kind of the network drive that a folder stands on; empty for a disk of this computer."""
    if os.name == "nt":
        return _remote_on_windows(whole)
    above: Mount | None = None
    for mount in mounts():
        inside = mount.point == whole or mount.point in whole.parents
        if inside and (above is None or len(mount.point.parts) >= len(above.point.parts)):
            above = mount
    return above.kind if above is not None and above.remote else ""


def _remote_on_windows(whole: Path) -> str:
    if sys.platform != "win32":
        return ""
    import ctypes

    remote = 4  # DRIVE_REMOTE
    kind = ctypes.windll.kernel32.GetDriveTypeW(f"{whole.drive}\\")
    return whole.drive if whole.drive.startswith("\\\\") or kind == remote else ""
