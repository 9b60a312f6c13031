"""Hostile input, a row each: what it is told, by code and first line, or what is left of it; none takes long, writes elsewhere or is a bug.

`wiki`, `flat`, `export` and `model` make a small sound article with one part of it replaced.
"""

import bz2
import csv
import io
import json
import re
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace
from xml.sax.saxutils import escape

import pytest
from pypdf import PdfReader

from quizgen import api
from quizgen.assembly import Quiz
from quizgen.cli import main
from quizgen.diagnostics import LONGEST, QuizgenError, render
from quizgen.files import append_lines
from quizgen.formats import draw
from quizgen.items import Format
from quizgen.model import Quote
from quizgen.products import writers
from quizgen.writers import Material
from tests.samples import item, wrong
from tests.writers.worksheet.papers import CAMPAIGN

BOX = {
    "title": "Siege of Orlam",
    "date": "1–9 May 1900",
    "place": "Orlam",
    "one": "Marn",
    "commander": "[[Ana Bell]]",
    "strength": "4,000",
    "losses": "200 killed",
    "result": "Marn victory",
    "prose": "",
}
WIKI = """{{{{Infobox military conflict
| conflict = {title}
| date = {date}
| place = {place}
| combatant1 = {one}
| combatant2 = Tamm
| commander1 = {commander}
| strength1 = {strength}
| casualties1 = {losses}
| result = {result}
}}}}
The siege. On 3 May 1900 Marn captured Orl.
{prose}
"""
FLAT = """= {title} =

Infobox
- Date: {date}
- Place: {place}
- Combatant1: {one}
- Combatant2: Tamm
- Commander1: {commander}
- Strength1: {strength}
- Casualties1: {losses}
- Result: {result}

The siege. On 3 May 1900 Marn captured Orl.

{prose}
"""
EXPORT = """{before}<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/">
<siteinfo><base>{base}</base></siteinfo>
<page><title>{title}</title><ns>0</ns><id>4</id>{more}
<revision><id>{id}</id><timestamp>{day}T00:00:00Z</timestamp>
<text>{text}</text></revision></page></mediawiki>
"""
PAGE = {"before": "", "base": "https://en.wikipedia.org/wiki/A", "title": "A", "more": "", "id": "7", "day": "2020-01-02"}
MODEL = """quizgen: campaign/1
by: {{who: Anna, ref: p}}
title: {title}
date: {date}
{more}
"""


def wiki(**parts):
    return "a.wiki", WIKI.format_map(BOX | parts)


def flat(**parts):
    return "a.txt", FLAT.format_map({**BOX, "commander": "Ana Bell", **parts})


def export(text=None, **parts):
    return "a.xml", EXPORT.format_map({**PAGE, "text": escape(wiki()[1]) if text is None else text, **parts})


def model(more="", title="Siege of Marn", date="1632-04-03"):
    return "a.yaml", MODEL.format(title=title, date=date, more=more)


def in_bytes(made, encoding):
    return made[0], made[1].encode(encoding)


MANY = 100_000
DIGITS = "9" * 10_000

