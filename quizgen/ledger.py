"""What a deck released, and its notes as they are now → the ledger of the next release, and what changed.

A note is known by its GUID for ever. One that is unchanged keeps its date, so that no learner's edit is overwritten; one that
vanished stays, retired: a package cannot delete it. The ledger lies beside the deck's recipe as NAME.lock.yaml.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import blake2b

from quizgen.diagnostics import Span, fail

STEP = 10  # between the positions of a first release, so that later notes find a place
GONE = "its source no longer supports it, or a rule now refuses it"


class State(StrEnum):
    """Whether a note is still asked."""

    LIVE = "live"
    RETIRED = "retired"


@dataclass(frozen=True, slots=True)
class Fresh:
    """A note as it would be released now: the item's id, note type and campaign, the fingerprint of its content, what it asks."""

    id: str
    kind: str
    campaign: str
    print: str
    asks: str
    answer: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A note that was released. Dates are ISO; `at` is its place among new cards; `why` it was retired."""

    id: str
    guid: str
    kind: str
    campaign: str
    at: int
    since: str
    revised: str
    state: State
    print: str
    asks: str
    answer: str
    why: str = ""

    @property
    def is_live(self) -> bool:
        """Whether it is still asked."""
        return self.state is State.LIVE


@dataclass(frozen=True, slots=True)
class Ledger:
    """All notes that a deck ever had, in teaching order; the fingerprint of its note types, and when it was last released."""

    schema: str
    released: str = ""
    entries: tuple[Entry, ...] = ()

    def live(self) -> Iterator[Entry]:
        """Give the notes that are still asked."""
        return (entry for entry in self.entries if entry.is_live)

    def known(self, item_ids: Iterable[str]) -> frozenset[str]:
        """Give the ids of items that are asked already, be it under another name of their question type."""
        ids = {entry.id for entry in self.live()}
        tails = {_tail(id_) for id_ in ids}
        return frozenset(id_ for id_ in item_ids if id_ in ids or _tail(id_) in tails)


@dataclass(frozen=True, slots=True)
class Release:
    """The next ledger, and what is new, changed (back from retirement too) and retired in it.

    `amends`: released under the date of the last release, whose learners will not get what changed.
    """

    ledger: Ledger
    new: tuple[Entry, ...] = ()
    changed: tuple[Entry, ...] = ()
    retired: tuple[Entry, ...] = ()
    amends: bool = False

    @property
    def kept(self) -> int:
        """How many notes stay as they were."""
        return sum(1 for _ in self.ledger.live()) - len(self.new) - len(self.changed)

    def words(self) -> str:
        """Say what changed: "3 changed, 2 new, 1 retired, 54 as before"."""
        counts = {"changed": len(self.changed), "new": len(self.new), "retired": len(self.retired), "as before": self.kept}
        return ", ".join(f"{count} {what}" for what, count in counts.items() if count)


def guid(item_id: str, kind: str, turn: int = 0) -> str:
    """Make the identity of an item's note in every learner's collection, from the item's id and the note type alone.

    Anki updates no note whose note type is another, so that an item which goes through another type is another note. `turn`
    tells apart what would be equal: an item that has the former id of a renamed one.
    """
    text = "\x1f".join((item_id, kind, *([str(turn)] if turn else [])))
    return blake2b(text.encode(errors="surrogatepass"), digest_size=8, person=b"quizgen note").hexdigest()


def release(old: Ledger, fresh: Sequence[Fresh], date: str | None, causes: Mapping[str, str] | None = None, file: str = "") -> Release:
    """Carry a ledger on to the notes of now, given in teaching order; `causes` says by id why a note is no longer asked.

    Raises QuizgenError L101 if something changed and no date is given, L102 if the date lies before the last release.
    """
    if date and date < old.released:
        raise fail(
            Span(file), "L102", f"{date} lies before the last release, {old.released}", f"give a later day: --revised {old.released}"
        )
    day = date or old.released
    known = _matched(old, fresh)
    used = {entry.guid for entry in old.entries}
    entries, new, changed = [], [], []
    for note, at in zip(fresh, _places(old, fresh, known), strict=True):
        before = known.get(note)
        if before is None:
            entry = _new(note, at, day, used)
            used.add(entry.guid)
            new.append(entry)
        else:
            entry = _carried(before, note, day)
            changed += [] if _is_same(before, note) else [entry]
        entries.append(entry)
    gone = _left(old, known)
    amends = bool(old.released) and day == old.released
    retired = [_retired(e, day, (causes or {}).get(e.id, GONE)) for e in gone if e.is_live and not (amends and e.since == day)]
    entries += [*retired, *(entry for entry in gone if not entry.is_live)]
    if (new or changed or retired or len(entries) < len(old.entries)) and not date:
        raise fail(
            Span(file),
            "L101",
            f"{len(changed)} notes changed, {len(new)} are new and {len(retired)} go: the release needs a date",
            "add --revised DATE, or revised: DATE to the recipe; later than the last release",
        )
    ledger = Ledger(old.schema, day, tuple(sorted(entries, key=lambda entry: entry.at)))
    return Release(ledger, tuple(new), tuple(changed), tuple(retired), amends and ledger != old)


def _matched(old: Ledger, fresh: Iterable[Fresh]) -> dict[Fresh, Entry]:
    """Match the notes of now with those released: by item and note type, or where only the question type's name differs."""
    by_id = {(entry.id, entry.kind): entry for entry in old.entries}
    known = {note: by_id[note.id, note.kind] for note in fresh if (note.id, note.kind) in by_id}
    left = _left(old, known)
    adrift = [note for note in fresh if note not in known]
    olds, news = (Counter((_tail(thing.id), thing.kind) for thing in things) for things in (left, adrift))
    renamed = {key: entry for entry in left if olds[key := (_tail(entry.id), entry.kind)] == news[key] == 1}
    return known | {note: renamed[key] for note in adrift if (key := (_tail(note.id), note.kind)) in renamed}


