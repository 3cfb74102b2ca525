"""Files by the hash of their content, outside the database. Written whole or not at all."""

import hashlib
import os
import tempfile
from collections.abc import Set
from datetime import UTC, datetime
from pathlib import Path


class FileStore:
    """A folder of files named by their SHA-256; a file that is there is never written again."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def keep(self, content: bytes) -> str:
        """Stores the content and gives its hash, as 64 hexadecimal digits."""
        sha256 = hashlib.sha256(content).hexdigest()
        place = self._place(sha256)
        if place.exists():
            place.touch()  # whoever sweeps takes it for new again
            return sha256
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, name = tempfile.mkstemp(dir=place.parent)
        written = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            written.replace(place)
        except OSError:  # a full disk must not fill up further with halves
            written.unlink()
            raise
        return sha256

    def read(self, sha256: str) -> bytes:
        """Raises FileNotFoundError when the store does not have it."""
        return self._place(sha256).read_bytes()

    def sweep(self, in_use: Set[str], *, before: datetime) -> int:
        """Deletes what was written before the moment and nothing points to; says how many.

        A file is stored before the row that points to it is committed, so a young one stays, and
        storing it again makes it young.
        """
        gone = 0
        for path in self.root.glob("??/*"):
            if path.name not in in_use and _written_at(path) < before:
                path.unlink(missing_ok=True)
                gone += 1
        return gone

    def _place(self, sha256: str) -> Path:
        return self.root / sha256[:2] / sha256


def _written_at(path: Path) -> datetime:
    return datetime.fromtimestamp(path.stat().st_mtime, UTC)
