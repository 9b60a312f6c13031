"""The headings of a strength or casualties field → what each says of the figures below it, and the figures read so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from quizgen.diagnostics import Diagnostic
from quizgen.infobox.claims import claimant, is_acronym
from quizgen.infobox.kinds import PERSONAL, is_materiel, is_people
from quizgen.infobox.periods import OVERALL, is_period
from quizgen.infobox.pieces import Piece
from quizgen.infobox.rows import Row
from quizgen.infobox.victors import is_adjective
from quizgen.model import Estimate

# Headings that sort what stands below them, and name no contingent.
SORTS = re.compile(
    r"(?:personnel|manpower|materi[ae]l|total|totals|overall|other|others|equipment|human|land|sea|air|ground|men|civilians?)\b.*|"
    r".*\b(?:estimates?|losses|casualties)\b.*|(?:during|on|in|by|at|for|from|did|as|after|before)\b.*",
    re.IGNORECASE,
)
# Headings that sort by claimant or kind, and those that keep what stands below them to a part: "At Orl:", "In battle:", "After Vand:".
_WHOLE = re.compile(r"(?:in (?:total|all)|at (?:most|least)|by .*|on record|for .*)\b.*", re.IGNORECASE)
_PART_ONLY = re.compile(r"(?:during|on|in|at|from|as|after|before)\s.*", re.IGNORECASE)
_OWN_LOSSES = re.compile(r"(?P<who>.+?) (?:losses|casualties|dead)", re.IGNORECASE)
_DENIES = re.compile(r"\b(?:not|never|without|excluding|except)\b", re.IGNORECASE)
# A heading that sorts the figures of the contingent above it.
_WITHIN = re.compile(r"personnel|manpower|human (?:losses|casualties)|materi[ae]l|equipment", re.IGNORECASE)


@dataclass(slots=True)
class Reading:
    """The figures so far, what the heading in force says of the next ones, and the depth and run (between headings) of each."""

    is_losses: bool
    is_joint: bool = False  # of several powers, so that a flag tells whose a figure is
    found: list[Estimate] = field(default_factory=list)
    remarks: list[Diagnostic] = field(default_factory=list)
    depths: list[tuple[int, int]] = field(default_factory=list)
    periods: list[str] = field(default_factory=list)  # of each figure: one of June is none of the campaign's
    latest: dict[int, int] = field(default_factory=dict)  # depth of bullets → the last figure at it under the heading in force
    whole: int | None = None  # the last figure that is no part of another: what "of them" means
    who: str | None = None
    claimed_by: str | None = None
    is_line: bool = False  # whether the heading in force stands before a figure in its own line: "Polybius: 86,400"
    rival_at: int | None = None  # the depth of such a claimant's line below another's: what is bulleted deeper may be neither's
    below: list[int] = field(default_factory=list)  # the figures bulleted there
    is_civilian: bool = False
    noun: str | None = None
    of: str | None = None
    period: str = ""
    scope: str = ""  # the heading in force, where it is of a place or a phase only
    is_denied: bool = False
    total: int | None = None  # the figure that heads the ones below it: "1,300 killed:"
    heading: Piece | None = None
    flag: str | None = None
    run: int = 0
    row: Row = field(default_factory=Row)
    places: list[tuple[Row, int]] = field(default_factory=list)

    def above(self, depth: int) -> int | None:
        """The last figure under the heading in force that has fewer bullets."""
        return max((at for bullets, at in self.latest.items() if bullets < depth), default=None)

    def add(self, piece: Piece, estimate: Estimate) -> int:
        """Add a figure under the heading and claimant in force; give its index."""
        in_force = None if self._is_below_rivals(piece) else self.claimed_by
        who, claimed_by = estimate.who or self.flag or self.who, estimate.claimed_by or in_force
        of = estimate.of or self.of or ("civilians" if self.is_civilian and estimate.kind in PERSONAL else None)
        self.heading = None
        is_whole = (who, claimed_by, of) == (estimate.who, estimate.claimed_by, estimate.of)
        self.found.append(estimate if is_whole else replace(estimate, who=who, claimed_by=claimed_by, of=of))
        self.periods.append(self.period or self.scope)
        self.depths.append((piece.depth, self.run))
        self.places.append((self.row, self.run))
        at = self.latest[piece.depth] = len(self.found) - 1
        if self._is_below_rivals(piece):
            self.below.append(at)
        self.whole = at if estimate.within is None else self.whole
        return at

    def close(self) -> None:
        """Report a heading that nothing stood under, and end its list."""
        self.close_list()
        if self.heading:
            self.remarks.append(self.heading.remark("R251", f'no figure stands under "{self.heading.value}"'))
        self.heading = None

    def close_list(self) -> None:
        """Give a list below rivals to the last of them if it adds up to his figure: "Appian: 34,500" and three contingents."""
        whole = self.found[self.below[0] - 1] if self.below else None
        if whole and whole.low == whole.high == sum(self.found[at].low or 0 for at in self.below):
            for at in self.below:
                self.found[at] = replace(self.found[at], claimed_by=whole.claimed_by)
        self.below.clear()

    def head_count(self, piece: Piece) -> None:
        """Take a figure for a heading ("193 vessels:"): it ends the one in force, if that had its figures in its line or bulleted below."""
        if self.is_line or max(self.latest, default=0) > piece.depth:
            self.close_list()
            self.run += 1
            self.latest.clear()
            self.claimed_by, self.rival_at, self.scope, self.is_line = None, None, "", False

    def head(self, piece: Piece, words: str, *, is_line: bool = False) -> None:
        """Take a heading for a claimant, for civilians, for a contingent, or for what only sorts; `is_line` if a figure ends its line."""
        self.run += 1
        self.latest.clear()
        self.close_list()
        if is_period(words):
            self.period = words
        elif OVERALL.match(words):
            self.period = ""
        self.scope = words if _PART_ONLY.fullmatch(words) and not _WHOLE.fullmatch(words) else ""
        self.is_denied = bool(_DENIES.search(words))
        self.total = None
        has_rival, self.is_line = self.is_line and bool(self.claimed_by or self.who), is_line
        self.claimed_by, self.noun, self.of = claimant(words), None, None
        self.rival_at = piece.depth if is_line and has_rival and self.claimed_by else None
        self.is_civilian = bool(re.search(r"\bcivilians?\b", words, re.IGNORECASE))
        is_plain = not self.claimed_by and not self.is_civilian
        if self.is_civilian:
            self._note(piece, words)
        if is_plain and _WITHIN.fullmatch(words):
            self._note(piece, words)
            return
        self.close()
        if is_plain and (own := _OWN_LOSSES.fullmatch(words)) and (is_adjective(own["who"]) or is_acronym(own["who"])):
            self._note(piece, words)
            words = own["who"]  # "ARVN losses:"
        if is_plain and (SORTS.fullmatch(words) or self.period):
            self.who = None
            self._note(piece, words)
            return
        is_noun = is_plain and " " not in words and (is_people(words) or is_materiel(words))
        self.of = words if is_noun else None
        self.who = words if is_plain and not is_noun else None
        self.heading = piece

    def _note(self, piece: Piece, words: str) -> None:
        self.remarks.append(piece.remark("R251", f'"{words}" heads a part of the list'))

    def claim_above(self, piece: Piece) -> str | None:
        """The claimant of the figure that a piece is bulleted under: "86,400 men (Polybius)" and its parts."""
        above = None if self._is_below_rivals(piece) else self.above(piece.depth)
        return None if above is None else self.found[above].claimed_by

    def _is_below_rivals(self, piece: Piece) -> bool:
        return self.rival_at is not None and piece.depth > self.rival_at

    def who_above(self, piece: Piece) -> str | None:
        """The contingent of the figure that a piece is bulleted under: "23,000 Swedes" and their infantry."""
        above = self.above(piece.depth)
        whole = None if above is None else self.found[above]
        if whole is None:
            return None
        return whole.who or (whole.of if whole.of and is_adjective(whole.of) else None)
