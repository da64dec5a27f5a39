"""What the system says when it refuses a file, in words of our own: its own are English, or terse."""

from __future__ import annotations

import errno

from progpro_tui.core.text import N_, Message, message

FULL = {errno.ENOSPC, errno.EDQUOT}

NO_RIGHT = N_("you do not have the right to do this (access rights)")
NO_ROOM = N_("the disk is full")

REASONS = {
    errno.EACCES: NO_RIGHT,
    errno.EPERM: NO_RIGHT,
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EEXIST: N_("it exists already"),
    errno.ENOSPC: NO_ROOM,
    errno.EDQUOT: NO_ROOM,
    errno.EROFS: N_("this disk can only be read"),
    errno.EISDIR: N_("it is a folder"),
    errno.ENOTDIR: N_("what stands before the last “/” is a file, not a folder"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ELOOP: N_("its links lead round in a circle"),
    errno.EIO: N_("the disk does not answer as it should"),
    errno.EBUSY: N_("another program is using it"),
    errno.ETXTBSY: N_("another program is using it"),
}


def reason(error: Exception) -> Message:
    """Why a file was refused; what no sentence of ours is for, as the system says it."""
    said = REASONS.get(getattr(error, "errno", None) or 0)
    if said is not None:
        return message(said)
    return message(N_("{words}"), words=getattr(error, "strerror", None) or str(error))


def refusal(error: OSError) -> Message:
    """A whole sentence, for an error that nobody nearer to it has explained."""
    if error.filename is None:
        return message(N_("The system refuses: {error}."), error=reason(error))
    return message(N_("{file}: {error}."), file=str(error.filename), error=reason(error))
