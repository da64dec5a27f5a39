"""Where a practice may stand, told by the tables and the files of many computers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from progpro_tui.storage.places import (
    Mount,
    UnfitPlace,
    check_place,
    mounts_here,
    mounts_of_darwin,
    mounts_of_linux,
)
from progpro_tui.storage.synchronised import synchronised_by

MOUNTINFO = """\
22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
30 22 0:26 / /mnt/office rw - nfs4 server:/office rw,vers=4.2
31 22 0:27 / /mnt/office/local rw - xfs /dev/vdb rw
32 22 0:28 / /media/key\\040of\\040Anne rw - vfat /dev/sdb1 rw
33 22 0:29 / /people/a/share rw - cifs //nas/share rw
34 22 0:30 / /people/a/far rw - fuse.sshfs a@b:/ rw
35 22 0:31 / /people/a/vault rw - fuse.gocryptfs /people/a/.vault rw
36 22 0:32 / /media/ntfs rw - fuseblk /dev/sdc1 rw
37 22 0:33 / /people/a/cloud rw - fuse.rclone remote: rw
38 22 0:34 / /mnt/c rw - 9p C:\\134 rw
39 22 0:35 / /mnt/over rw - ext4 /dev/vdc rw
40 22 0:36 / /mnt/over rw - nfs server:/over rw
41 22 0:37 / /media/sf_shared rw - vboxsf shared rw
a line that is none
"""
DARWIN = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled, nobrowse)
//anne@nas/Office (work) on /Volumes/Office (work) (smbfs, nodev, nosuid, mounted by anne)
map auto_home on /System/Volumes/Data/home (autofs, automounted, nobrowse)
"""


def no_mounts() -> list[Mount]:
    return []


@pytest.mark.parametrize(
    ("folder", "refused"),
    [
        ("/people/a/practice", ""),
        ("/mnt/office/practice", "nfs4"),
        ("/mnt/office", "nfs4"),
        ("/mnt/office/local/practice", ""),
        ("/mnt/officers/practice", ""),
        ("/media/key of Anne/practice", ""),
        ("/people/a/share/practice", "cifs"),
        ("/people/a/far/practice", "fuse.sshfs"),
        ("/people/a/vault/practice", ""),
        ("/media/ntfs/practice", ""),
        ("/people/a/cloud/practice", "fuse.rclone"),
        ("/mnt/c/Users/a/practice", "9p"),
        ("/mnt/over/practice", "nfs"),
        ("/media/sf_shared/practice", "vboxsf"),
    ],
)
def test_network_drives_are_refused_with_the_way_out(folder: str, refused: str) -> None:
    def check() -> None:
        check_place(Path(folder), lambda: mounts_of_linux(MOUNTINFO), {})

    if not refused:
        check()
        return
    with pytest.raises(UnfitPlace) as error:
        check()
    assert error.value.message.params == {"folder": folder, "kind": refused}
    assert "--practice FOLDER" in str(error.value)


def test_a_machine_that_stands_on_9p_has_nothing_else() -> None:
    check_place(Path("/people/a/practice"), lambda: [Mount(Path("/"), "9p")], {})
    with pytest.raises(UnfitPlace):
        check_place(Path("/people/a/practice"), lambda: [Mount(Path("/"), "nfs4")], {})


def test_on_a_mac_what_is_not_local_is_remote() -> None:
    mounts = mounts_of_darwin(DARWIN)
    assert [mount.remote for mount in mounts] == [False, False, True, True]
    assert mounts[2].point == Path("/Volumes/Office (work)")


def test_this_machine_says_its_file_systems_and_its_own_disk_is_fit(tmp_path: Path) -> None:
    assert mounts_here()
    check_place(tmp_path / "not" / "yet" / "made")


@pytest.mark.parametrize(
    ("path", "cloud"),
    [
        ("Dropbox/practice", "Dropbox"),
        ("Dropbox (Cabinet Horizon)/practice", "Dropbox"),
        ("OneDrive/practice", "OneDrive"),
        ("OneDrive - Cabinet Horizon/Documents/practice", "OneDrive"),
        ("Google Drive/practice", "Google Drive"),
        ("Library/CloudStorage/GoogleDrive-a@b.fr/My Drive/practice", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/practice", "iCloud"),
        ("iCloudDrive/practice", "iCloud"),
        ("Nextcloud/practice", "Nextcloud"),
        ("Nextcloud2/practice", "Nextcloud"),
        ("ownCloud/practice", "ownCloud"),
        ("kDrive/practice", "kDrive"),
        ("pCloudDrive/practice", "pCloud"),
        ("pCloud Sync/practice", "pCloud"),
        ("MEGA/practice", "MEGA"),
        ("Proton Drive/practice", "Proton Drive"),
        ("Documents/practice", ""),
        ("Documents/omega/practice", ""),
        ("Documents/onedrives/practice", ""),
        ("Documents/boxes/practice", ""),
    ],
)
def test_clouds_are_known_by_the_names_of_their_folders(tmp_path: Path, path: str, cloud: str) -> None:
    assert synchronised_by(tmp_path / path, {}) == cloud


@pytest.mark.parametrize(
    ("mark", "cloud"),
    [
        (".dropbox.cache", "Dropbox"),
        (".stfolder", "Syncthing"),
        (".tmp.drivedownload", "Google Drive"),
        (".sync_0a1b2c3d4e5f.db", "Nextcloud"),
        ("._sync_0a1b2c3d4e5f.db", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
        (".dropbox", ""),
        ("sync.db", ""),
    ],
)
def test_clouds_are_known_by_what_they_put_there(tmp_path: Path, mark: str, cloud: str) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / mark).mkdir()
    assert synchronised_by(tmp_path / "shared" / "deep" / "practice", {}) == cloud


def test_clouds_are_known_by_their_own_settings(tmp_path: Path) -> None:
    box, next_, sync = (tmp_path / name for name in ("mine", "theirs", "ours"))
    files = {
        ".dropbox/info.json": json.dumps({"personal": {"path": str(box)}}),
        ".config/Nextcloud/nextcloud.cfg": f"[Accounts]\n0\\Folders\\1\\localPath={next_}/\n",
        ".config/syncthing/config.xml": f'<folder id="x" label="x" path="{sync}" type="sendreceive">',
    }
    for name, words in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(words)
    environment = {"HOME": str(tmp_path), "OneDrive": str(tmp_path / "one")}
    found = [
        synchronised_by(tmp_path / name / "practice", environment)
        for name in ("mine", "theirs", "ours", "one", "none")
    ]
    assert found == ["Dropbox", "Nextcloud", "Syncthing", "OneDrive", ""]


@pytest.mark.parametrize("words", ["", "{", "[]", '{"personal": {}}', '{"personal": 3}', "\x00"])
def test_settings_of_any_kind_stop_nothing(tmp_path: Path, words: str) -> None:
    (tmp_path / ".dropbox").mkdir()
    (tmp_path / ".dropbox" / "info.json").write_text(words)
    assert synchronised_by(tmp_path / "practice", {"HOME": str(tmp_path)}) == ""


def test_a_link_into_a_cloud_does_not_hide_it(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "innocent").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(UnfitPlace, match="copied to a cloud") as error:
        check_place(tmp_path / "innocent" / "practice", no_mounts, {})
    assert error.value.message.params["cloud"] == "Dropbox"
