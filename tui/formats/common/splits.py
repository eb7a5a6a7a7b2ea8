"""Splits for training: articles stay whole, near-duplicates together, labels balanced; seeded."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import NamedTuple

from tui.errors import FormatError
from tui.formats.common.near_duplicates import Families, share, strings

NAMES = {1: ("train",), 2: ("train", "test"), 3: ("train", "dev", "test")}
BY = ("page", "date")
DATE = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)")


class Item(NamedTuple):
    """An article that is to be placed: its text and how often it has each label."""

    article: str
    page: str
    text: str
    labels: dict[str, int]


class Place(NamedTuple):
    """Where an article goes, and why: the first article of its group, and what ties it to the group."""

    article: str
    page: str
    split: str
    group: str
    reason: str


class Group(NamedTuple):
    """Articles that stay together."""

    key: str
    date: str
    members: tuple[int, ...]
    weights: Counter[str]


def ratio(text: str) -> tuple[int, ...]:
    """Return the shares that a text such as `80/10/10` names.

    Raises:
        FormatError: these are not one to three positive whole numbers.
    """
    parts = text.split("/")
    if not all(re.fullmatch("[1-9][0-9]{0,5}", part) for part in parts) or len(parts) not in NAMES:
        raise FormatError("split.ratio", text=text)
    return tuple(map(int, parts))


def date_of(page: str) -> str:
    """Return the day in a page's id, as 2018-05-01; empty where there is none."""
    match = DATE.search(page)
    return "-".join(match.groups()) if match else ""


def assign(items: Sequence[Item], shares: Sequence[int], seed: int, by: str = "") -> list[Place]:
    """Return a place for each article, in their order.

    Args:
        by: `page` keeps pages whole; `date` gives the oldest days to the first split, days kept whole.
    """
    groups, reasons = _groups(items, by)
    names = NAMES[len(shares)]
    chosen = _by_date(groups, shares) if by == "date" else _balanced(groups, shares, seed)
    places: dict[int, Place] = {}
    for group, at in zip(groups, chosen, strict=True):
        for number in group.members:
            item = items[number]
            places[number] = Place(item.article, item.page, names[at], group.key, reasons[number])
    return [places[number] for number in range(len(items))]


def _groups(items: Sequence[Item], by: str) -> tuple[list[Group], list[str]]:
    families, reasons = Families(), ["alone"] * len(items)
    one_in = share(sum(len(item.text) for item in items))
    for item in items:
        families.add(strings(item.text, one_in))
    for number in range(len(items)):
        if (first := families.of(number)) != number:
            reasons[number] = reasons[first] = "twin"
    if by == "page":
        _join(families, (item.page for item in items), reasons, "page")
    if by == "date":
        _join(families, (date_of(item.page) for item in items), reasons, "date")
    members: dict[int, list[int]] = {}
    for number in range(len(items)):
        members.setdefault(families.of(number), []).append(number)
    return [_group(items, found) for found in members.values()], reasons


def _join(families: Families, keys: Iterable[str], reasons: list[str], reason: str) -> None:
    """Make one family of all articles with the same key."""
    first: dict[str, int] = {}
    for number, key in enumerate(keys):
        other = first.setdefault(key, number)
        if other != number:
            families.join(number, other)
            for at in (number, other):
                reasons[at] = reason if reasons[at] == "alone" else reasons[at]


def _group(items: Sequence[Item], members: Sequence[int]) -> Group:
    weights = Counter({"": len(members)})
    for number in members:
        weights.update(items[number].labels)
    date = min(date_of(items[number].page) for number in members)
    return Group(items[members[0]].article, date, tuple(members), weights)


def _balanced(groups: Sequence[Group], shares: Sequence[int], seed: int) -> list[int]:
    """Return a split for each group: large ones first, each to where most of what it has is still missing.

    Whole numbers only, ties broken by a hash of seed and name: the same on every machine.
    """
    total: Counter[str] = Counter()
    for group in groups:
        total.update(group.weights)
    whole = sum(shares)
    had: list[Counter[str]] = [Counter() for _ in shares]

    def need(group: Group, at: int) -> int:
        """Return how much of what the group has the split still lacks, in millionths of all there is."""
        missing = 0
        for name, count in group.weights.items():
            lack = total[name] * shares[at] - had[at][name] * whole
            needed = min(lack, count * whole) * 1_000_000 // (total[name] * shares[at])
            # The number of articles counts as much as all labels together.
            missing += needed * (1 if name else len(total))
        return missing

    chosen = [0] * len(groups)
    for number in sorted(range(len(groups)), key=lambda n: _rank(groups[n], seed)):
        group = groups[number]
        at = max(range(len(shares)), key=lambda at: (need(group, at), shares[at], -at))
        chosen[number] = at
        had[at].update(group.weights)
    return chosen


def _rank(group: Group, seed: int) -> tuple[int, str]:
    size = sum(group.weights.values())
    return -size.bit_length(), sha256(f"{seed}\0{group.key}".encode()).hexdigest()


def _by_date(groups: Sequence[Group], shares: Sequence[int]) -> list[int]:
    """Return a split for each group: in the order of their days, each split filled before the next."""
    articles = sum(len(group.members) for group in groups)
    chosen, before = [0] * len(groups), 0
    for number in sorted(range(len(groups)), key=lambda n: (groups[n].date, groups[n].key)):
        middle = (2 * before + len(groups[number].members)) * sum(shares)
        bounds = [2 * articles * sum(shares[: at + 1]) for at in range(len(shares))]
        chosen[number] = next((at for at, bound in enumerate(bounds) if middle < bound), len(shares) - 1)
        before += len(groups[number].members)
    return chosen