TOLD = [
    # titles
    ("a title of 300 characters", wiki(title="x" * 300), "R104 2"),
    ("a flat title of 300 characters", flat(title="x" * 300), "R104 1"),
    ("a title of 100,000 characters", flat(title="Siege of " + "x" * MANY), "R104 1"),
    ("a field as title that is longer than any", wiki(title="x" * 200_000), "R120 1"),
    ("a page's title of 300 characters", export(title="é" * 300), "R104 2"),
    ("a page's title of a million characters", export(title="x" * 1_000_000), "R104 2"),
    ("a title that is a device of Windows", export(title="CON"), ""),
    ("a title with slashes", export(title="a/b"), ""),
    ("a title that climbs", export(title="../../etc/passwd"), ""),
    ("a title of dots", export(title=".."), ""),
    ("an empty title", export(title=""), ""),
    ("a title over two lines", export(title="Siege\nof &#10;Orlam"), ""),
    # markup
    ("100,000 open braces", wiki(commander="{{" * MANY), "R121 7"),
    ("5,000 templates in each other", wiki(commander="{{x|" * 5000 + "}}" * 5000), "R121 7"),
    ("5,000 links in each other", wiki(commander="[[x|" * 5000 + "]]" * 5000), "R121 7"),
    ("5,000 tables in each other", wiki(prose="\n{|\n| " * 5000), "R121 213"),
    ("a bullet of 10,000 signs", wiki(commander="\n" + "*" * 10_000 + " a"), "R121 8"),
    ("templates as deep as they may be", wiki(commander="{{nowrap|" * 98 + "Ana Bell" + "}}" * 98), ""),
    ("100,000 comments that do not end", wiki(prose="<!--" * MANY), ""),
    ("100,000 notes that do not end", wiki(prose="<ref>" * MANY), ""),
    ("a box within the box", wiki(commander="{{Infobox military conflict|commander1={{Infobox military conflict}}}}"), "R125 7"),
    ("a call of a module", wiki(commander="{{#invoke:os|execute|rm}}"), "R125 7"),
    ("a parameter that is not closed", wiki(commander="{{{1|{{{2|}}}"), "R123 1, R124 7"),
    ("a script as a commander", wiki(commander="<script>alert(1)</script>"), "R211 7"),
    ("a script as a flat commander", flat(commander="<script>alert(1)</script>"), "R211 8"),
    ("braces that are no markup", wiki(commander="<nowiki>" + "{{" * 1000 + "</nowiki>"), "R211 7"),
    # sizes
    ("a list of 1,000,000 members", wiki(commander="\n* a" * 1_000_000), "R124 7"),
    ("a flat list of 300,000 members", flat(commander="A, " * 300_000), "R206 8"),
    ("a list of 1,000 members", wiki(commander="\n* [[Ana Bell]]" * 1000), "R206 8"),
    ("100,000 templates", wiki(commander="{{KIA}}" * MANY), "R124 7"),
    ("a box of 100,000 fields", wiki(commander="A\n" + "| x = y\n" * MANY), "R201 8, R202 9, R206 1002"),
    ("a line of two megabytes", flat(prose="x" * 2**21), "F006 15"),
    ("3,000 templates that nobody knows", wiki(commander="{{evil|x}} " * 3000), "R125 7"),
    ("a sentence of 50,000 words", wiki(prose="On 4 May 1900 Marn captured " + "x " * 50_000 + "."), ""),
    ("a word of 900,000 letters", wiki(prose="x" * 900_000), ""),
    ("a letter with 50,000 accents", wiki(commander="A" + "\u0301" * 50_000), "R206 7"),
    ("a Roman number of 10,000 signs", wiki(commander="X" * 10_000), ""),
    # numbers
    ("a strength of 10,000 digits", wiki(strength=DIGITS), "R250 8"),
    ("a strength of 10,000 digits in threes", wiki(strength="1" + ",000" * 2_400), "R250 8"),
    ("losses of 10,000 digits", flat(losses=f"{DIGITS} killed"), "R206 10, R250 10"),
    ("a formatted number of 10,000 digits", wiki(strength="{{formatnum:" + DIGITS + "}}"), "R250 8"),
    ("a length of 10,000 digits", wiki(strength="{{convert|" + DIGITS + "|km}}"), "R206 8, R250 8"),
    ("a division with a number of 5,000 digits", wiki(commander="9" * 5000 + "th Division"), "R211 7"),
    ("10,000 digits in the prose", wiki(prose=f"On 4 May 1900 Marn killed {DIGITS} men."), ""),
    ("figures in Thai", wiki(strength="๔,๐๐๐"), ""),
    # dates
    ("the year 99999", wiki(date="3 May 99999"), "R240 3"),
    ("99999 BC", flat(date="99999 BC"), "R240 4"),
    ("a year of 10,000 digits", wiki(date=f"3 May {DIGITS}"), "R206 3, R240 3"),
    ("a year of 10,000 digits in the prose", wiki(prose=f"On 4 May {DIGITS} Marn captured Orl."), ""),
    ("the year 0", wiki(date="3 May 0000"), "R240 3"),
    ("31 February", wiki(date="31 February 1900"), "R240 3"),
    ("99 May", wiki(date="99 May 1900"), "R240 3"),
    ("an end before the beginning", flat(date="9 May 1900 – 1 May 1900"), "R240 4"),
    ("a template with month 13", wiki(date="{{start date|1900|13|45}}"), "R125 3"),
    ("the year 99999 in YAML", model(date="99999-01-01"), "Y111 4"),
    ("a year of five digits in EDTF", model(date="Y99999"), "Y111 4"),
    ("a revision of the year 99999", export(day="99999-01-02"), ""),
    ("a revision of month 13", export(day="2020-13-45"), ""),
    # names
    ("two sides of one name", wiki(one="Tamm"), "R230 10"),
    ("a commander twice", wiki(commander="[[Ana Bell]], [[Ana Bell]]"), ""),
    ("a name and the same in Cyrillic letters", wiki(commander="[[Ana Bell]], [[\u0410na Bell]]"), ""),
    ("an escape sequence as a flat commander", flat(commander="Ana \x1b]0;x\x07Bell"), "R211 8"),
    ("a zero byte in the article", flat(prose="a\0b"), "F005 15"),
    ("a lone surrogate", ("a.txt", b"= A =\n\xed\xa0\x80"), "F007 2"),
    ("an article in UTF-16", in_bytes(flat(), "utf-16"), "F005 1"),
    # exports
    ("an entity bomb", export(before='<!DOCTYPE a [<!ENTITY a "aa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>'), "R132 1"),
    ("an external entity", export(before='<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>', title="&a;"), "R132 1"),
    ("an external document type", export(before='<!DOCTYPE a SYSTEM "http://localhost/a.dtd">'), "R132 1"),
    ("an entity that is not declared", export(title="&a;"), "R130 3"),
    ("a zero byte by its number", export(text="a&#0;b"), "R130 5"),
    ("a control character by its number", export(text="a&#27;b"), "R130 5"),
    ("100,000 elements in each other", export(more="<a>" * MANY), "R131 3"),
    ("an attribute of a million letters", export(more=f'<a b="{"x" * 1_000_000}"/>'), ""),
    ("an encoding of several bytes", export(before='<?xml version="1.0" encoding="utf-7"?>'), "R130 1"),
    ("an encoding that is none", export(before='<?xml version="1.0" encoding="evil"?>'), "R130 1"),
    ("a file to be included", export(more='<i:include xmlns:i="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>'), ""),
    ("an address that is half an IPv6 one", export(base="http://[::1/x"), ""),
    ("an address that is a script", export(base="javascript:alert(1)//x/y"), ""),
    ("a revision of 10,000 digits", export(id=DIGITS), ""),
    ("an export without a page", ("a.xml", "<mediawiki/>"), "R135 1"),
    ("a page of nothing", export(text=""), "F004 1"),
    ("HTML", ("a.xml", "<html><script>alert(1)</script></html>"), "R131 1"),
    ("bzip2 that is none", ("a.xml.bz2", "BZh91AY&SY"), "R133 1"),
    ("a bomb of 40 packed megabytes", ("a.xml.bz2", bz2.compress(b"<mediawiki>" + b" " * 40 * 2**20)), "R130 1"),
    # YAML
    ("a YAML bomb", model("part_of: [&a [x, x], &b [*a, *a], [*b, *b]]"), "Y103 5, Y106 5"),
    ("a YAML tag that runs", model("part_of: !!python/object/apply:os.system [ls]"), "Y103 5"),
    ("a YAML merge", model("<<: {place: x}"), "Y105 5"),
    ("10,000 lists in each other", model("part_of: " + "[" * 10_000), "Y104 5"),
    ("2,000 levels of indentation", model("\n".join(" " * n + "a:" for n in range(2000))), "Y104 25"),
    ("a list of 20,000 members", model("part_of: [" + "x," * 20_000 + "]"), "Y113 5"),
    ("1,000 sides", model("sides:" + "".join(f"\n- {{id: {n}}}" for n in range(1000))), "Y113 6"),
    ("a key of a million letters", model(f"? {'k' * 1_000_000}\n: x"), "Y105 5"),
    ("a number of 10,000 digits", model("sides: [{id: 1, strength: [{text: a, low: " + DIGITS + "}]}]"), "Y106 5"),
    ("a name that climbs", model("name: ../../x"), "Y114 5"),
    ("a name that is a path of Windows", model(r"name: c:\x"), "Y114 5"),
    ("a name of 300 letters", model(f"name: {'x' * 300}"), "Y114 5"),
    ("a name with a zero byte", model(r'name: "a\0b"'), "Y114 5"),
    ("two sides of one id", model("sides: [{id: 1}, {id: 1}]"), "Y112 5"),
    ("YAML of another version", ("a.yaml", "%YAML 9.9\n---\n" + model()[1]), "Y101 1"),
    ("a lone surrogate by its number", model(r'part_of: ["\ud800"]'), "Y101 5"),
    ("YAML in UTF-16", in_bytes(model(), "utf-16"), "F005 1"),
]


