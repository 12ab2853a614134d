#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Checks the PDF of the atlas with tools of another project, and prints TAP.

    test-pdf.py EXPORT-SCOPE DATASET CATALOGUES
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

EXPORT, DATASET, CATALOGUES = sys.argv[1:4]
A4 = (595.276, 841.89)
BRIEFLY = "ATLAS_TEST_BRIEFLY" in os.environ

# The name of a case, the options, the size of its pages and its title.
CASES = [
    ("province", [], A4, "吉林省城市联动图集"),
    ("city in English", ["--scope", "siping", "--language", "en"], A4, "Siping"),
    ("pair, official", ["--scope", "jl-changping", "--layout", "official"], A4, "长平一体化"),
    ("route on Letter", ["--scope", "bus-liaoyuan-siping", "--paper", "letter", "--landscape"],
     (792, 612), "辽源—四平客运"),
    ("industry in Korean on A3",
     ["--scope", "ind-hydrogen", "--language", "ko", "--paper", "a3", "--landscape"],
     (1190.55, 841.89), "수소에너지 개발·이용"),
    ("cities", ["--cities"], A4, "吉林省城市联动图集：各市州"),
]

# Who issued the source.
AUTHORS = {"zh": "吉林省发展和改革委员会", "en": "Jilin Provincial Development and Reform Commission",
           "ko": "지린성 발전개혁위원회"}


def some(table):
    """Returns all items, or only the first one where programs are slow."""
    return list(table.items())[:1] if BRIEFLY else table.items()


def run(*command):
    """Returns the output of a command; error output is a failure."""
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stderr == "", result.stderr
    return result.stdout


def export(path, options):
    subprocess.run([EXPORT, "--locale", CATALOGUES, *options, DATASET, path], check=True)


def check_head(path, options, size, title):
    """Title, date and page size are correct."""
    info = dict(line.split(":", 1) for line in run("pdfinfo", "-isodates", path).splitlines())
    assert info["Title"].strip() == title, info["Title"]
    language = options[options.index("--language") + 1] if "--language" in options else "zh"
    assert info["Author"].strip() == AUTHORS[language], info["Author"]
    assert info["CreationDate"].strip() == "2021-05-30T00:00:00Z", info["CreationDate"]
    assert info["PDF version"].strip() == "1.4"
    found = [float(number) for number in re.findall(r"[\d.]+", info["Page size"])[:2]]
    assert all(abs(a - b) < 0.01 for a, b in zip(found, size)), found


def check_fonts(path, options, size, title):
    """Fonts are embedded as subsets and mapped to letters."""
    fonts = run("pdffonts", path).splitlines()[2:]
    assert fonts, "no fonts"
    for font in fonts:
        assert re.search(r"\byes +yes +yes\b", font), font


def check_structure(path, options, size, title):
    """There are an outline, a language, page labels, and links with valid targets."""
    content = path.read_bytes()
    language = options[options.index("--language") + 1] if "--language" in options else "zh-cn"
    catalogue = content[content.rindex(b"/Type /Catalog"):]
    assert b"/Lang (" + language.encode() + b")" in content[-2000:], "no language"
    assert b"/Outlines" in catalogue and b"/PageLabels" in catalogue
    destinations = set(re.findall(r'"(.*)"', run("pdfinfo", "-dests", path)))
    notes = {name for name in destinations if name.startswith("note-")}
    sections = {name for name in destinations if name.startswith("section-")}
    assert "source-1" in destinations and len(notes) >= 5 and len(sections) >= 4, destinations
    assert content.count(b"/Subtype /Link") >= len(notes), "too few links"
    assert "Tagged: yes" in re.sub(" +", " ", run("pdfinfo", path)), "not tagged"
    elements = run("pdfinfo", "-struct-text", path)
    assert re.search(r'^ +H1 .*\n +"' + re.escape(title), elements, re.M), "no title"
    assert len(re.findall("^ +Table", elements, re.M)) >= 4 and "Figure" in elements, "no tables"
    # Each section has an entry in the outline.
    assert content.count(b"/Title ") == len(sections) + 1


def list_words(path):
    """Yields, for each page, its size and the boxes of its words."""
    text = run("pdftotext", "-bbox", path, "-")
    tree = ElementTree.fromstring(text.replace("\f", ""))
    space = "{http://www.w3.org/1999/xhtml}"
    for page in tree.iter(space + "page"):
        yield (float(page.get("width")), float(page.get("height"))), [
            (float(word.get("xMin")), float(word.get("yMin")), float(word.get("xMax")),
             float(word.get("yMax")), word.text) for word in page.iter(space + "word")]


def overlap(a, b):
    """Returns the share of the smaller of two boxes that the other covers, without the white space
    above and below letters."""
    def trim(box):
        height = box[3] - box[1]
        return box[0], box[1] + height * 0.3, box[2], box[3] - height * 0.3

    a, b = trim(a), trim(b)
    width = min(a[2], b[2]) - max(a[0], b[0])
    height = min(a[3], b[3]) - max(a[1], b[1])
    if width <= 0 or height <= 0:
        return 0
    return width * height / min((box[2] - box[0]) * (box[3] - box[1]) for box in (a, b))


