"""Material → decks of notes, as texts that the package and the table only have to write; shared by the two."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from quizgen.items import BLANK, Item, code_of
from quizgen.ledger import Entry, Fresh, guid
from quizgen.model import Campaign
from quizgen.writers import Material
from quizgen.writers._notes.contents import contents
from quizgen.writers._notes.credit import licence
from quizgen.writers._notes.decks import deck_names, description, family_deck, retired_tags
from quizgen.writers._notes.markup import cloze, element, plain, shown
from quizgen.writers._notes.notetypes import NoteType, schema


@dataclass(frozen=True, slots=True)
class Note:
    """A note as it is written: the fields in the order of its type, the ISO date of its last change, its place among new cards."""

    guid: str
    kind: NoteType
    fields: tuple[str, ...]
    sort_text: str
    tags: tuple[str, ...]
    revised: str
    at: int
    is_retired: bool = False


@dataclass(frozen=True, slots=True)
class NoteDeck:
    """A deck by its whole name; `notes` makes its notes one by one, so that many need not stand in memory."""

    name: str
    description: str
    notes: Callable[[], Iterator[Note]]


def decks(material: Material) -> tuple[NoteDeck, ...]:
    """Lay out the decks of a material: one for each campaign, or for each family in it.

    ValueError if two items share an id or an item's campaign is not among the material's.
    """
    _reject(material)
    names = deck_names(material.title, material.campaigns)
    of_campaign: defaultdict[str, list[tuple[Item, Entry | None, int]]] = defaultdict(list)
    for item, entry, at in _placed(material):
        of_campaign[item.campaign].append((item, entry, at))
    return tuple(deck for c in material.campaigns for deck in _of_campaign(c, of_campaign[c.id], names[c.id], material))


def fresh(material: Material) -> Iterator[Fresh]:
    """Give what a ledger compares of each item, in the order of the items."""
    of_campaign: defaultdict[str, list[Item]] = defaultdict(list)
    for item in material.items:
        of_campaign[item.campaign].append(item)
    made = (content for c in material.campaigns for content in contents(of_campaign[c.id], c, typed=material.typed))
    prints = {content.item.id: content.fresh() for content in made}
    return (prints[item.id] for item in material.items)


def _placed(material: Material) -> Iterator[tuple[Item, Entry | None, int]]:
    """Each item with its line of the ledger and its place: items that the ledger does not know are not released."""
    if material.ledger is None:
        yield from ((item, None, at) for at, item in enumerate(material.items))
        return
    items = {item.id: item for item in material.items}
    yield from ((items[entry.id], entry, entry.at) for entry in material.ledger.live() if entry.id in items)


def _of_campaign(campaign: Campaign, placed: list[tuple[Item, Entry | None, int]], name: str, material: Material) -> Iterator[NoteDeck]:
    released = material.ledger.released if material.ledger else ""
    gone = [entry for entry in material.ledger.entries if not entry.is_live] if material.ledger else []
    at_hand = {c.id for c in material.campaigns}
    homeless = campaign == material.campaigns[0]  # notes of a source that the recipe no longer names stay in the first deck
    gone = [entry for entry in gone if entry.campaign == campaign.id or (homeless and entry.campaign not in at_hand)]

    def deck(name: str, part: list[tuple[Item, Entry | None, int]], gone: list[Entry]) -> NoteDeck:
        def notes() -> Iterator[Note]:
            yield from _live(part, campaign, material)
            yield from (_retired(entry, campaign) for entry in gone)

        families = Counter(str(item.family) for item, _, _ in part)
        return NoteDeck(name, description(campaign, families, released), notes)

    if not material.by_family:
        yield deck(name, placed, gone)
        return
    families = dict.fromkeys(str(item.family) for item, _, _ in placed)
    yield from (deck(family_deck(name, f), [p for p in placed if p[0].family == f], []) for f in families)
    if gone:
        yield deck(name, [], gone)


def _live(placed: Iterable[tuple[Item, Entry | None, int]], campaign: Campaign, material: Material) -> Iterator[Note]:
    placed = list(placed)
    made = contents((item for item, _, _ in placed), campaign, typed=material.typed)
    for (item, entry, at), content in zip(placed, made, strict=True):
        own = entry.guid if entry else guid(item.id, content.kind.word)
        revised = entry.revised if entry else material.revised
        yield _note(own, content.kind, content.fields, plain(item.stem), content.tags, revised, at)


def _note(own: str, kind: NoteType, known: dict[str, str], sort_text: str, tags: tuple[str, ...], revised: str, at: int) -> Note:
    fields = {"Id": own, **known}
    return Note(own, kind, tuple(fields.get(name, "") for name in kind.value.all_fields), sort_text, tags, revised, at)


def _retired(entry: Entry, campaign: Campaign) -> Note:
    """Make the note of what is no longer asked, of what the ledger kept: its question under a notice, its answer without a verdict."""
    kind = NoteType[entry.kind.upper()]
    before, _, after = entry.asks.partition(BLANK)
    told = element("li", element("b", shown(entry.answer)))  # not as right: it may be retired because it was not
    known = {
        "Notice": shown(f"Retired on {entry.revised}: {entry.why}. You may suspend or delete this card."),
        "Question": shown(entry.asks),
        "Text": cloze(before, entry.answer, after),
        "Answer": shown(entry.answer),
        "Feedback": element("ul", told, "things named"),
        "Explanation": f"This was the answer until {entry.revised}.",
        "Code": code_of(entry.id),
    }
    if entry.campaign == campaign.id:
        known |= {"Source": element("cite", shown(campaign.title.value)), "Licence": shown(licence(campaign))}
    note = _note(entry.guid, kind, known, entry.asks, retired_tags(campaign), entry.revised, entry.at)
    return Note(note.guid, kind, note.fields, note.sort_text, note.tags, note.revised, note.at, is_retired=True)


def _reject(material: Material) -> None:
    seen: set[str] = set()
    known = {campaign.id for campaign in material.campaigns}
    for item in material.items:
        if item.id in seen:
            raise ValueError(f'two items have the id "{item.id}"; Anki would keep one')
        if item.campaign not in known:
            raise ValueError(f'the item "{item.id}" is of the campaign "{item.campaign}", which is not at hand')
        seen.add(item.id)


__all__ = ["Note", "NoteDeck", "decks", "fresh", "schema"]
