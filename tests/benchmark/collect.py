#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Collects the rows of the benchmarks: prints them as a table and writes them to a file.

    collect.py LOG OUTPUT

LOG is the log of meson for the benchmarks. A row is a line of JSON from measuring.print_row().
"""

import json
import sys


def read_rows(path):
    """Returns all rows of the log, in the order of the benchmarks."""
    with open(path, encoding="utf-8") as log:
        outputs = [json.loads(line).get("stdout", "") for line in log]
    lines = [line for output in outputs for line in output.splitlines()]
    return [json.loads(line) for line in lines if line.startswith("{")]


def print_table(rows):
    """Prints the rows, and for each whether the target is reached."""
    width = max((len(row["name"]) for row in rows), default=4)
    print(f"\n{'':{width}}  {'value':>10} {'reference':>10} unit   {'ratio':>6} {'aim':>6}")
    for row in rows:
        reached = "reached" if row["ratio"] <= row["aim"] else "missed"
        print(
            f"{row['name']:{width}}  {row['value']:10.2f} {row['reference']:10.2f} {row['unit']:6}"
            f" {row['ratio']:6.2f} {row['aim']:6.2f} {reached}"
        )


def main():
    log, output = sys.argv[1:]
    rows = read_rows(log)
    print_table(rows)
    with open(output, "w", encoding="utf-8") as file:
        json.dump(rows, file, indent=2, ensure_ascii=False)
        file.write("\n")
    print(f"\nWritten to {output}")


if __name__ == "__main__":
    main()
