"""Files that a browser downloads instead of being written on the server."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.app import App


def download(app: App[int], name: str, write: Callable[[Path], None]) -> None:
    """Give the browser a file instead of writing it where the server is.

    Args:
        write: writes the file at a path; what it raises goes on.
    """
    with TemporaryDirectory(prefix="piyue-") as folder:
        path = Path(folder) / name
        write(path)
        app.deliver_binary(BytesIO(path.read_bytes()), save_filename=name)
