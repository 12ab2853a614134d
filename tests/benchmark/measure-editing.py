#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Edits, undoes, saves and loads again: measure-editing.py PROGRAM DATASET."""

import subprocess
import sys

from measuring import print_row

ROUNDS = 5

# For each number of records, its name, and the longest time in milliseconds for an edit and its
# undoing, which the main thread does, and for saving and loading, which other threads do.
SIZES = {
    0: ("the shipped dataset", 16, 500),
    100_000: ("100 000 records", 100, 10_000),
}


def main():
    program, dataset = sys.argv[1:]
    for size, (name, longest, longest_in_thread) in SIZES.items():
        rows = [
            [float(number) for number in
             subprocess.run([program, dataset, str(size)], check=True, capture_output=True,
                            text=True).stdout.split()]
            for _ in range(ROUNDS)
        ]
        for action, values, limit in zip(
                ("Editing a record", "Undoing an edit", "Saving", "Loading a changed file"),
                zip(*rows), (longest, longest, longest_in_thread, longest_in_thread)):
            print_row(f"{action}, {name}, against the longest wait", "ms", values, [limit], 1)


if __name__ == "__main__":
    main()
