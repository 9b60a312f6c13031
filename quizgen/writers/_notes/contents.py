"""Items → what their notes hold, and its fingerprint: what a ledger compares and a release writes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b

from quizgen.items import Item
from quizgen.ledger import Fresh
from quizgen.model import Campaign
from quizgen.relations import facts
from quizgen.writers._notes.decks import tags
from quizgen.writers._notes.faces import fields, note_type
from quizgen.writers._notes.markup import plain
from quizgen.writers._notes.notetypes import NoteType

# A later revision of the article, with all else as it was, changes no note: else it would overwrite what learners edited.
OF_NO_WEIGHT = ("As of", "Licence")


@dataclass(frozen=True, slots=True)
class Content:
    """A note without its identity and dates: `fields` by name, all but the GUID and the notice."""

    item: Item
    kind: NoteType
    fields: dict[str, str]
    tags: tuple[str, ...]

    def fresh(self) -> Fresh:
        """Give what a ledger keeps of it."""
        told = [*(f"{name}\x1f{text}" for name, text in self.fields.items() if name not in OF_NO_WEIGHT), *self.tags]
        print_ = blake2b("\x1e".join(told).encode(), digest_size=6).hexdigest()
        return Fresh(self.item.id, self.kind.word, self.item.campaign, print_, plain(self.item.stem), answer(self.item))


def contents(items: Iterable[Item], campaign: Campaign, *, typed: bool) -> Iterator[Content]:
    """Make the contents of a campaign's notes one by one, in the order of the items."""
    known = {fact.id: fact for fact in facts(campaign)}
    for item in items:
        kind = note_type(item.format, typed=typed)
        yield Content(item, kind, fields(item, campaign, kind, known), tags(item, campaign))


def answer(item: Item) -> str:
    """Give the right answer in words, as a ledger and a retired card show it."""
    return plain("; ".join([*item.key, *(f"{a}: {b}" for a, b in item.pairs)]))
