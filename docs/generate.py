"""Makes what is made from the code: tables of the READMEs, the JSON Schemas, the picture of the app.

``make docs`` runs it; a test holds that tables and schemas are current.
"""

import asyncio
import re
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from tests.app.screen_pictures import with_cell_widths
from tui.app.keys.display import display
from tui.app.keys.key_map import GROUPS, KEYMAP, Key
from tui.cli.arguments import Option
from tui.cli.parser import COMMANDS
from tui.formats.common import json_schema as schema
from tui.formats.registry import FORMATS
from tui.model import DEFAULT_LABELS
from tui.texts import Language, say

ROOT = Path(__file__).parent.parent
READMES: dict[str, Language] = {"README.md": "en", "README.zh.md": "zh"}
TABLE = re.compile(r"(<!-- (keys|commands|formats) -->\n).*?(<!-- /\2 -->)", re.DOTALL)
HEADS: dict[Language, tuple[str, str]] = {"en": ("key", "does"), "zh": ("按键", "作用")}
COMMAND_HEADS: dict[Language, tuple[str, str]] = {"en": ("command", "does"), "zh": ("命令", "作用")}


def key_table(language: Language) -> str:
    """Return the key map as a Markdown table, labels first, then group by group."""
    lines = [f"| {' | '.join(HEADS[language])} |", "|---|---|"]
    for label in DEFAULT_LABELS.labels:
        name = label.zh if language == "zh" else label.en
        lines += [f"| `{label.key}` | {label.id} {name} |"]
    for group in GROUPS:
        rows = [row for row in KEYMAP if row.group == group]
        if rows:
            lines.append(f"| | **{say('group.' + group, language)}** |")
            lines += [_line(row, language) for row in rows]
    return "\n".join(lines) + "\n"


def _line(row: Key, language: Language) -> str:
    keys = " ".join("`` ` ``" if display(key) == "`" else f"`{display(key)}`" for key in row.keys)
    return f"| {keys} | {say('key.' + row.id, language)} |"


def command_table(language: Language) -> str:
    """Return the commands with the arguments that they need as a Markdown table."""
    lines = [f"| {' | '.join(COMMAND_HEADS[language])} |", "|---|---|"]
    for command in COMMANDS:
        usage = " ".join(("piyue", command.name, *filter(None, map(_argument, command.options))))
        lines.append(f"| `{usage}` | {say('cli.command.' + command.name, language)} |")
    return "\n".join(lines) + "\n"


def _argument(option: Option) -> str:
    """Return how an argument that is always there is written; of one that may be left out, nothing."""
    name = str(option.settings.get("metavar", option.flags[-1]))
    if not option.flags[0].startswith("-"):
        return "" if option.settings.get("nargs") in ("?", "*") else name
    return f"{option.flags[0]} {name}" if option.settings.get("required") else ""


def format_list(language: Language) -> str:
    """Return a sentence with the names of all formats."""
    names = ", ".join(f"`{name}`" for name in FORMATS)
    count = len(FORMATS)
    return f"{count} 种格式：{names}。\n" if language == "zh" else f"{count} formats: {names}.\n"


PARTS: dict[str, Callable[[Language], str]] = {
    "keys": key_table,
    "commands": command_table,
    "formats": format_list,
}


def with_table(readme: str, language: Language) -> str:
    """Return a README with the tables of today between their marks."""
    return TABLE.sub(lambda match: match[1] + PARTS[match[2]](language) + match[3], readme)


async def picture(target: Path) -> None:
    """Tag a little on a copy of the pages, by keys, and save what the screen shows as SVG."""
    from tui.app.runtime.app import PiyueApp
    from tui.store.project import Project

    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "seeds", Path(folder) / "seeds")
        app = PiyueApp(Project.find(Path(folder)), "en", "000_fabdfe4cb5b039c8#1")
        async with app.run_test(size=(120, 36)) as pilot:
            await app.workers.wait_for_complete()
            for key in PICTURE_KEYS.split():
                await pilot.press(key)
                await app.workers.wait_for_complete()
                await pilot.pause()
            target.write_text(with_cell_widths(app.export_screenshot(title="piyue")), encoding="utf-8")


PICTURE_KEYS = "2 7 right p 5 right l space o 3 right space i 2 7 right m"
"""On the first page: a name, a place in an organisation, a year and a number."""


def main() -> None:
    """Write everything."""
    for name, language in READMES.items():
        file = ROOT / name
        file.write_text(with_table(file.read_text(encoding="utf-8"), language), encoding="utf-8")
    schema.write(ROOT / "docs" / "schema")
    asyncio.run(picture(ROOT / "docs" / "piyue.svg"))


if __name__ == "__main__":
    main()
