"""SHA-256, of little data without OpenSSL.

`hashlib` loads OpenSSL, for which the first text would wait 2 ms; Python's own module, which `random` takes
for the same reason, is there at once. Of much data OpenSSL is several times as fast.
"""

import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hashlib import _Hash

MUCH = 100_000
"""Bytes from which loading OpenSSL pays."""


def sha256(data: bytes) -> "_Hash":
    """Return the digest of bytes, as `hashlib.sha256` does."""
    return _faster(data) if len(data) > MUCH or "hashlib" in sys.modules else _plain(data)


def _faster(data: bytes) -> "_Hash":
    import hashlib

    return hashlib.sha256(data)


def _found() -> Any:
    """Return Python's own function: it has another home since Python 3.12, and none where it was left out."""
    try:
        plain: Any = import_module("_sha2" if sys.version_info >= (3, 12) else "_sha256")
    except ImportError:
        return _faster
    return plain.sha256


_plain = _found()
