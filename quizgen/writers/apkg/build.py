"""Material → genanki's notes and decks → the package."""

from __future__ import annotations

from datetime import UTC, datetime
from hashlib import blake2b

import genanki

from quizgen.items import Item
from quizgen.model import Campaign
from quizgen.writers import Material
from quizgen.writers.apkg.decks import deck_names, description, tags
from quizgen.writers.apkg.faces import fields, note_type
from quizgen.writers.apkg.markup import plain
from quizgen.writers.apkg.notetypes import NoteType, models
from quizgen.writers.apkg.package import Note, package


def build(material: Material) -> bytes:
    """Make the package of a deck: notes in the order of the items, dated `material.revised` (an ISO date).

    ValueError if two items share an id or an item's campaign is not among the material's.
    """
    _reject(material)
    stamp = int(datetime.fromisoformat(material.revised).replace(tzinfo=UTC).timestamp())
    types, names = models(), deck_names(material.title, material.campaigns)
    decks = []
    for campaign in material.campaigns:
        places = [place for place in enumerate(material.items) if place[1].campaign == campaign.id]
        about = description(campaign, [item for _, item in places])
        deck = genanki.Deck(_number(names[campaign.id]), names[campaign.id], about)
        for due, item in places:
            deck.add_note(_note(item, campaign, types, stamp, due))
        decks.append(deck)
    return package(decks, stamp)


def guid(item_id: str) -> str:
    """Give the identity of an item's note in every learner's collection: it follows the item's id and nothing else.

    A preview's notes have identities of their own: Anki never updates a note whose note type another one replaced, so a
    lasting deck with the same identities would be skipped in silence by whoever has the preview.
    """
    return blake2b(item_id.encode(), digest_size=8, person=b"quizgen preview").hexdigest()


def _note(item: Item, campaign: Campaign, types: dict[NoteType, genanki.Model], stamp: int, due: int) -> Note:
    kind = note_type(item.format)
    known = fields(item, campaign)
    return Note(
        mod=stamp,
        model=types[kind],
        fields=[known[name] for name in kind.value.all_fields],
        sort_field=plain(item.stem),
        tags=tags(item, campaign),
        guid=guid(item.id),
        due=due,
    )


def _number(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=4).digest(), "big") + 2  # 1 is Anki's default deck


def _reject(material: Material) -> None:
    seen: set[str] = set()
    known = {campaign.id for campaign in material.campaigns}
    for item in material.items:
        if item.id in seen:
            raise ValueError(f'two items have the id "{item.id}"; Anki would keep one')
        if item.campaign not in known:
            raise ValueError(f'the item "{item.id}" is of the campaign "{item.campaign}", which is not at hand')
        seen.add(item.id)
