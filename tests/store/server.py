"""A PostgreSQL server of the tests' own: in a temporary folder, on a socket there, without root's rights."""

import os
import shutil
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from time import monotonic, sleep

NAMES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
USER = "piyue"


def programs() -> Path | None:
    """Return the folder of the distribution's server programs; None where it is not installed."""
    if NAMES:
        return NAMES[-1]
    found = shutil.which("initdb")
    return None if found is None else Path(found).resolve().parent


class Server:
    """One server; what it keeps is gone with it."""

    def __init__(self) -> None:
        found = programs()
        assert found is not None
        self._programs, self.folder = found, Path(mkdtemp(prefix="piyue-pg-", dir="/tmp"))
        self._as: list[str] = []
        if os.geteuid() == 0:  # it refuses to run as root
            shutil.chown(self.folder, "nobody")
            self._as = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
        made = ["-A", "trust", "-U", USER, "-E", "UTF8", "--locale=C", "--no-sync"]
        self._run("initdb", "-D", str(self._data), *made)
        self._process: subprocess.Popen[bytes] | None = None
        self.start()

    @property
    def _data(self) -> Path:
        return self.folder / "data"

    def url(self, user: str = USER) -> str:
        """Return where it is."""
        return f"postgresql:///postgres?host={self.folder}&user={user}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        command = [*self._as, str(self._programs / "postgres"), "-D", str(self._data), "-k", str(self.folder)]
        options = ["-c", "listen_addresses=", "-c", "max_connections=200"]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(
                [*command, *options], stdout=log, stderr=log, cwd=self.folder, start_new_session=True
            )
        ready = [str(self._programs / "pg_isready"), "-q", "-h", str(self.folder)]
        limit = monotonic() + 60
        while subprocess.run(ready, check=False).returncode:
            assert monotonic() < limit, (self.folder / "log").read_text()
            sleep(0.05)

    def kill(self) -> None:
        """End it at once, as a power cut does."""
        assert self._process is not None
        children = Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children").read_text().split()
        for process in (self._process.pid, *map(int, children)):  # a backend outlives its server for a while
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self._process.wait()
        (self._data / "postmaster.pid").unlink(missing_ok=True)

    def stop(self) -> None:
        """End it, and remove what it kept."""
        if self._process is not None and self._process.poll() is None:
            self._process.send_signal(signal.SIGQUIT)
            self._process.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, name: str, *arguments: str) -> None:
        command = [*self._as, str(self._programs / name), *arguments]
        subprocess.run(command, check=True, capture_output=True, cwd=self.folder)
