#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Edits in a window, and waits for the frame that shows it: measure-edit-window.py PROGRAM DATASET."""

import re
import subprocess
import sys

from measuring import print_row

# For each number of records, its name, and the longest time in milliseconds until the window shows
# an edit.
SIZES = {0: ("the shipped dataset", 1000 / 60), 100_000: ("100 000 records", 100)}


def main():
    program, dataset = sys.argv[1:]
    for size, (name, longest) in SIZES.items():
        output = subprocess.run([program, dataset, str(size)], check=True, capture_output=True,
                                text=True).stdout
        times = [float(line) for line in output.splitlines() if re.fullmatch(r"[\d.]+", line)]
        print_row(f"An edit until the window shows it, {name}, against the longest wait", "ms",
                  times, [longest], 1)


if __name__ == "__main__":
    main()
