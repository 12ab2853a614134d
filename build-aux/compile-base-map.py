#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors
"""Compile data/base-map/base-map.json into the bytes that AtlasBaseMap uses.

This program does the slow work at build time: it projects the map, simplifies it for each zoom,
merges counties into prefectures and computes bounding boxes. src/geo/atlas-base-map-private.h
describes the layout of the bytes. Change both files together.
"""
import argparse
import json
import math
import struct
from collections import defaultdict

VERSION = 1
SCALE = 1 << 30                               # units along one side of the Web Mercator square
FIRST_ZOOM, LEVELS = 4, 8                     # the last level has every point
TOLERANCE = 0.4                               # of a pixel, at the zoom of a level

(AREA_COUNTY, AREA_PREFECTURE, AREA_PROVINCE, AREA_COUNTRY, AREA_SEA, AREA_ABROAD) = range(6)
AREA_KINDS = {"county": AREA_COUNTY, "prefecture": AREA_PREFECTURE, "province": AREA_PROVINCE,
              "country": AREA_COUNTRY, "sea": AREA_SEA}
(LINE_COUNTY, LINE_PREFECTURE, LINE_PROVINCE, LINE_NATIONAL, LINE_COAST, LINE_FRAME, LINE_RIVER,
 LINE_SHORE, LINE_DASH) = range(9)
INSIDE, OUTLINE = 1, 2                        # flags: within the province, around it
HOME = "22"


def project(longitude, latitude):
    """Convert longitude and latitude to whole units of the Web Mercator square, y down."""
    x = (longitude + 180) / 360
    y = (1 - math.asinh(math.tan(math.radians(latitude))) / math.pi) / 2
    return round(x * SCALE), round(y * SCALE)


def undelta(numbers, grid):
    x = y = 0
    points = []
    for dx, dy in zip(numbers[::2], numbers[1::2]):
        x, y = x + dx, y + dy
        points.append(project(x / grid, y / grid))
    return points


def weights(points):
    """Return for each point the largest tolerance at which Douglas-Peucker keeps it."""
    weight = [0.0] * len(points)
    weight[0] = weight[-1] = math.inf
    stack = [(0, len(points) - 1, math.inf)]
    while stack:
        first, last, limit = stack.pop()
        ax, ay = points[first]
        dx, dy = points[last][0] - ax, points[last][1] - ay
        square = dx * dx + dy * dy
        best, where = -1.0, 0
        for i in range(first + 1, last):
            px, py = points[i][0] - ax, points[i][1] - ay
            t = (px * dx + py * dy) / square if square else 0.0
            t = 0.0 if t < 0 else 1.0 if t > 1 else t
            px -= t * dx
            py -= t * dy
            distance = px * px + py * py
            if distance > best:
                best, where = distance, i
        if where:
            # A point must not be kept longer than the point that split its segment.
            weight[where] = min(math.sqrt(best), limit)
            stack.append((first, where, weight[where]))
            stack.append((where, last, weight[where]))
    return weight


class Writer:
    """Collects sections of equal records and lays them out one after another."""

    def __init__(self):
        self.points, self.lines, self.refs, self.rings = [], [], [], []
        self.areas, self.rivers, self.lakes, self.spots = [], [], [], []
        self.strings, self.string_offsets = bytearray(b"\0"), {"": 0}
        self.boxes = []

    def string(self, text):
        if text not in self.string_offsets:
            self.string_offsets[text] = len(self.strings)
            self.strings += text.encode() + b"\0"
        return self.string_offsets[text]

    def names(self, row):
        return [self.string(row.get(k, row.get("en", ""))) for k in ("zh", "en", "ko")]

    def line(self, points, kind, flags=0):
        weight = weights(points)
        levels, before = [], []
        for level in range(LEVELS):
            least = 0.0 if level == LEVELS - 1 else \
                TOLERANCE * SCALE / (256 << (FIRST_ZOOM + level))
            kept = [p for p, w in zip(points, weight) if w >= least]
            # A level without new points, common in lines far from Jilin, takes no room.
            if len(kept) == len(before):
                levels += levels[-2:]
                continue
            levels += [len(self.points), len(kept)]
            self.points += kept
            before = kept
        box = bounds(points)
        self.boxes.append(box)
        self.lines.append([*box, kind, flags, *levels])
        return len(self.lines) - 1

    def add_rings(self, rings):
        first = len(self.rings)
        for ring in rings:
            self.rings.append([len(self.refs), len(ring)])
            self.refs += ring
        return first, len(rings)

    def area(self, row, kind, rings, label):
        box = union(self.boxes[r if r >= 0 else ~r] for ring in rings for r in ring)
        first, count = self.add_rings(rings)
        self.areas.append([*box, kind, self.string(row.get("key", "")),
                           self.string(row.get("country", "")), self.string(row.get("province", "")),
                           self.string(row.get("prefecture", "")), *self.names(row), *label,
                           first, count])

    def spot(self, row, kind):
        self.spots.append([*project(*row["at"]), kind, row.get("rank", 0),
                           self.string(row.get("code", "")), *self.names(row)])

    def write(self, path, order):
        sections = [(b"".join(struct.pack(order + "2i", *p) for p in self.points), len(self.points))]
        for rows in (self.lines, self.rings, self.areas, self.rivers, self.lakes, self.spots):
            data = b"".join(struct.pack(f"{order}{len(r)}i", *r) for r in rows)
            sections.append((data, len(rows)))
        sections.insert(2, (struct.pack(f"{order}{len(self.refs)}i", *self.refs), len(self.refs)))
        while len(self.strings) % 4:
            self.strings.append(0)
        sections.append((bytes(self.strings), len(self.strings)))
        offset = 16 + 8 * len(sections)
        table, body = b"", b""
        for data, count in sections:
            table += struct.pack(order + "2I", offset, count)
            offset += len(data)
            body += data
        header = b"ATLASMAP" + struct.pack(order + "2I", VERSION, offset)
        with open(path, "wb") as file:
            file.write(header + table + body)


