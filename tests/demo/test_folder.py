"""The folder of a demo: whole, and never over what somebody else has put there."""

from pathlib import Path

import pytest

from bot.demo.folder import FolderNotOurs, check_ours, replace_folder

FILES = {"timeline.txt": b"one", "drafts/a.docx": b"two"}


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def test_what_a_demo_left_is_replaced_as_a_whole(tmp_path: Path) -> None:
    folder = tmp_path / "out" / "2022-07"
    replace_folder(folder, FILES)
    replace_folder(folder, {"timeline.txt": b"new"})
    assert content(folder) == {"timeline.txt": b"new"}
    assert [path.name for path in folder.parent.iterdir()] == ["2022-07"]


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    replace_folder(tmp_path, FILES)
    assert content(tmp_path) == FILES


@pytest.mark.parametrize("name", ["notes.txt", "drafts/mine.docx", "other/file"])
def test_a_folder_with_a_strange_file_is_left_alone(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "2022-07"
    replace_folder(folder, FILES)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"mine")
    with pytest.raises(FolderNotOurs) as refused:
        replace_folder(folder, FILES)
    assert name.startswith(str(refused.value.facts["name"]))
    assert content(folder) == {**FILES, name: b"mine"}


def test_a_file_that_was_changed_is_not_thrown_away(tmp_path: Path) -> None:
    replace_folder(tmp_path, FILES)
    (tmp_path / "timeline.txt").write_bytes(b"my notes")
    with pytest.raises(FolderNotOurs):
        check_ours(tmp_path)


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "2022-07").symlink_to(tmp_path / "real")
    with pytest.raises(FolderNotOurs):
        check_ours(tmp_path / "2022-07")


def test_a_file_in_the_place_of_the_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "2022-07").write_bytes(b"mine")
    with pytest.raises(FolderNotOurs):
        check_ours(tmp_path / "2022-07")


def test_a_missing_folder_is_fine(tmp_path: Path) -> None:
    check_ours(tmp_path / "2022-07")


def test_a_database_may_be_looked_at_and_is_replaced_all_the_same(tmp_path: Path) -> None:
    replace_folder(tmp_path, FILES, database="timeline.txt")
    (tmp_path / "timeline.txt").write_bytes(b"looked at")
    (tmp_path / "timeline.txt-wal").write_bytes(b"beside it")
    replace_folder(tmp_path, FILES, database="timeline.txt")
    assert content(tmp_path) == FILES
    (tmp_path / "drafts/a.docx").write_bytes(b"my own")
    with pytest.raises(FolderNotOurs):
        check_ours(tmp_path)
