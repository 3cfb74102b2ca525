"""Produced files are kept by their hash, whole or not at all."""

import hashlib
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from models.files import FileStore
from tests.models.together import at_once

DRAFT = "关于七月份工作任务完成情况的报告".encode()


def _files(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


def test_a_file_is_named_by_its_hash_and_read_as_it_was(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "files")
    sha256 = store.keep(DRAFT)
    assert sha256 == hashlib.sha256(DRAFT).hexdigest()
    assert store.read(sha256) == DRAFT


def test_the_same_content_is_written_once(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    sha256 = store.keep(DRAFT)
    (kept,) = _files(tmp_path)
    place = kept.stat().st_ino
    assert store.keep(DRAFT) == sha256
    assert [path.stat().st_ino for path in _files(tmp_path)] == [place]


def test_two_that_keep_the_same_content_at_once_keep_one_file(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    large = DRAFT * 50_000
    at_once(*[lambda: store.keep(large)] * 4)
    (kept,) = _files(tmp_path)
    assert kept.read_bytes() == large


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        FileStore(tmp_path).read("0" * 64)


def test_others_on_the_machine_cannot_read_the_files(tmp_path: Path) -> None:
    FileStore(tmp_path / "files").keep(DRAFT)
    (kept,) = _files(tmp_path)
    assert kept.stat().st_mode & 0o077 == 0


def test_a_write_that_fails_in_the_middle_leaves_nothing_behind(tmp_path: Path) -> None:
    store = FileStore(tmp_path)
    with _no_file_longer_than(len(DRAFT)), pytest.raises(OSError, match="too large"):
        store.keep(DRAFT * 50_000)
    assert _files(tmp_path) == []
    sha256 = store.keep(DRAFT * 50_000)
    assert store.read(sha256) == DRAFT * 50_000


@contextmanager
def _no_file_longer_than(size: int) -> Iterator[None]:
    """The nearest thing to a full disk that needs no disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
