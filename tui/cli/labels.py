"""`piyue labels` and `piyue relations`: the schema listed with its uses, added to, renamed, removed."""

from collections.abc import Mapping, Set

from tui.app.keys.resolve import refuse_key_clash
from tui.cli.arguments import JSON, Option
from tui.cli.context import Context, shown
from tui.errors import ProjectError
from tui.model import DEFAULT_RELATIONS
from tui.operations import schema
from tui.store.settings.edit import SchemaTable

ACTIONS = ("add", "change", "rename", "join", "remove")
IDS = Option(("names",), "names", {"nargs": "*", "metavar": "ID"})
OPTIONS: Mapping[str, tuple[Option, ...]] = {
    "labels": (
        Option(("action",), "labels_action", {"nargs": "?", "choices": ACTIONS}),
        IDS,
        Option(("--key",), "label_key", {"metavar": "K"}),
        Option(("--en",), "label_en", {"metavar": "NAME"}),
        Option(("--zh",), "label_zh", {"metavar": "NAME"}),
        Option(("--color",), "label_color", {"metavar": "#RRGGBB"}),
        Option(("--parent",), "label_parent", {"metavar": "ID"}),
        Option(("--description",), "label_description", {"metavar": "TEXT"}),
        JSON,
    ),
    "relations": (
        Option(("action",), "labels", {"nargs": "?", "choices": ACTIONS[2:]}),
        IDS,
        JSON,
    ),
}
"""The arguments of each command."""
EXAMPLES = {"labels": "DRUG", "relations": "subject"}
"""An id of each kind."""
FIELDS = ("key", "en", "zh", "color", "parent", "description")
"""What can be said of a label that is added."""


def labels(context: Context) -> None:
    """List the labels with their uses, add, rename or join some, or remove one without uses."""
    if context.arguments.action in ("add", "change"):
        _write_label(context, context.arguments.action)
    elif not _edited(context, "labels"):
        _list_labels(context)
    if context.project.settings.has_undeclared_labels:
        context.note(context.say("labels.standard_too"))


def _write_label(context: Context, action: str) -> None:
    """Add a label, or change fields of one."""
    (id_,) = _names(context, 1)
    said = {field: value for field in FIELDS if (value := getattr(context.arguments, field)) is not None}
    write = schema.add if action == "add" else schema.change
    before = context.project.settings.labels
    label = write(context.project, id_, said, refuse_key_clash)
    key = "cli.label_added" if action == "add" else "cli.label_changed"
    context.line(shown(context.say(key, id=id_, letter=label.key, color=label.color)))
    for other in context.project.settings.labels.labels:
        if other.id != id_ and other.id in before.by_id and other.key != before.by_id[other.id].key:
            context.line(shown(context.say("cli.label_moved", id=other.id, letter=other.key)))


def relations(context: Context) -> None:
    """List the relation types with their uses, rename or join some, or remove one without uses."""
    if not _edited(context, "relations"):
        _list_relations(context)
        _note_on_types(context)


def _note_on_types(context: Context) -> None:
    """Say what relation types cannot do: lead from or to what is no label, relate a metric."""
    settings = context.project.settings
    for type_ in settings.relations:
        for label in dict.fromkeys((*type_.heads, *type_.tails)):
            if label not in settings.labels.by_id and type_ not in DEFAULT_RELATIONS:
                context.note(context.say("relations.no_label", id=type_.id, label=label))
    if settings.lacks_metric_relations:
        context.note(context.say("relations.no_roles"))


def _edited(context: Context, table: SchemaTable) -> bool:
    """Do what the arguments ask for; return whether they ask for a change."""
    action = context.arguments.action
    if action in ("rename", "join"):
        old, new = _names(context, 2)
        change = schema.rename if action == "rename" else schema.join
        count, joined = change(context.project, table, old, new)
        context.line(context.say(f"cli.{action}.{table}", old=old, new=new, count=count))
        if joined:
            context.line(context.say(f"cli.joined.{table}", count=joined))
    elif action == "remove":
        (id_,) = _names(context, 1)
        schema.remove(context.project, table, id_)
        context.line(context.say("cli.removed", id=id_))
    return action is not None


def _names(context: Context, count: int) -> list[str]:
    names: list[str] = context.arguments.names
    if len(names) != count:
        command, action = context.arguments.command, context.arguments.action
        example = EXAMPLES[command] + (" NEW" if count == 2 else "")
        raise ProjectError("labels.names", command=command, action=action, count=count, example=example)
    return names


def _list_labels(context: Context) -> None:
    uses, known = schema.uses(context.project, "labels"), context.project.settings.labels
    for id_ in _ids(context, "labels", uses.keys()):
        label = known.by_id.get(id_)
        row = {
            "id": id_,
            "key": label.key if label else None,
            "en": label.en if label else None,
            "zh": label.zh if label else None,
            "parent": label.parent if label else None,
            "role": known.role_of(id_) or None,
            "known": label is not None,
            "spans": uses[id_],
        }
        name = (label.zh if context.language == "zh" else label.en) if label else "?"
        _print(context, row, f"{row['key'] or '?':<4}{id_:<16}{uses[id_]:>8}  {name}")


def _list_relations(context: Context) -> None:
    uses = schema.uses(context.project, "relations")
    known = {type_.id: type_ for type_ in context.project.settings.relations}
    for id_ in _ids(context, "relations", uses.keys()):
        type_ = known.get(id_)
        row = {
            "id": id_,
            "key": type_.key if type_ else None,
            "en": type_.en if type_ else None,
            "zh": type_.zh if type_ else None,
            "role": (type_.role if type_ else "") or None,
            "heads": list(type_.heads) if type_ else [],
            "tails": list(type_.tails) if type_ else [],
            "known": type_ is not None,
            "relations": uses[id_],
        }
        name = type_.name(context.language) if type_ else "?"
        _print(context, row, f"{row['key'] or '?':<4}{id_:<16}{uses[id_]:>8}  {name}")


def _ids(context: Context, table: SchemaTable, used: Set[str]) -> list[str]:
    """Return the ids of the settings in their order, then those that only annotations have."""
    known = schema.known_ids(context.project, table)
    return [*known, *sorted(used - set(known))]


def _print(context: Context, row: Mapping[str, object], line: str) -> None:
    if context.arguments.json:
        context.answer(row)
    else:
        context.line(shown(line))
