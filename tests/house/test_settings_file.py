"""What the person prefers survives, and nothing in the file can keep the program from starting."""

import os
import stat
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trustcheck.settings import Settings, SettingsStore, WindowState, folders


@pytest.fixture
def store(tmp_path: Path) -> SettingsStore:
    return SettingsStore(tmp_path / "settings")


def test_without_a_file_everything_is_as_it_comes(store: SettingsStore) -> None:
    assert store.load() == Settings()
    assert store.load_window() == WindowState()


def test_what_was_chosen_comes_back(store: SettingsStore) -> None:
    chosen = Settings(look="dark", text_size=150, prepared_by='Žofie "Z" Müller\n= [x]', last_file="/a b/ü.trustcheck")

    store.save(chosen)

    assert store.load() == chosen


def test_the_window_comes_back_where_it_stood(store: SettingsStore) -> None:
    state = WindowState(geometry="AdnQywAD", maximised=True)

    store.save_window(state)

    assert store.load_window() == state


def test_a_value_that_cannot_be_used_falls_back_alone(store: SettingsStore) -> None:
    store.save(Settings(look="dark"))
    store.settings_file.write_text(
        'look = "dark"\ntext_size = 100000\nsingle_keys = "no"\nhide_after_seconds = true\npaper = "papyrus"\n'
    )

    assert store.load() == Settings(look="dark")


def test_a_file_that_is_not_toml_is_set_aside_and_kept(store: SettingsStore) -> None:
    store.save(Settings(look="dark"))
    store.settings_file.write_text("look = [[[ dark")

    assert store.load() == Settings()
    assert store.settings_file.with_suffix(".broken.toml").read_text() == "look = [[[ dark"
    store.save(Settings(look="light"))
    assert store.load().look == "light"


def test_a_key_of_a_newer_version_is_kept(store: SettingsStore) -> None:
    store.save(Settings())
    store.settings_file.write_text('look = "dark"\nsound = "birds"\n')

    store.save(Settings(look="light"))

    assert 'sound = "birds"' in store.settings_file.read_text()


def test_no_folder_of_an_earlier_version_goes_on_naming_a_client(store: SettingsStore) -> None:
    store.save_window(WindowState())
    store.window_file.write_text('last_folder = "/home/me/Bellwater Council"\nbirds = 3\n')

    store.save_window(WindowState(maximised=True))

    assert "Bellwater" not in store.window_file.read_text()
    assert "birds = 3" in store.window_file.read_text()


def test_the_file_is_for_its_owner_only(store: SettingsStore) -> None:
    before = os.umask(0)
    try:
        store.save(Settings())
    finally:
        os.umask(before)

    assert stat.S_IMODE(store.settings_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700


def test_a_failed_write_leaves_the_old_file_and_nothing_else(
    store: SettingsStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(Settings(look="dark"))

    def full_disk(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space left"):
        store.save(Settings(look="light"))

    assert store.load().look == "dark"
    assert [path.name for path in store.folder.iterdir()] == ["settings.toml"]


@given(content=st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")))
def test_no_content_of_the_file_stops_the_program(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    store = SettingsStore(tmp_path_factory.mktemp("hostile"))
    store.settings_file.write_bytes(content)

    store.load()
    store.save(Settings(look="dark"))

    assert store.load().look == "dark"


def test_a_key_of_thousands_of_parts_takes_no_memory_and_is_kept_aside(store: SettingsStore) -> None:
    store.folder.mkdir()
    store.settings_file.write_text("look = 'dark'\na" + ".a" * 30_000 + " = 1")
    tracemalloc.start()

    assert store.load() == Settings()

    assert tracemalloc.get_traced_memory()[1] < 4 * 1024 * 1024
    tracemalloc.stop()
    assert store.settings_file.with_suffix(".broken.toml").exists()


@pytest.mark.parametrize("content", ["x = " + "[" * 20_000, "look = 'dark'\n" + "# filler\n" * 20_000])
def test_a_file_too_deep_or_too_large_is_not_read(store: SettingsStore, content: str) -> None:
    store.folder.mkdir()
    store.settings_file.write_text(content)

    assert store.load() == Settings()


UNWRITABLE = {
    "deep": "x = " + "[" * 300 + "]" * 300,
    "long": "a" + ".a" * 400 + " = 1",
    "grows beyond what is read": "x = [" + "1," * 30_000 + "]",
    "grows beyond what is read on a line": "x = '''\n" + f"{'.' * 100}\n" * 6 + "'''",
}


@pytest.mark.parametrize("content", UNWRITABLE.values(), ids=UNWRITABLE)
def test_keys_that_can_be_read_and_not_be_written_do_not_keep_a_choice_from_being_kept(
    store: SettingsStore, content: str
) -> None:
    store.folder.mkdir()
    store.settings_file.write_text(content)

    store.save(Settings(look="dark"))

    assert store.load() == Settings(look="dark")


def test_a_folder_in_the_place_of_the_file_is_left_alone(store: SettingsStore) -> None:
    store.settings_file.mkdir(parents=True)

    assert store.load() == Settings()
    assert store.settings_file.is_dir()


def test_one_variable_moves_everything(tmp_path: Path) -> None:
    found = folders({"TRUSTCHECK_DATA": str(tmp_path / "elsewhere")})

    assert found.data == found.settings == tmp_path / "elsewhere"
    assert found.data_file.parent == tmp_path / "elsewhere"
    assert not found.data.exists()
