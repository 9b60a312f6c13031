"""The glyphs that a file uses of a font → the font's objects: a subset, its widths, and what each glyph reads as."""

from __future__ import annotations

from collections.abc import Iterator

import uharfbuzz as hb

from quizgen.writers._print.fonts import Font, Glyph
from quizgen.writers._print.pdf import File

DROPPED = ("GSUB", "GPOS", "GDEF", "BASE", "name", "OS/2", "post", "cmap", "DSIG", "kern", "STAT", "MATH", "meta")
ESCAPED = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)", "\r": r"\r", "\n": r"\n"})
SYMBOLIC = 4


class Embedded:
    """One font of a file. A glyph gets a code of its own for each text that it stands for, so that all extracts as it reads."""

    def __init__(self, font: Font, name: str) -> None:
        self.font, self.name = font, name
        self._codes: dict[tuple[int, str], int] = {}
        self._strings: dict[tuple[int, str], str] = {}

    def string(self, glyph: Glyph) -> str:
        """Give a glyph's code as it stands within a string."""
        key = (glyph.id, glyph.text)
        found = self._strings.get(key)
        if found is None:
            code = self._codes[key] = len(self._codes) + 1
            found = self._strings[key] = code.to_bytes(2, "big").decode("latin-1").translate(ESCAPED)
        return found

    def write(self, file: File) -> None:
        """Add the font to a file."""
        plan, data = _subset(self.font, {glyph for glyph, _ in self._codes})
        name = f"/{_tag(len(self._codes), self.name)}+{self.font.name}"
        places = b"\0\0" + b"".join(plan[glyph].to_bytes(2, "big") for glyph, _ in self._codes)
        widths = " ".join(f"{self.font.advance(glyph):g}" for glyph, _ in self._codes)
        program = file.stream(data, {"Length1": len(data)})
        base = {"Type": "/Font", "BaseFont": name}
        descendant = {
            "Subtype": "/CIDFontType2",
            "CIDSystemInfo": "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>",
            "FontDescriptor": file.dictionary(self._description(name) | {"FontFile2": program}),
            "CIDToGIDMap": file.stream(places),
            "DW": f"{self.font.advance(0):g}",
            "W": f"[1[{widths}]]",
        }
        words = file.stream("\n".join(self._mapping()).encode("ascii"))
        outer = {"Subtype": "/Type0", "Encoding": "/Identity-H", "ToUnicode": words}
        outer["DescendantFonts"] = f"[{file.dictionary(base | descendant)}]"
        file.font(self.name, file.dictionary(base | outer))

    def _description(self, name: str) -> dict[str, object]:
        font = self.font
        left, bottom, right, top = (font.scaled(n) for n in font.table("head", ">4h", 36))
        extents = font.shaper.get_font_extents("ltr")
        return {
            "Type": "/FontDescriptor",
            "FontName": name,
            "Flags": SYMBOLIC,
            "FontBBox": f"[{left:g} {bottom:g} {right:g} {top:g}]",
            "ItalicAngle": f"{font.table('post', '>i', 4)[0] / 65536:g}",
            "Ascent": f"{font.scaled(extents.ascender):g}",
            "Descent": f"{font.scaled(extents.descender):g}",
            "CapHeight": f"{font.scaled(font.table('OS/2', '>h', 88)[0]) or 700:g}",
            "StemV": 80,
        }

    def _mapping(self) -> Iterator[str]:
        """Say what each code reads as; a mark that its letter's code speaks for reads as a joiner of no width."""
        yield "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap"
        yield "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def"
        yield "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def"
        yield "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange"
        codes = [(code, text or "\u200d") for (_, text), code in self._codes.items()]
        for start in range(0, len(codes), 100):
            part = codes[start : start + 100]
            yield f"{len(part)} beginbfchar"
            yield from (f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in part)
            yield "endbfchar"
        yield "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


def _subset(font: Font, glyphs: set[int]) -> tuple[dict[int, int], bytes]:
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.pin_all_axes_to_default(font.face)
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    for tag in DROPPED:
        wanted.drop_table_tag_set.add(int.from_bytes(tag.encode().ljust(4), "big"))
    plan = hb.SubsetPlan(font.face, wanted)
    made = plan.execute()
    return dict(plan.old_to_new_glyph_mapping), bytes(made.blob.data)


def _tag(count: int, name: str) -> str:
    """Make the six capitals that mark a subset."""
    number = count * 31 + int(name[1:])
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))
