"""People come in by tokens of which only hashes are kept."""

from pathlib import Path

import pytest

from tests.serve.serving import run
from tui.errors import PiyueError
from tui.serve.address import Address
from tui.serve.people import People
from tui.store.project import Project


@pytest.fixture
def people(project: Path) -> People:
    return People.of(Project(project))


def test_a_token_says_whose_it_is_until_its_person_is_removed(people: People) -> None:
    ling, bo = people.add("ling"), people.add("博文")
    assert people.names() == ("ling", "博文")
    assert (people.person(ling), people.person(bo)) == ("ling", "博文")
    people.remove("ling")
    assert (people.person(ling), people.person(bo)) == (None, "博文")


@pytest.mark.parametrize("token", ["", "x", "\udcff", "ling"])
def test_what_is_no_token_lets_nobody_in(people: People, token: str) -> None:
    people.add("ling")
    assert people.person(token) is None


def test_the_token_is_kept_nowhere_and_the_file_is_private(people: People, private_home: Path) -> None:
    token = people.add("ling")
    kept = [path for path in private_home.rglob("*") if path.is_file()]
    assert not any(token.encode() in path.read_bytes() for path in kept)
    assert [path.stat().st_mode & 0o777 for path in kept if path.parent.name == "serve"] == [0o600]


@pytest.mark.parametrize("name", ["", "../x", "_project", ".x", "a/b", "a\nb", "长" * 61])
def test_a_name_that_is_no_annotators_is_refused(people: People, name: str) -> None:
    with pytest.raises(PiyueError, match="annotator's name"):
        people.add(name)


def test_a_name_has_one_link(people: People) -> None:
    people.add("ling")
    with pytest.raises(PiyueError, match="--remove ling"):
        people.add("ling")
    with pytest.raises(PiyueError, match="there is no annotator bo"):
        people.remove("bo")


@pytest.mark.parametrize("content", [b"{", b"[]", b'{"ling": 1}', b"\xff"])
def test_a_file_that_cannot_be_read_lets_nobody_in(
    people: People, private_home: Path, content: bytes
) -> None:
    token = people.add("ling")
    (path,) = (private_home / "state" / "piyue" / "serve").iterdir()
    path.write_bytes(content)
    with pytest.raises(PiyueError, match="nobody can log in"):
        people.person(token)


def test_a_file_that_others_can_write_lets_nobody_in(people: People, private_home: Path) -> None:
    token = people.add("ling")
    (path,) = (private_home / "state" / "piyue" / "serve").iterdir()
    path.chmod(0o620)
    with pytest.raises(PiyueError, match="chmod 600"):
        people.person(token)


@pytest.mark.slow
def test_the_command_adds_lists_and_removes(project: Path) -> None:
    added = run(project, "--add", "ling", "--url", "https://tags.example.org/piyue")
    link = added.stdout.splitlines()[-1]
    assert link.startswith("https://tags.example.org/piyue/#token=")
    assert People.of(Project(project)).person(link.partition("=")[2]) == "ling"
    second = run(project, "--add", "ling")
    assert (second.returncode, second.stdout) == (1, ""), "no words that announce a link"
    assert run(project, "--list").stdout == "ling\n"
    assert run(project, "--list", "--json").stdout == '{"name": "ling"}\n'
    assert run(project, "--remove", "ling").returncode == 0
    assert run(project, "--list").stdout == ""


def test_another_address_than_loopback_needs_people(project: Path) -> None:
    refused = run(project, "--host", "0.0.0.0")
    assert refused.returncode == 1
    assert "piyue serve --add NAME" in refused.stderr


@pytest.mark.parametrize(
    ("host", "link"),
    [("127.0.0.1", "http://127.0.0.1:8000/"), ("::1", "http://[::1]:8000/"), ("mo", "http://mo:8000/")],
)
def test_an_address_is_written_as_a_link(host: str, link: str) -> None:
    assert Address(host, 8000).link == link
