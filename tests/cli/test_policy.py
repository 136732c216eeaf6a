"""``trustcheck policy``: what a policy does, in its own language, or why it cannot be read."""

from pathlib import Path

from tests.cli.commands import Run


def test_it_says_what_a_policy_does_and_shows(run: Run, tmp_path: Path) -> None:
    policy = tmp_path / "policy.txt"
    policy.write_text("You may talk about your work.\n\nStaff must not share secrets.\n", "utf-8")
    done = run("policy", policy)

    assert done.code == 0
    assert "1 sentence forbids:\n  “Staff must not share secrets.”" in done.out
    assert "The policy says: “You may talk about your work.”" in done.out


def test_a_policy_is_known_by_its_language_and_another_is_refused(run: Run, tmp_path: Path) -> None:
    policy = tmp_path / "richtlinie.txt"
    policy.write_text("Sie dürfen über Ihre Arbeit reden. Beschäftigte dürfen nichts verraten.\n", "utf-8")

    assert "1 sentence forbids:\n  “Beschäftigte dürfen nichts verraten.”" in run("policy", policy).out
    refused = run("policy", policy, "--language", "nl")
    assert refused.code == 1
    assert "No policy can be read in nl yet." in refused.err


def test_a_file_that_holds_no_policy_is_refused_in_one_sentence(run: Run, tmp_path: Path) -> None:
    done = run("policy", tmp_path / "nowhere.pdf")

    assert (done.code, done.out) == (1, "")
    assert "nowhere.pdf" in done.err