def written(folder, made):
    path = folder / made[0]
    path.write_bytes(made[1] if isinstance(made[1], bytes) else made[1].encode())
    return path


@pytest.mark.parametrize(("made", "expected"), [pytest.param(made, expected, id=case) for case, made, expected in TOLD])
def test_hostile_input_is_told(tmp_path, made, expected):
    path = written(tmp_path, made)
    try:
        found = api.read(str(path)).diagnostics
    except QuizgenError as err:
        found = err.diagnostics
    first = {}
    for diagnostic in found:
        assert len(render(diagnostic)) <= 3 * LONGEST
        if diagnostic.severity != "note":
            first.setdefault(diagnostic.code, diagnostic.span.line)
    assert expected == ", ".join(f"{code} {line}" for code, line in sorted(first.items()))


TRAPPED = """quizgen: campaign/1
by: {who: Anna, ref: p}
title: Siege of Marn
date: 1632-04-03/1632-05-11
place: Marn
sides:
- {id: 1, label: Valeans, belligerents: [Vale, Orlo], commanders: [{name: "%s Ilse Brandt"}, Otto Reuss]}
- {id: 2, label: Tammans, belligerents: [Tamm, Kell], commanders: [Jan Velder]}
"""
PRINTED = [
    ("items --refused", r"\e[2J", "\ufffd[2J Ilse Brandt"),
    ("items --refused", r"\u202E", "\ufffd Ilse Brandt"),
    ("facts", r"\e]0;x\a", "\ufffd]0;x\ufffd Ilse Brandt"),
    ("facts --format jsonl", r"\x9b2J", r"\u009b2J Ilse Brandt"),
    ("read", r"\e[2J", r'"\e[2J Ilse Brandt"'),
    ("read", r"\u202E", r'"\u202e Ilse Brandt"'),
    ("read --format json", r"\e[2J", r"\u001b[2J Ilse Brandt"),
    ("read --format json", r"\u202E", r"\u202e Ilse Brandt"),
    ("read --format json", r"\0", r"\u0000 Ilse Brandt"),
    ("check --report", r"\e[2J", "\ufffd[2J Ilse Brandt"),
    ("quiz --seed 1 --format text", "=1+1", "=1+1 Ilse Brandt"),
]


