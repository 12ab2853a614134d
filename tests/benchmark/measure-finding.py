#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Finds the link under the pointer among many: measure-finding.py PROGRAM."""

import subprocess
import sys

from measuring import print_row

ROUNDS = 5

# The pointer moves while frames are drawn, so finding may take half of a frame.
LONGEST = 8


def main():
    program, = sys.argv[1:]
    rows = [
        [float(number) for number in
         subprocess.run([program], check=True, capture_output=True, text=True).stdout.split()]
        for _ in range(ROUNDS)
    ]
    findings, distances = zip(*rows)
    print_row("Finding a link among 10 000, against all distances", "ms", findings, distances, 0.5)
    print_row("Finding a link among 10 000, against half a frame", "ms", findings, [LONGEST], 1)


if __name__ == "__main__":
    main()
