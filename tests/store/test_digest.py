"""SHA-256 of little data and of much is that of `hashlib`."""

import subprocess
import sys
from hashlib import sha256 as expected

import pytest

from tui.store import digest


@pytest.mark.parametrize("size", [0, 1, 3_000, digest.MUCH, digest.MUCH + 1])
def test_digests_are_those_of_hashlib(size: int) -> None:
    data = bytes(number % 251 for number in range(size))
    for way in (digest.sha256, digest._plain, digest._faster):
        assert way(data).hexdigest() == expected(data).hexdigest()


def test_of_little_data_openssl_is_not_loaded_and_of_much_it_is() -> None:
    program = (
        "import sys\n"
        "from tui.store.digest import MUCH, sha256\n"
        "for size in (MUCH, MUCH + 1):\n"
        "    sha256(bytes(size))\n"
        "    print('_hashlib' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