@pytest.mark.parametrize(("command", "trap", "expected"), PRINTED)
def test_no_name_drives_a_terminal(tmp_path, capsys, command, trap, expected):
    verb, *options = command.split()
    path = written(tmp_path, ("a.yaml", TRAPPED % trap))
    assert 0 == main([verb, str(path), *options, *(["--levels", "core,useful,detail"] if verb in ("items", "quiz") else [])])
    shown = "".join(capsys.readouterr())
    assert expected in shown
    assert not re.search("[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown)


def test_no_file_name_drives_a_terminal(tmp_path, capsys):
    assert 1 == main(["read", str(tmp_path / "a\x1b[2J.txt")])
    assert "\x1b" not in capsys.readouterr().err


WRITTEN = [
    ("text", "\x1b[2J", "\ufffd[2J"),
    ("text", "\u202egnp", "\ufffdgnp"),
    ("markdown", "<script>", r"\<script\>"),
    ("markdown", "[a](javascript:b)", r"\[a\](javascript:b)"),
    ("markdown", "![](http://x/y.png)", r"!\[\](http://x/y.png)"),
    ("data", "\x9b2J", r"\u009b2J"),
    ("data", '"}]', r"\"}]"),
    ("csv", "=1+1", "&#61;1+1"),
    ("csv", "@SUM(A1)", "&#64;SUM(A1)"),
    ("csv", "+1", "&#43;1"),
    ("csv", "-1", "&#45;1"),
    ("csv", "<script>", "&#60;script&#62;"),
    ("apkg", "<img src=x onerror=alert(1)>", "&#60;img src=x onerror=alert(1)&#62;"),
    ("apkg", "{{c1::x}}", "&#123;&#123;c1::x&#125;&#125;"),
    ("apkg", "[sound:x.mp3]", "&#91;sound:x.mp3&#93;"),
    ("worksheet", ") Tj ET (", ") Tj ET ("),
    ("worksheet", "<script>", "<script>"),
    ("worksheet", "\\036\\", "\\036\\"),
]


def fields(package):
    """All fields of a package's notes, as Anki keeps them."""
    with zipfile.ZipFile(io.BytesIO(package)) as files, closing(sqlite3.connect(":memory:")) as notes:
        notes.deserialize(files.read("collection.anki2"))
        return "\n".join(text for (text,) in notes.execute("SELECT flds FROM notes"))


@pytest.mark.parametrize(("writer", "trap", "expected"), WRITTEN)
def test_what_a_writer_sets_is_text(writer, trap, expected):
    asked = item(Format.MULTIPLE_CHOICE, f"{trap} is what?", f"{trap} a", distractors=wrong(f"{trap} b", f"{trap} c"))
    spoiled = replace(asked, campaign=CAMPAIGN.id, explanation=trap, claimed_by=trap, source=Quote("a.txt", 3, trap))
    data = writers()[writer].write(Material("Vale", (CAMPAIGN,), (spoiled,), quiz=Quiz("1", (draw(spoiled, "1"),))))
    if writer == "worksheet":
        pages = PdfReader(io.BytesIO(data))
        assert not re.search(rb"/(JavaScript|JS|Launch|OpenAction|AA|EmbeddedFile)\b", data)
        shown = pages.pages[0].extract_text()
    else:
        shown = fields(data) if writer == "apkg" else data.decode()
    assert expected in shown


@pytest.mark.parametrize(
    ("typed", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("+a", "'+a"),
        ("-1+2", "'-1+2"),
        ("\t=1", "'\t=1"),
        ("-4,000", "-4,000"),
        ("4,000", "4,000"),
    ],
)
def test_no_answer_of_a_pupil_is_computed(tmp_path, typed, cell):
    append_lines(tmp_path / "results.csv", [{"answer": typed}])
    append_lines(tmp_path / "results.jsonl", [{"answer": typed}])
    assert [{"answer": cell}] == list(csv.DictReader(io.StringIO((tmp_path / "results.csv").read_text())))
    assert {"answer": typed} == json.loads((tmp_path / "results.jsonl").read_text())


ROW = "file,title,page,revision,as_of,licence\na.txt,A,A,{},2020-01-02,CC\n"
TABLES = [
    ("a revision of 10,000 digits", ROW.format(DIGITS), "R111 SOURCES.csv:2"),
    ("figures in Thai as a revision", ROW.format("๔"), "R111 SOURCES.csv:2"),
    ("no column", "file\na.txt\n", "R110 SOURCES.csv:1"),
    ("UTF-16", ROW.format("1").encode("utf-16-le"), "F005 SOURCES.csv:1"),
    ("half a letter", b"file\n\xe2\x82", "F007 SOURCES.csv:2"),
    ("a cell of 500,000 letters", ROW.format("1").replace("CC", "C" * 500_000), ""),
    ("a quote that does not end", ROW.format("1").replace("CC", '"' + "C\n" * 200_000), ""),
]


@pytest.mark.parametrize(("table", "expected"), [pytest.param(*row[1:], id=row[0]) for row in TABLES])
def test_a_hostile_table_of_sources_is_told(tmp_path, table, expected):
    path = written(tmp_path, flat())
    written(tmp_path, ("SOURCES.csv", table))
    try:
        found = api.read(str(path)).diagnostics
    except QuizgenError as err:
        found = err.diagnostics
    assert expected == " ".join(f"{d.code} {d.span.file.rpartition('/')[2]}:{d.span.line}" for d in found if d.severity == "error")


REVIEW = {
    "quizgen": "review/1", "id": "a", "item": "b", "campaign": "c", "family": "dates", "at": "2026-01-02T03:04:05+00:00",
    "rating": 3, "score": 1.0, "seconds": 5, "typed": "x", "undone": 0,
}  # fmt: skip


def test_a_sound_line_of_reviews_is_taken(tmp_path):
    assert 0 == main(["study", "--import", str(written(tmp_path, ("a.jsonl", json.dumps(REVIEW))))])


@pytest.mark.parametrize(
    "line",
    [
        "[" * 100_000,
        "9" * 10_000,
        json.dumps(REVIEW | {"rating": 10**30}),
        json.dumps(REVIEW | {"undone": 10**30}),
        json.dumps(REVIEW | {"score": float("nan")}),
        json.dumps(REVIEW | {"item": "\ud800"}),
        json.dumps(REVIEW | {"at": "99999-01-02"}),
    ],
)
def test_a_hostile_line_of_reviews_is_told(tmp_path, capsys, line):
    assert 1 == main(["study", "--import", str(written(tmp_path, ("a.jsonl", line)))])
    assert "a.jsonl:1:1: S105 error: the line is no review" in capsys.readouterr().err
