"""The project's labels and keys: listed, renamed, removed."""

from collections import Counter
from collections.abc import Iterator

from tui.cli.context import Context, shown
from tui.errors import NotFoundError, PiyueError, ProjectError
from tui.model import Document


def keys(context: Context) -> None:
    """`piyue keys`: the key map as it is in this project, to be printed."""
    from tui.app.keymap import GROUPS, display, resolve

    settings = context.project.settings
    rows = resolve(settings.keys, settings.labels, settings.preset)
    language = context.language
    table = [(context.say("help.labels"), "")]
    table += [
        (label.key, f"{label.id}  {label.zh if language == 'zh' else label.en}")
        for label in settings.labels.labels
    ]
    for group in GROUPS:
        table += [("", ""), (context.say(f"group.{group}"), "")]
        for row in rows:
            if row.group == group:
                where = f" ({context.say('help.list')})" if row.context == "list" else ""
                table.append(("  ".join(map(display, row.keys)), context.say(f"key.{row.id}") + where))
    for left, right in table:
        context.line(shown(f"{left:<26}{right}".rstrip() if right else left))


def labels(context: Context) -> None:
    """`piyue labels`: lists the labels with their uses, renames one, or removes one without uses."""
    arguments = context.arguments
    if arguments.action == "rename":
        _rename(context, *_wanted(context, 2))
    elif arguments.action == "remove":
        _remove(context, *_wanted(context, 1))
    else:
        _list(context)


def _wanted(context: Context, count: int) -> list[str]:
    names: list[str] = context.arguments.names
    if len(names) != count:
        raise ProjectError("labels.names", action=context.arguments.action, count=count)
    return names


def _documents(context: Context) -> Iterator[Document]:
    """Yield every annotated page of every annotator; a file that cannot be read stops everything."""
    project = context.project
    for annotator in project.annotators():
        for page in project.page_ids():
            if (project.root / "annotations" / annotator / f"{page}.json").exists():
                yield project.document(page, annotator)


def _uses(context: Context) -> Counter[str]:
    return Counter(
        span.label for document in _documents(context) for span in (*document.spans, *document.orphans)
    )


def _list(context: Context) -> None:
    uses, known = _uses(context), context.project.settings.labels
    every = [label.id for label in known.labels] + sorted(uses.keys() - known.by_id.keys())
    for id_ in every:
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
        if context.arguments.json:
            context.answer(row)
        else:
            name = (label.zh if context.language == "zh" else label.en) if label else "?"
            context.line(shown(f"{row['key'] or '?':<4}{id_:<16}{uses[id_]:>8}  {name}"))


def _rename(context: Context, old: str, new: str) -> None:
    """Rename a label in every annotation, then in the settings: cut off in between, it can be repeated."""
    from tui.store.settings.edit import rename_label

    known = context.project.settings.labels.by_id
    if old not in known and not _uses(context)[old]:
        raise NotFoundError("labels.unknown", id=old, known=", ".join(known))
    if new in known and old in known:
        raise ProjectError("labels.taken", id=new)
    edited = rename_label(context.project, old, new) if old in known else None
    changed = 0
    for document in _documents(context):
        spans = [span for span in (*document.spans, *document.orphans) if span.label == old]
        if spans:
            context.project.save(_with_label(document, old, new))
            changed += len(spans)
    if edited is not None:
        edited()
    context.line(context.say("cli.renamed", old=old, new=new, spans=changed))


def _with_label(document: Document, old: str, new: str) -> Document:
    fields = {
        name: tuple(
            span.replaced(label=new) if span.label == old else span for span in getattr(document, name)
        )
        for name in ("spans", "orphans")
    }
    return document.replaced(**fields)


def _remove(context: Context, label: str) -> None:
    from tui.store.settings.edit import remove_label

    if label not in context.project.settings.labels.by_id:
        known = ", ".join(context.project.settings.labels.by_id)
        raise NotFoundError("labels.unknown", id=label, known=known)
    if uses := _uses(context)[label]:
        raise PiyueError("labels.used", id=label, uses=uses)
    remove_label(context.project, label)
    context.line(context.say("cli.removed", id=label))
