import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

import sandbox

TOKEN = "7654321:process-PROCESS-process-PROCESS-1"


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    return tmp_path / "journal.jsonl"


@pytest.fixture
def url(journal: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "sandbox", "--port", "0", "--token", TOKEN]
    command += ["--journal", str(journal), "--person", "Ada", "--at", "2022-08-01T08:59"]
    root = Path(sandbox.__file__).parent.parent
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=root) as process:
        assert process.stdout is not None
        yield process.stdout.readline().split("/  ")[0]
        process.terminate()
        assert process.wait(5) == 0


def test_process_serves_bot_and_desk_and_writes_its_journal(url: str, journal: Path) -> None:
    with httpx.Client(base_url=url, trust_env=False) as client:
        client.post("/sandbox/people/1001/start", json={})
        (update,) = client.get(f"/bot{TOKEN}/getUpdates").json()["result"]
        offset = {"offset": update["update_id"] + 1}
        client.get(f"/bot{TOKEN}/getUpdates", params=offset)
        seen = client.get("/sandbox/people/1001/chat").json()["messages"][0]
    assert seen["sent_at"].startswith("2022-08-01T08:59")
    events = [json.loads(line) for line in journal.read_text(encoding="utf-8").splitlines()]
    assert [event["event"] for event in events] == ["put", "delivered", "call", "confirmed", "call"]
    assert events[3]["update_id"] == update["update_id"]
    assert TOKEN not in journal.read_text(encoding="utf-8")
