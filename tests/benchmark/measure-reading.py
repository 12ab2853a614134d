#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Reads a large dataset with the reader and with json-glib alone: measure-reading.py PROGRAM DATASET.

The large dataset repeats DATASET many times, each time with other ids.
"""

import json
import subprocess
import sys
import tempfile

from measuring import print_row, take_turns

SIZE = 47_000_000
ROUNDS = 5


def rename(value, ids, suffix):
    """Returns a value of the dataset with a suffix added to ids."""
    if isinstance(value, dict):
        return {name: rename(member, ids, suffix) for name, member in value.items()}
    if isinstance(value, list):
        return [rename(element, ids, suffix) for element in value]
    return f"{value}+{suffix}" if value in ids else value


def write_large(dataset, file):
    """Writes the dataset repeatedly until the file has about SIZE bytes. Tours are left out, because
    their links contain ids."""
    dataset = {name: value for name, value in dataset.items() if name != "tours"}
    arrays = {name: records for name, records in dataset.items() if isinstance(records, list)}
    ids = {record["id"] for records in arrays.values() for record in records}
    times = SIZE // len(json.dumps(dataset, ensure_ascii=False).encode())
    large = dict(dataset)
    for name, records in arrays.items():
        large[name] = [rename(record, ids, number)
                       for number in range(times) for record in records]
    json.dump(large, file, ensure_ascii=False)
    file.flush()


def main():
    program, path = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        dataset = json.load(file)
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as large:
        write_large(dataset, large)

        def read_with(what):
            output = subprocess.run([program, what, large.name], check=True,
                                    capture_output=True, text=True).stdout
            return [float(number) for number in output.split()]

        ours, reference = take_turns(lambda: read_with("atlas"), lambda: read_with("json-glib"),
                                     ROUNDS)
    for column, (name, unit, aim) in enumerate([
        ("Reading 47 MB and letting go", "ms", 1.5),
        ("Memory while reading 47 MB", "MiB", 1),
    ]):
        print_row(f"{name}, against json-glib alone", unit, [row[column] for row in ours],
                  [row[column] for row in reference], aim)


if __name__ == "__main__":
    main()
