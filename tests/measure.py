"""A folder of real articles → what quizgen leaves unexplained in them; `make measure CORPUS=DIR`, exit 1 on a crash.

Articles (.wiki, .txt) are looked for at any depth. Two of one stem are two forms of one article: what they make of each
field of the infobox is compared where the flat form lost no word of it.
"""

import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from quizgen import api
from quizgen.coverage import Coverage, cover
from quizgen.diagnostics import Diagnostic, QuizgenError
from quizgen.infobox.keys import field_of
from quizgen.model import norm

FORMS = (".wiki", ".txt")


@dataclass
class Measured:
    """What a corpus gave: coverage by path, readings that were refused or crashed, fields compared and where the forms differ."""

    covered: dict[Path, Coverage] = field(default_factory=dict)
    netted: list[tuple[Path, Diagnostic]] = field(default_factory=list)
    refused: list[tuple[Path, str]] = field(default_factory=list)
    crashed: list[tuple[Path, str]] = field(default_factory=list)
    compared: Counter[str] = field(default_factory=Counter)
    differing: list[tuple[str, str]] = field(default_factory=list)


def measure(folder):
    """Measure every article below a folder."""
    found = Measured()
    by_stem = {}
    for path in sorted(p for p in Path(folder).rglob("*") if p.suffix in FORMS and p.is_file()):
        try:
            reading = api.read(str(path))
        except QuizgenError as err:
            found.refused.append((path, str(err)))
        except Exception as err:  # a crash is what is looked for here
            found.crashed.append((path, repr(err)))
        else:
            found.covered[path] = cover(reading.article, reading.campaign, reading.diagnostics)
            found.netted += [(path, d) for d in reading.diagnostics if d.code == "R208"]
            by_stem.setdefault(path.stem, {})[path.suffix] = reading
    for stem, forms in by_stem.items():
        if len(forms) == len(FORMS):
            compare(stem, *(forms[suffix] for suffix in FORMS), found)
    return found


def compare(stem, marked, flat, found):
    """Compare the fields in which the flat form says all that the marked-up one shows; a victor where it keeps all powers."""
    shown, kept = said(marked.article), said(flat.article)
    same = {key for key in shown.keys() & kept.keys() if shown[key] == kept[key]}
    if any(shown.get(key) != kept.get(key) for key in shown.keys() | kept.keys() if key[0] == "belligerents"):
        same -= {("result", "")}
    for key in sorted(same):
        found.compared[key[0]] += 1
        if values(marked.campaign, *key) != values(flat.campaign, *key):
            found.differing.append((stem, " ".join(key).strip()))


def said(article):
    """The words and bullets of each field, by the model's field and side."""
    texts = {}
    for entry in article.fields:
        known = field_of(entry.key)
        if known and known[0] != "title":
            words = re.findall(r"\w+", norm(entry.value.value))
            texts.setdefault(known, []).extend(words + re.findall(r"(?<!\S)[*•]+(?!\S)", entry.value.value))
    return texts


def values(campaign, name, number):
    """What the model holds of a field, as far as two forms can agree on it."""
    side = next((side for side in campaign.sides if side.id == number), None)
    if side:
        return [leaf_values(leaf) for leaf in getattr(side, name)]
    match name:
        case "casualties":
            return [leaf_values(leaf) for leaf in campaign.civilian_casualties]
        case "part_of":
            return [norm(leaf.value) for leaf in campaign.part_of]
        case "date":
            return campaign.date and campaign.date.value
        case "place":
            return campaign.place and norm(campaign.place.value)
        case _:
            return campaign.result and (campaign.result.winner, campaign.result.verdict, campaign.result.degree)


def leaf_values(leaf):
    """The slots of a leaf of a side, but for its wording and place."""
    slots = ("name", "rank", "fate", "parent", "kind", "low", "high", "at_least")
    return tuple(norm(value) if isinstance(value, str) else value for value in (getattr(leaf, slot, None) for slot in slots))


def report(found):
    """Say it, a line for each figure, then the places."""
    covered = found.covered.values()
    words = [(path, *lost) for path, coverage in found.covered.items() for lost in coverage.unexplained]
    yield f"articles               {len(found.covered) + len(found.refused) + len(found.crashed)}"
    yield f"crashes                {len(found.crashed)}"
    yield f"refused with a message {len(found.refused)}"
    yield f"unexplained            {sum(len(word) for _, word, _ in words)} characters, {len(words)} words"
    yield f"fit no grammar         {len(found.netted)} spans (R208)"
    yield f"fields read            {sum(c.fields for c in covered)} of {sum(c.known for c in covered)}"
    yield f"dated sentences used   {sum(c.dated - len(c.unused) for c in covered)} of {sum(c.dated for c in covered)}"
    yield f"events                 {sum(c.events for c in covered)}, {sum(c.captions for c in covered)} with a caption"
    yield f"fields in both forms   {found.compared.total()}, {len(found.differing)} of them differ"
    yield from (f"crash: {path.name}: {why}" for path, why in found.crashed)
    yield from (f"refused: {path.name}: {why}" for path, why in found.refused)
    yield from (f"unexplained: {path.name}:{span.line}:{span.column}: {word}" for path, word, span in words)
    yield from (f"fits no grammar: {path.name}:{d.span.line}:{d.span.column}: {d.message}" for path, d in found.netted)
    yield from (f"differs: {stem}: {name}" for stem, name in found.differing)


if __name__ == "__main__":
    result = measure(sys.argv[1])
    sys.stdout.write("\n".join(report(result)) + "\n")
    sys.exit(1 if result.crashed or not result.covered else 0)