def bounds(points):
    xs, ys = zip(*points)
    return min(xs), min(ys), max(xs), max(ys)


def union(boxes):
    x0, y0, x1, y1 = zip(*boxes)
    return min(x0), min(y0), max(x1), max(y1)


def border(left, right):
    """Return (kind, flags) of a line between two areas."""
    if right is None:
        return LINE_FRAME, 0
    home = (left["province"] == HOME) + (right["province"] == HOME)
    flags = (INSIDE if home == 2 else 0) | (OUTLINE if home == 1 else 0)
    if "sea" in (left["kind"], right["kind"]):
        return LINE_COAST, flags
    for member, kind in (("country", LINE_NATIONAL), ("province", LINE_PROVINCE),
                         ("prefecture", LINE_PREFECTURE)):
        if left[member] != right[member]:
            return kind, flags
    return LINE_COUNTY, flags


def dissolve(arcs, belongs):
    """Return the rings around all areas that pass a test, without the lines between them."""
    starts = defaultdict(list)
    for i, (left, right, points) in enumerate(arcs):
        if belongs(left) and not belongs(right):
            starts[points[0]].append((i, points[-1]))
        elif belongs(right) and not belongs(left):
            starts[points[-1]].append((~i, points[0]))
    rings = []
    for start in sorted(starts):
        while starts[start]:
            arc, here = starts[start].pop(0)
            ring = [arc]
            while here != start:
                arc, here = starts[here].pop(0)
                ring.append(arc)
            rings.append(ring)
    return rings


def compile_map(source, path, order):
    grid = source["grid"]
    writer = Writer()
    areas = source["areas"]
    def area(index):
        return areas[index] if index >= 0 else None
    arcs = []
    for left, right, *numbers in source["arcs"]:
        arcs.append((left, right, undelta(numbers, grid)))
        writer.line(arcs[-1][2], *border(area(left), area(right)))

    def add_group(row, kind, test):
        rings = dissolve(arcs, lambda i: i >= 0 and test(areas[i]))
        if rings:
            writer.area(row, kind, rings, project(*row["label"]) if "label" in row else (0, 0))
    for row in areas:
        if not row["rings"]:                  # an island that the coastline does not contain
            continue
        writer.area(row, AREA_KINDS[row["kind"]], row["rings"],
                    project(*row["label"]) if "label" in row else (0, 0))
    for row in source["groups"]:
        member = row["kind"]
        group = dict(row)
        group[member] = row["key"]
        if member == "prefecture":
            group["province"] = row["key"][:2]
        if member != "country":
            group["country"] = "CN"
        add_group(group, AREA_KINDS[member], lambda a: a[member] == row["key"])
    add_group({"key": "abroad"}, AREA_ABROAD, lambda a: a["country"] not in ("CN", ""))

    for row in source["rivers"]:
        line = writer.line(undelta(row["points"], grid), LINE_RIVER)
        writer.rivers.append([line, row["rank"], *writer.names(row)])
    for points in source["dashes"]:
        writer.line(undelta(points, grid), LINE_DASH)
    for row in source["lakes"]:
        rings = [[writer.line(undelta(r, grid), LINE_SHORE)] for r in row["rings"]]
        box = union(writer.boxes[ring[0]] for ring in rings)
        first, count = writer.add_rings(rings)
        writer.lakes.append([*box, int(row.get("approximate", False)), *writer.names(row),
                             *project(*row["label"]), first, count])
    for row in source["towns"]:
        writer.spot(row, 0)
    for row in source["seas"]:
        writer.spot(row, 1)
        for at in row["also"]:
            writer.spot({**row, "at": at, "rank": 1}, 1)
    writer.write(path, order)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--byte-order", choices=("little", "big"), default="little")
    parser.add_argument("source")
    parser.add_argument("output")
    arguments = parser.parse_args()
    with open(arguments.source, encoding="utf-8") as file:
        source = json.load(file)
    compile_map(source, arguments.output, "<" if arguments.byte_order == "little" else ">")


if __name__ == "__main__":
    main()
