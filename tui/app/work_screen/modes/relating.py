"""Keys that join tags by relations."""

from typing import TYPE_CHECKING, NamedTuple

from tui.app.text_view.geometry.caret import select
from tui.app.work_screen import bar_pieces as status
from tui.app.work_screen.actions.tagging import Tagging
from tui.app.work_screen.panes.bars import Bars, Piece
from tui.model import Relation, RelationType, Span

if TYPE_CHECKING:
    from tui.suggest.tails import Tail


class Link(NamedTuple):
    """A relation that is being made: from which tag, of which type (None: not chosen yet), to what likely.

    Attributes:
        at: which of the tails is shown.
    """

    head: Span
    type: RelationType | None = None
    tails: "tuple[Tail, ...]" = ()
    at: int = 0


class Linking(Tagging):
    """Turns keys into relations: from a tag, by a type, to a tag or to words that become one."""

    link: Link | None = None
    links_shown = False

    # A relation in the making

    def action_link(self) -> None:
        """Begin a relation at the tag under the cursor; with a type chosen, end it at what is meant."""
        link = self.link
        if link is None or link.type is None:
            if (span := self.span_here()) is not None:
                self._begin(span)
        elif self.reader.caret.selection is not None:
            self._relate_words(link.head, link.type)
        elif (span := self.span_here()) is not None:
            self._relate(link.head, link.type, span)

    def _relate(self, head: Span, type_: RelationType, span: Span) -> None:
        """End a relation at a tag."""
        if span.id == head.id:
            self._leave()
            self.show_bars()
        elif not type_.allows(head.label, span.label):
            self.work.tell(self.work.say("status.no_link", type=self._name_of(type_)), alarm=True)
            self.show_bars()
        else:
            self._leave()
            self.work.relate(head, type_.id, span)
            self._show_related(head)

    def _relate_words(self, head: Span, type_: RelationType) -> None:
        """End a relation at what is selected: its tag, or one that it gets with a label that fits."""
        from tui.app.workspace.relation_tails import fitting_label, tag_of

        target = self.reader.target
        if (span := tag_of(self.work, target, head, type_)) is not None:
            self._relate(head, type_, span)
            return

        def take(label: str | None) -> None:
            if label is not None:
                from tui.app.workspace.relation_tails import relate_words

                self._leave()
                relate_words(self.work, head, type_.id, target, label)
                self._show_related(head)

        label = fitting_label(self.work, type_)
        if label is not None:
            take(label)
        else:
            self.ask_label(self.work.say("pick.tail", type=self._name_of(type_)), take)

    def _show_related(self, head: Span) -> None:
        self.show_changes(head.id)
        self.go_to_span(head.id)

    def _begin(self, span: Span) -> None:
        types = [t for t in self.relations if not t.heads or span.label in t.heads]
        if not types:
            self.tell("status.no_types")
            return
        self.link = Link(span)
        self.show_bars()

    def choose_type(self, key: str) -> None:
        """Take the type with a key for the relation in the making, and show where it may lead."""
        link = self.link
        found = next((t for t in self._types() if t.key == key), None)
        if link is None or found is None:
            self._leave()
            self.work.tell(self.work.say("status.no_type", key=key), alarm=True)
        else:
            from tui.app.workspace.relation_tails import likely

            self.link = link._replace(type=found, tails=likely(self.work, link.head, found))
            self.reader.light(tail.span.id for tail in self.link.tails if tail.span)
            self._show_tail(self.link)
        self.show_bars()

    def _types(self) -> list[RelationType]:
        """Return the types that may begin at the head of the relation in the making."""
        head = self.link.head.label if self.link else ""
        return [t for t in self.relations if not t.heads or head in t.heads]

    def _leave(self) -> None:
        self.link = None
        self._light_partners()

    def leave_link(self) -> None:
        """Give up the relation in the making; the cursor goes back to where it began."""
        if (link := self.link) is not None:
            self._leave()
            self.go_to_span(link.head.id)

    def action_label_key(self, key: str) -> None:
        """Take a letter: of a relation type where one is asked for, else of a label."""
        if self.link is not None and self.link.type is None:
            self.choose_type(key)
        else:
            super().action_label_key(key)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Take any letter where a relation type is asked for."""
        if action == "label_key" and self.link is not None and self.link.type is None:
            return self.reader.has_focus
        return super().check_action(action, parameters)

    def action_edit(self) -> None:
        """End a relation in the making; else open the fields of the tag."""
        if self.link is not None and self.link.type is not None:
            self.action_link()
        else:
            super().action_edit()

    def action_step_tag(self, step: int) -> None:
        """Go to the next tag; while a relation is made, to what it leads to less likely."""
        link = self.link
        if link is None or not link.tails:
            super().action_step_tag(step)
            return
        self.link = link._replace(at=(link.at + step) % len(link.tails))
        self._show_tail(self.link)
        self.show_bars()

    def _show_tail(self, link: Link) -> None:
        """Go to a likely tail: a tag, or words that are selected."""
        if not link.tails:
            return
        tail = link.tails[link.at]
        if tail.span is not None:
            self.go_to_span(tail.span.id)
        else:
            field = self.reader.scene.field
            self.reader.put(select(field, tail.range, "end", within=tail.range[0]))

    # What there is

    def action_unlink(self) -> None:
        """Choose one of the relations of the tag under the cursor, and remove it."""
        span = self.span_here()
        if span is None:
            return
        relations = self.work.relations_of(span)
        if not relations:
            self.tell("status.no_relations")
            return
        from tui.app.dialogs.pick import Choice, PickScreen

        def take(id_: str | None) -> None:
            if id_ is not None:
                self.work.unrelate(id_)
                self.show_changes(span.id)

        choices = [Choice(r.id, self._said(r, span), (self._said(r, span).lower(),)) for r in relations]
        self.app.push_screen(PickScreen(self.work.say("pick.relation"), choices), take)

    def action_show_links(self) -> None:
        """Show in the text, or no longer, which tags are related to the one under the cursor."""
        self.links_shown = not self.links_shown
        self._light_partners()
        self.tell("status.links" if self.links_shown else "status.no_links")

    def _light_partners(self) -> None:
        span = self.work.span(self.reader.span)
        found = self.work.relations_of(span) if span and self.links_shown else ()
        self.reader.light(end for relation in found for end in (relation.head, relation.tail))

    def _said(self, relation: Relation, span: Span) -> str:
        other = self.work.span(relation.tail if relation.head == span.id else relation.head)
        arrow = "->" if relation.head == span.id else "<-"
        return f"{arrow} {self.relation_name(relation.label)}  {other.text if other else ''}"

    def relation_name(self, id_: str) -> str:
        """Return what a relation type is called; one that the project does not know, by its id."""
        known = next((t for t in self.relations if t.id == id_), None)
        return self._name_of(known) if known else id_

    def _name_of(self, type_: RelationType) -> str:
        return type_.zh if self.work.language == "zh" and type_.zh else type_.id

    def show_bars(self) -> None:
        """Show the lines at the bottom, and whom the tag under the cursor is linked with."""
        if self.links_shown and self.link is None:
            self._light_partners()
        super().show_bars()

    def fill_bars(self) -> None:
        """Show the relation types in place of the labels where one is asked for."""
        super().fill_bars()
        if self.link is None:
            return
        text = self.link.head.text
        if self.link.type is not None:
            count = f"{self.link.at + 1}/{len(self.link.tails)}" if self.link.tails else "0"
            lead = self.work.say("status.link_to", text=text, type=self._name_of(self.link.type), count=count)
            self.query_one(Bars).say("labels", [Piece(f" {lead}", "strong")])
            return
        pieces = status.type_pieces(self._types(), self._name_of, self.work.say("status.link", text=text))
        self.query_one(Bars).say("labels", pieces)
