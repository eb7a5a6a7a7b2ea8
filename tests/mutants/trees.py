"""Works in several copies of the tree at the same time."""

import multiprocessing
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

ROOT = Path(__file__).parent.parent.parent
_here: dict[str, Any] = {}
"""In a process of the pool: the tree that is its own, and what it does there."""


def copy(root: Path) -> Path:
    """Copy the working tree as it is: what git knows or would."""
    listing = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    names = subprocess.run(listing, cwd=ROOT, capture_output=True, check=True).stdout
    for name in names.decode().split("\0"):
        if name and (ROOT / name).is_file():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, root / name)
    return root


def in_trees(
    trees: Sequence[Path], work: Callable[[Path, Item], Result], items: Sequence[Item]
) -> Iterator[Result]:
    """Yield what `work` makes of each item, in the order in which they end.

    Args:
        trees: So many items are worked on at the same time.
        work: Takes a tree that nobody else uses meanwhile, and an item.
        items: What there is to do.
    """
    context = multiprocessing.get_context("fork")
    free = context.SimpleQueue()
    for tree in trees:
        free.put(tree)
    # Processes of a `multiprocessing.Pool` could have no children, as some tests need them.
    with ProcessPoolExecutor(len(trees), context, _begin, (free, work)) as pool:
        for done in as_completed([pool.submit(_do, item) for item in items]):
            yield done.result()


def _begin(free: Any, work: Callable[[Path, Any], Any]) -> None:
    _here.update(tree=free.get(), work=work)


def _do(item: Any) -> Any:
    return _here["work"](_here["tree"], item)