def check_boxes(path, options, size, title):
    """No word is outside its page or overlaps another one."""
    for number, (page, words) in enumerate(list_words(path), 1):
        assert words, f"page {number} is empty"
        for word in words:
            assert word[0] > 20 and word[1] > 20, (number, word)
            assert word[2] < page[0] - 20 and word[3] < page[1] - 8, (number, word)
        words.sort(key=lambda word: word[1])
        for i, word in enumerate(words):
            for other in words[i + 1:]:
                if other[1] > word[3]:
                    break
                assert overlap(word, other) < 0.2, (number, word, other)


CHECKS = [check_head, check_fonts, check_structure, check_boxes]


# The last value on the axis of amounts, which has the unit.
AXIS_ENDS = {"zh": "600亿元", "en": "CNY60billion", "ko": "600억위안"}


def check_words():
    """Every name of the dataset is on the pages and can be found by text search."""
    dataset = json.loads(Path(DATASET).read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        for language, _ in some(AXIS_ENDS):
            path = Path(folder) / f"{language}.pdf"
            # On paper wide enough that no name is wrapped.
            export(path, ["--language", language, "--paper", "a3"])
            text = re.sub(r"\s", "", run("pdftotext", path, "-"))
            names = [record["name"][language] for kind, records in dataset.items()
                     if isinstance(records, list) and kind != "tours" for record in records
                     if record["id"] not in {source["id"] for source in dataset["sources"]}]
            assert AXIS_ENDS[language] in text, f"no axis in {language}"
            missing = [name for name in names if re.sub(r"\s", "", name) not in text]
            assert not missing, (language, missing)


# The headings of the two columns of time, the date in the row of all projects, the same date as
# text under the heading, and the label of inferred facts.
TIMES = {
    "zh": ("截至", "时段", "2021年2月", "截至2021年2月", "（推断）"),
    "en": ("As of", "Period", "February 2021", "as of February 2021", "(inferred)"),
    "ko": ("기준일", "기간", "2021년 2월", "2021년 2월 기준", "(추정)"),
}
TOTALS = {"zh": "653.33亿元", "en": "CNY 65.333 billion", "ko": "653.33억 위안"}


def check_times():
    """The date of counting is in its own column, never in that of the period."""
    with tempfile.TemporaryDirectory() as folder:
        for language, (as_of, period, date, words, inferred) in some(TIMES):
            path = Path(folder) / f"{language}.pdf"
            export(path, ["--language", language, "--parts", "figures,investment,next-steps"])
            lines = run("pdftotext", "-layout", path, "-").splitlines()
            heads = [line for line in lines if re.search(rf"{as_of} +.*{period}", line)]
            assert len(heads) == 1, (language, heads)
            rows = [line for line in lines if re.search(rf"\S +.*{date} .*{TOTALS[language]}", line)]
            assert len(rows) == 1, (language, rows)
            middle = rows[0].index(date)
            distances = [abs(heads[0].index(head) - middle) for head in (as_of, period)]
            assert distances[0] < distances[1], (language, heads, rows)
            text = re.sub(r"\s+", " ", " ".join(lines))
            assert words in text, language
            assert inferred in text, language


# For a comparison of two bus lines: the heading of common records, one such record, the heading of
# the column for both, the ends that differ, and the frequencies.
COMPARED = {
    "zh": ("双方共有", "全域公交", "双方共有", ("白山市", "辽源市"), ("每天24班", "每天37班")),
    "en": ("In common", "Region-wide bus pilot", "Both", ("Baishan", "Liaoyuan"),
           ("24 trips a day", "37 trips a day")),
    "ko": ("함께 가진 것", "‘전역 버스’", "둘 ?다", ("바이산시", "랴오위안시"), ("하루 24회", "하루 37회")),
}


def check_links():
    """For two links, common records come first, then the others in columns."""
    with tempfile.TemporaryDirectory() as folder:
        for language, (heading, common, both, ends, trips) in some(COMPARED):
            path = Path(folder) / f"{language}.pdf"
            export(path, ["--scope", "bus-baishan-tonghua", "--beside", "bus-liaoyuan-siping",
                          "--language", language, "--paper", "a3"])
            text = run("pdftotext", "-layout", path, "-")
            lines = [line.strip() for line in text.splitlines()]
            first = lines.index(heading)
            head = next(i for i, line in enumerate(lines)
                        if i > first and re.search(rf"\S   +{both}   +\S", line))
            assert any(common in line for line in lines[first:head]), (language, lines[first:head])
            assert any(re.match(rf"{ends[0]}   +{ends[1]}$", line) for line in lines[head:]), language
            for words in trips:
                assert words in text, (language, words)


def check_size():
    """Only the used parts of fonts are embedded, so a page of text is small."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "routes.pdf"
        export(path, ["--parts", "routes,notes", "--language", "en"])
        assert path.stat().st_size < 60000, path.stat().st_size


# The text on a page for a dataset with one faulty record on which no other depends.
LEFT_OUT = {
    "zh": "数据文件中有1条记录有误，未予列入。",
    "en": "1 record of the data file has a fault and is left out.",
    "ko": "데이터 파일의 기록 1개에 오류가 있어 제외되었습니다.",
}


def check_left_out():
    """Each page with a title states that the dataset is partial."""
    dataset = json.loads(Path(DATASET).read_text("utf-8"))
    dataset["commitments"][0]["date"] = "2021-13"
    with tempfile.TemporaryDirectory() as folder:
        faulty, path = Path(folder) / "faulty.json", Path(folder) / "left-out.pdf"
        faulty.write_text(json.dumps(dataset), encoding="utf-8")
        export(path, ["--language", "en", "--parts", "map"])
        assert "left out" not in run("pdftotext", path, "-"), "nothing is left out"
        kinds = [(["--parts", "map"], 1), (["--scope", "siping"], 1),
                 (["--cities", "--parts", "map,figures"], 10)]
        for (language, words), (options, n_titles) in zip(LEFT_OUT.items(), kinds):
            command = [EXPORT, "--locale", CATALOGUES, "--language", language, *options]
            subprocess.run([*command, "--leniently", faulty, path], check=True)
            text = re.sub(r"\s", "", run("pdftotext", path, "-"))
            assert text.count(re.sub(r"\s", "", words)) == n_titles, (language, options)


def check_far():
    """A partner outside the map is named at its edge, with the distance."""
    with tempfile.TemporaryDirectory() as folder:
        data = {"format": "jilin-atlas", "version": 1, "title": "T", "sources": []}
        data["places"] = [
            {"id": name.lower(), "name": name, "pinyin": name.lower(), "kind": "prefecture",
             "latitude": latitude, "longitude": longitude}
            for name, latitude, longitude in (("Changchun", 43.88, 125.32),
                                              ("Sydney", -33.87, 151.2))]
        data["partnerships"] = [
            {"id": "p", "name": "P", "pinyin": "p", "kind": "zone-cooperation",
             "members": ["changchun", "sydney"]}]
        dataset, path = Path(folder) / "far.json", Path(folder) / "far.pdf"
        dataset.write_text(json.dumps(data), encoding="utf-8")
        subprocess.run([EXPORT, "--locale", CATALOGUES, "--scope", "changchun", "--language", "en",
                        dataset, path], check=True)
        text = " ".join(run("pdftotext", path, "-").split())
        assert re.search(r"Sydney 9,\d\d\d km", text), text


# The text above undated sections, one of their headings, and the text of the legend.
UNDATED = {
    "zh": ("以下内容为截至2021年5月30日的情况", "合作对象（未载日期）", "浅色、“+”后：未载日期"),
    "en": ("What follows is told as of 30 May 2021", "Partners, undated",
           "Paler, after +: undated"),
    "ko": ("아래 내용은 2021년 5월 30일 기준", "협력 대상 (날짜 없음)", "옅은 색, + 뒤: 날짜 없음"),
}


def check_moment():
    """If time is filtered, undated records are separate, and later figures are left out."""
    figures = json.loads(Path(DATASET).read_text("utf-8"))["figures"]
    with tempfile.TemporaryDirectory() as folder:
        for language, (reason, heading, legend) in some(UNDATED):
            path = Path(folder) / f"{language}.pdf"
            for options in ([], ["--cities"])[:2 if language == "zh" else 1]:
                export(path, ["--language", language, "--until", "2017", "--paper", "a3", *options])
                text = re.sub(r"\s", "", run("pdftotext", path, "-"))
                places = [text.find(re.sub(r"\s", "", words)) for words in (legend, reason)]
                assert -1 < places[0] < places[1], (language, options, places)
                assert re.sub(r"\s", "", heading) in text[places[1]:], (language, options)
                told = [figure["id"] for figure in figures
                        if re.sub(r"\s", "", figure["name"][language]) in text]
                assert not told, (language, options, told)
            export(path, ["--language", language, "--until", "2021-05-30"])
            text = re.sub(r"\s", "", run("pdftotext", path, "-"))
            assert re.sub(r"\s", "", reason) not in text, language


CHECKS_BY_THEMSELVES = [check_words, check_times, check_links, check_size, check_left_out, check_far,
                        check_moment]


def report(name, check, *arguments):
    try:
        check(*arguments)
        print("ok", "-", name)
    except (AssertionError, subprocess.CalledProcessError) as error:
        print("not ok", "-", name)
        print("#", str(error)[:500].replace("\n", " "))


def main():
    os.environ["SOURCE_DATE_EPOCH"] = "1622332800"
    print(f"1..{len(CASES) * len(CHECKS) + len(CHECKS_BY_THEMSELVES)}")
    with tempfile.TemporaryDirectory() as folder:
        for name, options, size, title in CASES:
            path = Path(folder) / "summary.pdf"
            export(path, options)
            for check in CHECKS:
                report(f"{name}: {check.__name__}", check, path, options, size, title)
    for check in CHECKS_BY_THEMSELVES:
        report(check.__name__, check)


main()
