# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Functions for all benchmarks: measuring in turns, and printing a row."""

import json
import statistics


def take_turns(ours, reference, rounds):
    """Calls ours() and reference() in turns, so that a slow phase of the machine affects both.

    An additional first round, which fills caches, is not counted. Returns both lists of results.
    """
    results = [(ours(), reference()) for _ in range(rounds + 1)][1:]
    return [ours for ours, _ in results], [reference for _, reference in results]


def print_row(name, unit, values, references, aim):
    """Prints one row of the table: the medians, their ratio, and the largest allowed ratio."""
    value = statistics.median(values)
    reference = statistics.median(references)
    row = {
        "name": name,
        "value": round(value, 2),
        "unit": unit,
        "reference": round(reference, 2),
        "ratio": round(value / reference, 3),
        "aim": aim,
    }
    print(json.dumps(row), flush=True)
