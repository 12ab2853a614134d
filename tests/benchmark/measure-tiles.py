#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Draws tiles of the province with the atlas and with Mapnik: measure-tiles.py PROGRAM BASE-MAP

Neither draws names. For each zoom from 6 to 11 there is a row of medians, then one of the 95th
percentiles of all tiles.
"""

import math
import statistics
import subprocess
import sys
from pathlib import Path

from measuring import print_row, take_turns

ZOOMS = range(6, 12)
# The largest number of tiles per zoom level, spread over the province.
TILES = 24
ROUNDS = 3
AIM = 0.5
WEST, EAST, SOUTH, NORTH = 121.6, 131.4, 40.8, 46.4
MAPNIK = Path(__file__).resolve().parent / "mapnik-tiles.py"


def find_tile(zoom, longitude, latitude):
    """Returns column and row of the tile that contains a point."""
    count = 1 << zoom
    y = (1 - math.asinh(math.tan(math.radians(latitude))) / math.pi) / 2
    return int((longitude + 180) / 360 * count), int(y * count)


def list_tiles(zoom):
    """Returns tiles of the province, evenly spread if there are many."""
    x0, y0 = find_tile(zoom, WEST, NORTH)
    x1, y1 = find_tile(zoom, EAST, SOUTH)
    tiles = [(zoom, x, y) for y in range(y0, y1 + 1) for x in range(x0, x1 + 1)]
    step = max(len(tiles) / TILES, 1)
    return [tiles[int(i * step)] for i in range(min(TILES, len(tiles)))]


def main():
    program, base_map = sys.argv[1:]
    tiles = [tile for zoom in ZOOMS for tile in list_tiles(zoom)]
    lines = "".join(f"{zoom} {x} {y}\n" for zoom, x, y in tiles)

    def draw_with(*command):
        output = subprocess.run(command, input=lines, check=True, capture_output=True, text=True)
        return [float(line) for line in output.stdout.split()]

    ours, references = take_turns(lambda: draw_with(program),
                                  lambda: draw_with("/usr/bin/python3", MAPNIK, base_map), ROUNDS)
    # One value per tile: the median of the rounds.
    ours = [statistics.median(times) for times in zip(*ours)]
    references = [statistics.median(times) for times in zip(*references)]
    for zoom in ZOOMS:
        here = [i for i, tile in enumerate(tiles) if tile[0] == zoom]
        print_row(f"Drawing a tile at zoom {zoom}, against Mapnik", "ms",
                  [ours[i] for i in here], [references[i] for i in here], AIM)
    print_row("The same at all zooms, 95th percentile", "ms", [statistics.quantiles(ours, n=20)[-1]],
              [statistics.quantiles(references, n=20)[-1]], AIM)


if __name__ == "__main__":
    main()
