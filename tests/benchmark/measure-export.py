#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Exports summaries, in one process each: measure-export.py JILIN-ATLAS PLAIN-PAGES DATASET.

The reference of a PDF is as many pages of plain Chinese text, with the words of the dataset; that of
the other formats is the PDF.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from measuring import print_row, take_turns

ROUNDS = 11
COLUMNS = 46


def collect_words(value):
    """Yields all Chinese text of the dataset."""
    if isinstance(value, dict):
        if isinstance(value.get("zh"), str):
            yield value["zh"]
        for member in value.values():
            yield from collect_words(member)
    elif isinstance(value, list):
        for element in value:
            yield from collect_words(element)


def make_lines(path):
    """Returns the text of the dataset in lines of equal length."""
    words = "，".join(collect_words(json.loads(path.read_text("utf-8"))))
    return "\n".join(words[i:i + COLUMNS] for i in range(0, len(words), COLUMNS)).encode()


def measure(command, text=b""):
    """Runs a command; returns its time in milliseconds and its peak memory in MiB."""
    with tempfile.TemporaryFile() as file:
        file.write(text)
        file.seek(0)
        begin = time.perf_counter()
        with subprocess.Popen(command, stdin=file) as process:
            _, status, usage = os.wait4(process.pid, 0)
            elapsed = time.perf_counter() - begin
            process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed")
    return elapsed * 1000, usage.ru_maxrss / 1024


def count_pages(path):
    return max(int(number) for number in re.findall(rb"/Count (\d+)", path.read_bytes()))


def compare(name, atlas, plain, dataset, options, text, aim):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "summary.pdf"
        export = [atlas, "--export", path, "--language", "zh_CN", *options, dataset]
        measure(export)
        n_pages = str(count_pages(path))
        ours, reference = take_turns(lambda: measure(export),
                                     lambda: measure([plain, path, n_pages], text), ROUNDS)
    for column, (what, unit, most) in enumerate([("time", "ms", aim), ("memory", "MiB", 3)]):
        print_row(f"{name}, {n_pages} pages: {what}, against plain text", unit,
                  [row[column] for row in ours], [row[column] for row in reference], most)


def compare_with_pdf(name, extension, atlas, dataset, aim, most_kib):
    """Compares the time with that of the PDF, and the size with the largest one that is wanted."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"summary.{extension}"
        export = [atlas, "--export", path, "--language", "zh_CN", dataset]
        pdf = [atlas, "--export", Path(folder) / "summary.pdf", "--language", "zh_CN", dataset]
        ours, reference = take_turns(lambda: measure(export), lambda: measure(pdf), ROUNDS)
        size = path.stat().st_size / 1024
    print_row(f"Province as {name}: time, against PDF", "ms", [row[0] for row in ours],
              [row[0] for row in reference], aim)
    print_row(f"Province as {name}: size, against its limit", "KiB", [size], [most_kib], 1)


def main():
    atlas, plain, dataset = sys.argv[1:]
    text = make_lines(Path(dataset))
    compare("Province as PDF", atlas, plain, dataset, [], text, 3)
    # Unlike plain text, every page has a map.
    compare("Atlas of all cities as PDF", atlas, plain, dataset, ["--kind", "cities"], text, 6)
    compare_with_pdf("SVG with text", "svg", atlas, dataset, 1, 600)
    # Most of it is the map in 300 dots per inch.
    compare_with_pdf("Word document", "docx", atlas, dataset, 2.5, 1600)
    compare_with_pdf("Excel workbook", "xlsx", atlas, dataset, 0.5, 100)
    compare_with_pdf("GeoJSON", "geojson", atlas, dataset, 0.5, 100)
    compare_with_pdf("CSV", "csv", atlas, dataset, 0.5, 300)
    compare_with_pdf("PNG", "png", atlas, dataset, 1, 800)
    # It has the summary in three languages.
    compare_with_pdf("web page", "html", atlas, dataset, 3, 1464)


if __name__ == "__main__":
    main()
