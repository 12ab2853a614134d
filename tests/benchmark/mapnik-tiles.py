#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Draws the land of the atlas with Mapnik: mapnik-tiles.py BASE-MAP [PICTURE]

Reads "ZOOM X Y" lines and prints milliseconds, like tiles.c. Mapnik gets the same geometry with all
points, projected and in memory before the measurement, and simplifies it itself. Layers, colors and
widths are those of the light style. If PICTURE is given, the last tile is written to it.
"""

import importlib.util
import json
import sys
import time
from pathlib import Path

import mapnik

TILE_SIZE = 256
TURNS = 5
MERCATOR = "+proj=merc +a=6378137 +b=6378137 +lon_0=0 +x_0=0 +y_0=0 +units=m +no_defs"
SIDE = 2 * 20037508.342789244
COMPILER = Path(__file__).resolve().parents[2] / "build-aux" / "compile-base-map.py"

# The simplification tolerance of the atlas, in pixels.
SIMPLIFY = 'simplify="0.4"'
TINTS = ("#f8e3c6", "#deead2", "#e4ddf0", "#f6dcd8", "#d4e9e5", "#f0e8ca", "#d6e4f3", "#f1dde9",
         "#e1e2f4")


def load_compiler():
    """Loads the compiler of the base map, which knows the borders between areas."""
    spec = importlib.util.spec_from_file_location("compile_base_map", COMPILER)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def fill(color):
    return f'<PolygonSymbolizer fill="{color}" {SIMPLIFY}/>'


def stroke(color, width, more=""):
    return (f'<LineSymbolizer stroke="{color}" stroke-width="{width}" stroke-linejoin="round"'
            f' stroke-linecap="round" {SIMPLIFY} {more}/>')


class Land:
    """The land as layers of well-known text."""

    def __init__(self, path):
        self.compiler = load_compiler()
        with open(path, encoding="utf-8") as file:
            source = json.load(file)
        self.grid = source["grid"]
        self.areas = source["areas"]
        self.arcs = [(left, right, self.compiler.undelta(points, self.grid))
                     for left, right, *points in source["arcs"]]
        self.rivers = source["rivers"]
        self.lakes = source["lakes"]
        self.prefectures = [row["key"] for row in source["groups"]
                            if row["kind"] == "prefecture" and row["key"].startswith("22")]

    def write_points(self, points):
        scale = self.compiler.SCALE
        return ",".join(f"{(x / scale - 0.5) * SIDE:.1f} {(0.5 - y / scale) * SIDE:.1f}"
                        for x, y in points)

    def write_line(self, points):
        return f"LINESTRING({self.write_points(points)})"

    def write_area(self, belongs):
        """Writes the union of matching areas, without the borders between them."""
        rings = self.compiler.dissolve(self.arcs, lambda i: i >= 0 and belongs(self.areas[i]))
        polygons = []
        for ring in rings:
            points = []
            for arc in ring:
                points += self.arcs[arc][2] if arc >= 0 else self.arcs[~arc][2][::-1]
            polygons.append(f"(({self.write_points(points)}))")
        return f"MULTIPOLYGON({','.join(polygons)})"

    def list_borders(self, test):
        def area(index):
            return self.areas[index] if index >= 0 else None
        return [self.write_line(points) for left, right, points in self.arcs
                if test(*self.compiler.border(area(left), area(right)))]

    def list_rivers(self, rank):
        return [self.write_line(self.compiler.undelta(row["points"], self.grid))
                for row in self.rivers if row["rank"] == rank]

    def list_lakes(self):
        return [f"POLYGON(({self.write_points(self.compiler.undelta(ring, self.grid))}))"
                for row in self.lakes for ring in row["rings"]]

    def list_layers(self, zoom):
        """Returns (geometries, symbolizers) from bottom to top, in the order of map-painter.c."""
        c = self.compiler
        wide = min(max(0.8 + 0.12 * (zoom - 6), 0.7), 1.5)
        layers = [
            ([self.write_area(lambda a: a["country"] not in ("CN", ""))], fill("#eae7e2")),
            ([self.write_area(lambda a: a["kind"] == "sea")], fill("#c9dfeb")),
        ]
        for key, tint in zip(self.prefectures, TINTS):
            layers.append(([self.write_area(lambda a, key=key: a["prefecture"] == key)], fill(tint)))
        layers += [
            (self.list_borders(lambda kind, flags: kind <= c.LINE_PREFECTURE and not flags & c.INSIDE),
             stroke("#dcd6cc", 0.7 * wide)),
            (self.list_borders(lambda kind, flags: kind == c.LINE_COUNTY and flags & c.INSIDE),
             stroke("#ffffff", 0.9 * wide, 'stroke-opacity="0.88"')),
            (self.list_borders(lambda kind, flags: kind == c.LINE_PREFECTURE and flags & c.INSIDE),
             stroke("#b9a78b", wide)),
            (self.list_borders(lambda kind, flags: flags & c.OUTLINE),
             stroke("#a48d6c", 5 * wide, 'stroke-opacity="0.22"')),
        ]
        for rank, width, least in ((4, 0.6, 7.4), (3, 0.8, 6.4), (2, 1.2, 0), (1, 1.9, 0)):
            if zoom >= least:
                layers.append((self.list_rivers(rank), stroke("#8dbbd4", width * wide)))
        layers += [
            (self.list_lakes(), fill("#b3d4e5") + stroke("#8fbcd3", 0.6 * wide)),
            (self.list_borders(lambda kind, flags: kind == c.LINE_COAST),
             stroke("#93b7ca", 0.8 * wide)),
            (self.list_borders(lambda kind, flags: kind == c.LINE_PROVINCE and not flags & c.OUTLINE),
             stroke("#c3bbae", wide)),
            (self.list_borders(lambda kind, flags: kind != c.LINE_NATIONAL and flags & c.OUTLINE),
             stroke("#a48d6c", 1.3 * wide)),
            (self.list_borders(lambda kind, flags: kind == c.LINE_NATIONAL),
             stroke("#8a8178", 1.2 * wide, f'stroke-dasharray="{7 * wide},{2.5 * wide},'
                                           f'{1.2 * wide},{2.5 * wide}"')),
        ]
        return layers


def add_layer(plan, number, geometries):
    source = mapnik.MemoryDatasource()
    context = mapnik.Context()
    for identifier, geometry in enumerate(geometries, 1):
        feature = mapnik.Feature(context, identifier)
        feature.geometry = mapnik.Geometry.from_wkt(geometry)
        source.add_feature(feature)
    layer = mapnik.Layer(f"layer-{number}", MERCATOR)
    layer.datasource = source
    layer.styles.append(f"style-{number}")
    plan.layers.append(layer)


def make_map(land, zoom):
    layers = land.list_layers(zoom)
    styles = "".join(f'<Style name="style-{number}"><Rule>{symbolizers}</Rule></Style>'
                     for number, (_, symbolizers) in enumerate(layers))
    plan = mapnik.Map(TILE_SIZE, TILE_SIZE)
    mapnik.load_map_from_string(
        plan, f'<Map srs="{MERCATOR}" background-color="#f1eee8">{styles}</Map>')
    # Half of a wide line outside the tile may be visible inside it.
    plan.buffer_size = 16
    for number, (geometries, _) in enumerate(layers):
        add_layer(plan, number, geometries)
    return plan


def measure(plan, image, zoom, x, y):
    """Draws a tile several times and returns the shortest time in milliseconds."""
    side = SIDE / (1 << zoom)
    west, north = x * side - SIDE / 2, SIDE / 2 - y * side
    plan.zoom_to_box(mapnik.Box2d(west, north - side, west + side, north))
    times = []
    for _ in range(TURNS):
        start = time.perf_counter()
        mapnik.render(plan, image)
        times.append((time.perf_counter() - start) * 1e3)
    return min(times)


def main():
    land = Land(sys.argv[1])
    image = mapnik.Image(TILE_SIZE, TILE_SIZE)
    plans = {}
    for line in sys.stdin:
        zoom, x, y = map(int, line.split())
        if zoom not in plans:
            plans[zoom] = make_map(land, zoom)
        print(f"{measure(plans[zoom], image, zoom, x, y):.4f}", flush=True)
    if len(sys.argv) > 2:
        image.save(sys.argv[2], "png32")


if __name__ == "__main__":
    main()
