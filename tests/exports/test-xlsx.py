#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Reads the workbook of the atlas as the XML that it is, and prints TAP.

    test-xlsx.py EXPORT-SCOPE DATASET CATALOGUES
"""

import datetime
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

EXPORT, DATASET, CATALOGUES = sys.argv[1:4]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
CORE = {"dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/"}

# The sheets of the province, and some heads of columns.
SHEETS = {
    "en": ["Partnerships", "Bus routes", "Industries", "Events", "Figures", "Projects", "Next steps",
           "Plans and agreements", "Organizations", "Places", "Sources", "About"],
    "zh": ["合作", "市际客运班线", "产业", "大事记", "数据", "项目", "下一步工作", "规划与协议", "单位", "地点",
           "资料来源", "说明"],
}


class Workbook:
    """The sheets by name, each as a list of rows of values: text, numbers, dates or None."""

    def __init__(self, content):
        with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
            file.write(content)
            file.flush()
            with zipfile.ZipFile(file.name) as package:
                assert package.testzip() is None
                # Every part is well-formed.
                self.parts = {name: ElementTree.fromstring(package.read(name))
                              for name in package.namelist()}
        self.strings = ["".join(text.text or "" for text in item.iter(MAIN + "t"))
                        for item in self.parts["xl/sharedStrings.xml"].iter(MAIN + "si")]
        styles = self.parts["xl/styles.xml"]
        formats = {item.get("numFmtId"): item.get("formatCode")
                   for item in styles.iter(MAIN + "numFmt")}
        self.formats = [formats.get(xf.get("numFmtId"))
                        for xf in styles.find(MAIN + "cellXfs").iter(MAIN + "xf")]
        targets = {item.get("Id"): item.get("Target")
                   for item in self.parts["xl/_rels/workbook.xml.rels"]}
        self.xml = {sheet.get("name"): self.parts["xl/" + targets[sheet.get(RELATION)]]
                    for sheet in self.parts["xl/workbook.xml"].iter(MAIN + "sheet")}
        self.sheets = {name: self.read_rows(xml) for name, xml in self.xml.items()}

    def read_cell(self, cell):
        value = cell.find(MAIN + "v")
        if value is None:
            return None
        if cell.get("t") == "s":
            return re.sub("_x([0-9A-F]{4})_", lambda code: chr(int(code[1], 16)),
                          self.strings[int(value.text)])
        assert cell.get("t", "n") == "n", cell.get("t")
        if (self.formats[int(cell.get("s", 0))] or "").startswith("yyyy"):
            return datetime.date(1899, 12, 30) + datetime.timedelta(int(value.text))
        return float(value.text)

    def read_rows(self, xml):
        rows = []
        for row in xml.iter(MAIN + "row"):
            values = {}
            for cell in row.iter(MAIN + "c"):
                column = 0
                for letter in re.match("[A-Z]+", cell.get("r"))[0]:
                    column = column * 26 + ord(letter) - ord("A") + 1
                values[column - 1] = self.read_cell(cell)
            rows.append([values.get(i) for i in range(max(values, default=-1) + 1)])
        return rows

    def list_records(self, name):
        """Returns the rows of a sheet as dictionaries by the heads of the columns."""
        head, *rows = self.sheets[name]
        assert len(set(head)) == len(head) and None not in head, head
        return [dict(zip(head, row + [None] * len(head))) for row in rows]


def export(dataset, *options):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "records.xlsx"
        subprocess.run([EXPORT, "--locale", CATALOGUES, *options, dataset, path], check=True)
        return path.read_bytes()


def export_data(data, *options):
    """Exports a dataset that is given as a dictionary."""
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump({"format": "jilin-atlas", "version": 1, "title": "t", "sources": []} | data, file)
        file.flush()
        return Workbook(export(file.name, *options))


def make_place(number, **members):
    return {"id": f"place-{number}", "kind": "area", "latitude": 43.0, "longitude": 125.0} | members


def check_sheets():
    """There is a sheet for each kind, with a fixed head and a filter; the last one is about all."""
    for language, names in SHEETS.items():
        book = Workbook(export(DATASET, "--language", language))
        assert list(book.sheets) == names, list(book.sheets)
        for name in names[:-1]:
            pane = book.xml[name].find(f".//{MAIN}pane")
            assert pane.get("state") == "frozen" and pane.get("ySplit") == "1", name
            found = book.xml[name].find(MAIN + "autoFilter").get("ref")
            rows = book.sheets[name]
            assert found.startswith("A1:") and found.endswith(str(len(rows))), (name, found)
            widths = [float(column.get("width")) for column in book.xml[name].iter(MAIN + "col")]
            assert all(8 <= width < 50 for width in widths), (name, widths)


def check_records():
    """Every record is in one row, with its name, and with numbers and dates as such."""
    data = json.loads(Path(DATASET).read_text("utf-8"))
    records = {record["id"]: record for name, array in data.items()
               if isinstance(array, list) and name != "tours" for record in array}
    book = Workbook(export(DATASET, "--language", "en"))
    told = set()
    for name in SHEETS["en"][:-1]:
        for row in book.list_records(name):
            record = records[row["ID"]]
            assert row["ID"] not in told, row
            told.add(row["ID"])
            assert row["Name"] == record["name"]["en"], row
            for column, member in (("Value", "value"), ("Trips a day", "trips_per_day"),
                                   ("Length (km)", "length_km"), ("Latitude", "latitude")):
                assert row.get(column) == record.get(member), (column, row)
            for column, member in (("Date", "date"), ("Date of counting", "as_of")):
                date = record.get(member)
                if date is not None and len(date) == 10:
                    date = datetime.date.fromisoformat(date)
                assert row.get(column) == date, (column, row)
            cites = "; ".join(f"吉发改议〔2021〕17号, section {cite['section']}, paragraph "
                              f"{cite['paragraph']}" for cite in record.get("cites", []))
            assert (row.get("Citations") or "") == cites, row
    assert told == set(records)
    assert any(isinstance(row["Date"], datetime.date) for row in book.list_records("Events"))
    assert any(isinstance(row["Date"], str) for row in book.list_records("Events"))


def check_words():
    """Cells are in words: names of other records, labels of vocabularies, units; links have ids."""
    book = Workbook(export(DATASET, "--language", "en", "--scope", "bus-liaoyuan-siping"))
    row = next(row for row in book.list_records("Bus routes")
               if row["ID"] == "bus-liaoyuan-siping")
    assert (row["From"], row["To"]) == ("Liaoyuan", "Siping"), row
    assert row["Ends (ID)"] == "liaoyuan; siping", row
    assert row["Administrative codes of the ends"] == "220400; 220300", row
    book = Workbook(export(DATASET, "--language", "zh"))
    units = {row["计量单位"] for row in book.list_records("数据")}
    assert "亿元" in units, units
    kinds = {row["类别"] for row in book.list_records("地点")}
    assert "省" in kinds, kinds


def check_about():
    """The last sheet has the title, the scope, the filter, the sources, the origin and the date."""
    book = Workbook(export(DATASET, "--scope", "siping", "--language", "zh", "--until", "2020"))
    lines = dict(row for row in book.sheets["说明"])
    assert lines["标题"] == "四平市", lines
    assert "2020" in lines["筛选"], lines
    assert "吉发改议〔2021〕17号" in lines["资料来源"], lines
    assert "示意图，不作为划界依据" in lines["地图与位置"], lines
    assert "GeoNames (CC BY 4.0)" in lines["地图与位置"], lines
    assert lines["导出日期"] == "2021年5月30日", lines
    lines = dict(row for row in Workbook(export(DATASET, "--language", "en")).sheets["About"])
    assert lines["Filter"] == "None", lines
    core = book.parts["docProps/core.xml"]
    assert core.find("dc:title", CORE).text == "四平市"
    assert core.find("dc:creator", CORE).text == "吉林省发展和改革委员会"
    assert core.find("dcterms:created", CORE).text == "2021-05-30T00:00:00Z"


def check_moment():
    """If time is filtered, undated records are marked."""
    book = Workbook(export(DATASET, "--until", "2017", "--language", "en"))
    marks = [row["Perhaps outside the time shown"] for row in book.list_records("Partnerships")]
    assert marks.count("yes") == 29 and marks.count(None) == 1, marks
    assert "Figures" not in book.sheets, list(book.sheets)
    open_book = Workbook(export(DATASET, "--language", "en"))
    assert "Perhaps outside the time shown" not in open_book.sheets["Partnerships"][0]


def check_left_out():
    book = export_data({"places": [make_place(0, name="A"), make_place(1, name="B", latitude=99.0)]},
                       "--leniently", "--language", "en")
    assert dict(book.sheets["About"])["Left out"] == (
        "1 record of the data file has a fault and is left out.")
    assert [row["Name"] for row in book.list_records("Places")] == ["A"]


def check_hostile():
    """Data is text: no formula, no link, no markup, no character that XML forbids."""
    names = ["=1+1", "+1", "@SUM(A1)", "-2", "{=1+1}", "<w:p>&amp;", "https://example.org/",
             "mailto:a@example.org", "a\u0001b\u001f", "_x0041_", "长\U0001f600", "007", "TRUE",
             "2021-05-30", "\ufffex", " x"]
    expected = ["=1+1", "+1", "@SUM(A1)", "-2", "{=1+1}", "<w:p>&amp;", "https://example.org/",
                "mailto:a@example.org", "a b", "_x0041_", "长\U0001f600", "007", "TRUE",
                "2021-05-30", "\ufffdx", "x"]
    book = export_data({"places": [make_place(i, name=name) for i, name in enumerate(names)]},
                       "--language", "en")
    assert [row["Name"] for row in book.list_records("Places")] == expected, book.sheets["Places"]
    for name, part in book.parts.items():
        assert not list(part.iter(MAIN + "f")), f"a formula in {name}"
        assert not list(part.iter(MAIN + "hyperlink")), f"a link in {name}"


def check_long():
    """A text that is longer than a cell can be ends with a mark; the file still opens."""
    long = "\U0001f600" * 20000
    book = export_data({"places": [make_place(0, name="n" * 300, note=long),
                                   make_place(1, name="b", note="c" * 32767)]}, "--language", "en")
    rows = book.list_records("Places")
    assert rows[0]["Name"] == "n" * 300
    assert rows[0]["Note"].startswith("\U0001f600\U0001f600")
    assert rows[0]["Note"].endswith("… (cut off here: the cell is full)"), rows[0]["Note"][-50:]
    assert 32700 < len(rows[0]["Note"].encode("utf-16-le")) / 2 <= 32767
    assert rows[1]["Note"] == "c" * 32767


def check_same_bytes():
    for options in ([], ["--scope", "siping", "--language", "en"]):
        assert export(DATASET, *options) == export(DATASET, *options), options


def check_empty():
    """A dataset without records gives a workbook that says so."""
    book = export_data({"places": []}, "--language", "en")
    assert list(book.sheets) == ["About"], list(book.sheets)


CASES = [check_sheets, check_records, check_words, check_about, check_moment, check_left_out,
         check_hostile, check_long, check_same_bytes, check_empty]


def main():
    os.environ["SOURCE_DATE_EPOCH"] = "1622332800"
    print(f"1..{len(CASES)}")
    for case in CASES:
        try:
            case()
            print("ok", "-", case.__name__)
        except (AssertionError, subprocess.CalledProcessError) as error:
            print("not ok", "-", case.__name__)
            print("#", str(error)[:500].replace("\n", " "))


main()