def _left(old: Ledger, known: Mapping[Fresh, Entry]) -> list[Entry]:
    matched = {entry.guid for entry in known.values()}
    return [entry for entry in old.entries if entry.guid not in matched]


def _tail(item_id: str) -> str:
    """An item's id without the name of its question type."""
    return item_id.partition("/")[2]


def _places(old: Ledger, fresh: Iterable[Fresh], known: Mapping[Fresh, Entry]) -> Iterator[int]:
    """Give each note its place: the one it had, or one between its neighbours', that no other note moves for."""
    taken = sorted(entry.at for entry in old.entries)
    here = 0
    for note in fresh:
        if note in known:
            here = known[note].at
        else:
            after = next((at for at in taken if at > here), here + 2 * STEP)
            here = (here + after) // 2
        yield here


def _new(note: Fresh, at: int, day: str, used: set[str]) -> Entry:
    turns = (guid(note.id, note.kind, turn) for turn in range(len(used) + 1))
    unused = next(made for made in turns if made not in used)
    return Entry(note.id, unused, note.kind, note.campaign, at, day, day, State.LIVE, note.print, note.asks, note.answer)


def _carried(before: Entry, note: Fresh, day: str) -> Entry:
    revised = before.revised if _is_same(before, note) else day
    now = replace(before, id=note.id, campaign=note.campaign, print=note.print, asks=note.asks, answer=note.answer)
    return replace(now, revised=revised, state=State.LIVE, why="")


def _is_same(before: Entry, note: Fresh) -> bool:
    return before.is_live and before.print == note.print


def _retired(entry: Entry, day: str, why: str) -> Entry:
    return replace(entry, state=State.RETIRED, revised=day, why=why)


def of_renamed(ledger: Ledger, before: str, now: str) -> Ledger:
    """Go on with the notes of a campaign that has another id now, as its page was renamed: what they ask is what they asked."""
    if before == now:
        return ledger
    own = re.compile(rf"(?<=[/+]){re.escape(before)}(?=/)")
    entries = (replace(e, id=own.sub(now, e.id), campaign=now if e.campaign == before else e.campaign) for e in ledger.entries)
    return replace(ledger, entries=tuple(entries))


def release_notes(release: Release, title: str) -> str:
    """Write a release's page in Markdown, for those who have the deck: what is new, changed and retired, without the answers."""
    parts = [f"# {_plain(title)}, {release.ledger.released}", f"{release.words() or 'Nothing'}."]
    for head, entries in (("New", release.new), ("Changed", release.changed), ("Retired", release.retired)):
        lines = [f"- {_plain(entry.asks)}" + f" ({_plain(entry.why)})" * bool(entry.why) for entry in entries]
        parts += [f"## {head}\n\n" + "\n".join(lines)] if lines else []
    parts.append(
        "Import this release over the last one: your review history and your own edits stay. Retired cards stay too, marked as such."
    )
    return "\n\n".join(parts) + "\n"


def _plain(text: str) -> str:
    """A text that Markdown cannot take for markup."""
    return "".join(f"\\{c}" if c in "\\`*_[]<>|#" else c for c in text)
