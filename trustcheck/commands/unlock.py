"""``trustcheck unlock FILE``: for a facilitator who has lost the PIN of a laptop that went round."""

from trustcheck.app.application import Application
from trustcheck.commands.passphrase import opened
from trustcheck.words import gettext as _


def run(application: Application, file: str, descriptor: int | None = None) -> int:
    """Take the lock off; no answer is shown or changed. Raises :class:`~trustcheck.app.ports.Refused`.

    The PIN keeps people in the window and promises no more: whoever can type this uses the account that owns the file.
    """
    store = opened(lambda typed: application.open_store(file, create=False, passphrase=typed), descriptor)
    try:
        going_round = store.groups.locked_round()
        if going_round is not None:
            store.groups.lock_round(going_round[0], b"")
    finally:
        store.close()
    if going_round is None:
        print(_("No laptop is going round with this file, so there was nothing to unlock."))
    else:
        print(_("Unlocked. The window opens as usual again; sheets and half-filled sheets are as they were."))
    return 0
