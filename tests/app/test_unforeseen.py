"""What nobody caught is told by places and kinds alone, once, and what fails while it is told is told to nobody."""

import threading

from trustcheck.app.unforeseen import FRAMES_TOLD, Unforeseen, described


def raised(message: str) -> Exception:
    try:
        raise ValueError(message)
    except ValueError as failure:
        return failure


def gathered() -> tuple[Unforeseen, list[str], list[str]]:
    kept: list[str] = []
    shown: list[str] = []
    unforeseen = Unforeseen(kept.append)
    unforeseen.show = shown.append
    return unforeseen, kept, shown


def test_a_failure_is_described_by_its_place_and_kind_and_quotes_nothing() -> None:
    told = described(raised("Dear Joan, nobody listens"))

    assert told.startswith(f"  {__name__}, line ")
    assert told.endswith(", in raised\nbuiltins.ValueError")
    assert "Joan" not in told
    assert __file__ not in told


def test_what_hides_in_a_note_a_number_or_a_group_is_left_out_too() -> None:
    failure = ExceptionGroup("for Joan", [raised("Joan")])
    failure.add_note("Joan was here")
    odd = OSError("Joan")
    odd.errno = "Joan"  # type: ignore[assignment]

    assert "Joan" not in described(failure)
    assert "Joan" not in described(odd)


def test_a_function_that_called_itself_without_end_fills_no_file() -> None:
    def fall() -> None:
        fall()

    try:
        fall()
    except RecursionError as failure:
        told = described(failure)

    assert len(told.splitlines()) == FRAMES_TOLD + 2
    assert " more\n" in told
    assert told.endswith("builtins.RecursionError")


def test_the_same_failure_is_kept_once_and_shown_each_time() -> None:
    unforeseen, kept, shown = gathered()
    failure = raised("a detail")

    for _time in range(3):
        unforeseen.met(failure)

    assert kept == [described(failure)]
    assert shown == kept * 3


def test_without_a_window_it_is_kept_all_the_same() -> None:
    unforeseen, kept, _shown = gathered()
    unforeseen.show = None

    unforeseen.heard("Qt default: critical")

    assert kept == ["Qt default: critical"]


def test_what_fails_while_it_is_shown_ends_there() -> None:
    unforeseen, kept, _shown = gathered()
    asked: list[str] = []

    def show(details: str) -> None:
        asked.append(details)
        unforeseen.met(raised("inside"))
        raise ZeroDivisionError

    unforeseen.show = show
    unforeseen.met(raised("outside"))

    assert len(asked) == len(kept) == 1


def test_a_thread_is_heard_while_another_is_being_told() -> None:
    unforeseen, kept, _shown = gathered()

    def show(_details: str) -> None:
        unforeseen.show = None
        thread = threading.Thread(target=lambda: unforeseen.heard("on a thread"))
        thread.start()
        thread.join()

    unforeseen.show = show
    unforeseen.heard("on this one")

    assert kept == ["on this one", "on a thread"]


def test_a_run_without_end_keeps_so_many_different_failures_and_no_more() -> None:
    unforeseen, kept, shown = gathered()

    for number in range(200):
        unforeseen.heard(f"failure {number}")

    assert len(kept) == 100
    assert len(shown) == 200
