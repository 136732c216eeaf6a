"""A sealed reply that came back: where it belongs is read first, and only what has the one right size is opened."""

from collections.abc import Sequence
from contextlib import suppress

from trustcheck.app.answering.sealing import DoesNotOpen
from trustcheck.app.collecting.forms import FormOrder
from trustcheck.app.collecting.kit import (
    ReplyLabel,
    bound_to,
    label_from,
    label_of,
    room_of,
    sheet_from_reply,
    why_elsewhere,
)
from trustcheck.app.collecting.returned_forms import Why
from trustcheck.domain.checks.group_round import Sheet
from trustcheck.domain.questionnaire.model import Perspective
from trustcheck.exchange.forms.fields import FormNotTaken
from trustcheck.exchange.reply_seal import SealedReply, opened, parts_of, public_of


def sheet_of_reply(content: bytes, order: FormOrder, secrets: Sequence[bytes]) -> Sheet:
    """``secrets`` are the keys of the check. Raises :class:`FormNotTaken`."""
    try:
        reply = parts_of(content)
        label = label_from(reply.label)
    except (DoesNotOpen, ValueError):
        raise FormNotTaken(Why.DAMAGED) from None
    own = _labels(order, secrets)
    if why := why_elsewhere(label, own, label_of(order, b"")):
        raise FormNotTaken(why)
    secret = own[label]
    if reply.room != room_of(order):
        raise FormNotTaken(Why.DAMAGED)
    view, plain = _opened(reply, order, secret)
    sheet = sheet_from_reply(order, plain)
    if isinstance(sheet, Why):
        raise FormNotTaken(sheet)
    if sheet.response.perspective is not view:
        raise FormNotTaken(Why.NOT_A_FORM)
    return sheet


def _labels(order: FormOrder, secrets: Sequence[bytes]) -> dict[ReplyLabel, bytes]:
    """Which key opens what. A number that is none, because its row was changed, opens nothing."""
    found: dict[ReplyLabel, bytes] = {}
    for each in secrets:
        with suppress(DoesNotOpen):
            found[label_of(order, public_of(each))] = each
    return found


def _opened(reply: SealedReply, order: FormOrder, secret: bytes) -> tuple[Perspective, bytes]:
    """The view it was sealed with stands nowhere in it, so those that this check asks are tried."""
    for view in order.setup.perspectives:
        try:
            return view, opened(reply, secret, bound_to(reply.label, view.value))
        except DoesNotOpen:
            continue
    raise FormNotTaken(Why.DAMAGED)
