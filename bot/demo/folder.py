"""The folder that a demo leaves: replaced as a whole, and only when nobody else has touched it."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from vocabulary.errors import BaosongError

_LIST = ".made-by-baosong"
"""In the folder: the hash and the name of everything that was put there, a line each."""

_LIVES = "lives"
"""In place of the hash of a database: whoever looks at one changes it, and leaves files beside."""
_BESIDE_A_DATABASE = ("-wal", "-shm", "-journal")


class FolderNotOurs(BaosongError):
    """The folder holds something that no demo wrote, or that was changed since."""

    text_key = "demo-folder-not-ours"


def check_ours(folder: Path) -> None:
    """Raises FolderNotOurs unless the folder is missing, empty, or just as a demo left it."""
    if not folder.exists():
        return
    if not folder.is_dir() or folder.is_symlink():
        raise FolderNotOurs(folder=str(folder), name=folder.name)
    listed = _listed(folder)
    databases = [name for name, digest in listed.items() if digest == _LIVES]
    alive = {f"{name}{end}" for name in databases for end in ("", *_BESIDE_A_DATABASE)}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        known = path.is_dir() and not path.is_symlink() and any(n.startswith(name) for n in listed)
        if name == _LIST or known or name in alive:
            continue
        if not path.is_file() or listed.get(name) != _hash(path.read_bytes()):
            raise FolderNotOurs(folder=str(folder), name=name)


def replace_folder(folder: Path, files: Mapping[str, bytes], *, database: str = "") -> None:
    """Writes the files (by path within the folder) in place of what stood there.

    database: the name of the one that is a database, which may be used afterwards.
    Raises FolderNotOurs as `check_ours` does. Until everything is written the old folder stays.
    """
    check_ours(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    try:
        for name, content in files.items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        lines = (
            f"{_LIVES if name == database else _hash(content)}  {name}\n"
            for name, content in files.items()
        )
        (fresh / _LIST).write_text("".join(lines), encoding="utf-8")
        fresh.chmod(0o777 & ~_umask())
        if folder.exists():
            shutil.rmtree(folder)
        fresh.rename(folder)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise


def _listed(folder: Path) -> dict[str, str]:
    """By name, the hash of what was written."""
    path = folder / _LIST
    if not path.is_file():
        return {}
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _umask() -> int:
    """What a new folder is not allowed; mkdtemp makes one for its owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
