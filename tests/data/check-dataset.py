#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors
"""Check the bundled dataset: check-dataset.py SCHEMA DATASET.

The schema has the rules for every dataset; the rest of this file has the additional rules for the
bundled one. Prints one sentence per fault and exits with 1, or prints numbers and exits with 0.
"""

import json
import re
import sys

import jsonschema

KINDS = ("sources", "places", "industries", "organizations", "plans", "partnerships", "routes",
         "events", "figures", "projects", "commitments")

# The kinds of record to which a member may refer; None means any.
REFERENCES = {
    "places": ("places",),
    "about": None,
    "parent": ("places",),
    "members": ("places", "organizations"),
    "industries": ("industries",),
    "plans": ("plans",),
    "from": ("places",),
    "to": ("places",),
    "stations": ("places",),
    "actors": ("places", "organizations"),
    "part_of": ("figures",),
    "investment": ("figures",),
    "partners": ("places", "organizations"),
    "responsible": ("places", "organizations"),
    "issuer": ("places", "organizations"),
}

LANGUAGES = ("zh", "en", "ko")

PREFECTURES = {
    "220100": "长春市", "220200": "吉林市", "220300": "四平市", "220400": "辽源市", "220500": "通化市",
    "220600": "白山市", "220700": "松原市", "220800": "白城市", "222400": "延边州",
}

N_ZONE_COOPERATIONS = 17
N_FRAMEWORKS = 9

# Records that the source states without a date, and figures without a date of counting.
UNDATED = (
    "plan-suggestion ev-suggestion jl-yalu-brand jl-songyuan-baicheng-energy plan-faw-jilin "
    "plan-jiefang-siping plan-college-siping plan-ecology ev-changji-impl ev-changji-body "
    "ev-changji-cooperation ev-six-projects fig-qinba-length fig-changyi-invested "
    "fig-registered-changchun fig-registered-siping fig-soil-sites fig-soil-enterprises"
)

# The kind or status of each event and plan that is not simply issued or held, and the stage of each
# project and partnership that has one: * marks a stage derived from the wording; see FORMAT.md.
EVENT_KINDS = {
    "recognition": "ev-manchu-centre", "suggestion": "ev-suggestion", "reply": "ev-reply",
    "drafting": "ev-changji-cooperation ev-changji-impl ev-changping-plan ev-ecology-plan "
                "ev-hachang-changchun",
    "approval": "ev-hachang-approved", "agreement": "ev-opening-consensus",
}
PLAN_STATUSES = {
    "issued": "plan-new-pattern plan-hachang-jilin plan-hachang-demo plan-hachang-division "
              "plan-changji plan-changji-policies plan-double-synergy",
    "approved": "plan-hachang",
    "signed": "plan-industry-frameworks plan-changji-framework plan-faw-jilin "
              "plan-changping-framework plan-jiefang-siping plan-college-siping",
    "submitted": "plan-suggestion",
    "drafted": "plan-hachang-changchun plan-changji-impl-changchun plan-changji-impl-jilin "
               "plan-changji-cooperation plan-changping plan-ecology",
    "planned": "plan-culture-tourism* plan-three-belts plan-ecommerce-policies "
               "plan-changping-impl plan-urbanization*",
    "policy": "plan-three-fives plan-three-regions plan-one-main-six-doubles plan-energy-layout "
              "plan-six-sames same-transport same-parks same-industry same-opening "
              "same-services same-ecology plan-graduates",
}
PROJECT_STAGES = {
    "idea": "prj-fibre-cost prj-ambulance prj-changsi-railway prj-special-vehicle-group "
            "prj-faw-share prj-parts-supply prj-parts-logistics prj-vehicle-logistics "
            "prj-farm-machinery-base prj-yingkou-corridor prj-siping-dry-port",
    "pre-feasibility": "prj-changtong-railway",
    "planning": "prj-wine-products prj-spring-route prj-summer-route prj-winter-wine "
                "prj-changping-park",
    "started": "prj-h5-parts* prj-seat-frame* prj-conversion-base prj-dongliao* "
               "prj-soil-register*",
    "under-construction": "prj-changyi-road* prj-qinba-road* prj-yitong-huada*",
    "done": "prj-station-baicheng* prj-station-songyuan* prj-station-liaoyuan* "
            "prj-station-siping* prj-baishan-tonghua-conversion prj-fuao-factory* "
            "prj-hemmelrath-factory* prj-information-network* prj-echuangtong* "
            "prj-soil-sampling*",
}
PARTNERSHIP_STAGES = {  # except zone co-operations (under way) and frameworks (signed)
    "proposed": "jl-yalu-brand* jl-songyuan-baicheng-energy* jl-fibre-faw-bus",
    "agreed": "jl-faw-jilin jl-jiefang-siping jl-college-siping",
    "under-way": "jl-changji* jl-changping* jl-hachang* jl-demo-area* jl-tonghua-baishan* "
                 "jl-baicheng-songyuan* jl-siping-liaoyuan* jl-h5-parts jl-seat-frame "
                 "jl-fuao-jilin*",
}

# As in the source: with its unit, and with exactly its digits.
FIGURES = {
    "fig-investment-total": (653.33, "cny-100m"), "fig-investment-2020": (67.88, "cny-100m"),
    "fig-investment-fyp": (585.44, "cny-100m"), "fig-investment-2021": (97.2, "cny-100m"),
    "fig-changyi-invested": (23.4, "cny-100m"), "fig-qinba-length": (7.6, "km"),
    "fig-registered-changchun": (1.1, "enterprise-10k"),
    "fig-registered-siping": (0.1, "enterprise-10k"),
    "fig-growth-changchun": (32, "percent"), "fig-growth-siping": (72.7, "percent"),
    "fig-soil-enterprises": (102, "enterprise"), "fig-soil-sites": (53, "site"),
}

# The subject in the Chinese name of a figure, which makes the name understandable alone.
SUBJECTS = "吉林省|全省|省发改委|省城镇化|长春|四平|白城|白山|辽源|长平|长吉|长伊|哈长|战略合作|秦八线"

# Northeast Asia around Jilin: the extent of the map.
SOUTH, NORTH, WEST, EAST = 38, 50, 116, 136

HAN = r"[\u3400-\u9fff]"
WORD = r"[A-Za-z0-9]+(?:\.[0-9]+)?"


def schema_faults(schema, dataset):
    """Yield the errors of the JSON Schema, with the innermost reason of each."""
    errors = list(jsonschema.Draft202012Validator(schema).iter_errors(dataset))
    # A member with a fault also counts as unevaluated: report that only if it is the only fault.
    causes = [error for error in errors if error.validator != "unevaluatedProperties"]
    for error in causes or errors:
        error = jsonschema.exceptions.best_match([error])
        where = "".join(f"[{p}]" if isinstance(p, int) else f".{p}" for p in error.absolute_path)
        yield f"{where.lstrip('.') or 'the file'}: {error.message[:200]}."


def chinese_name(record):
    name = record["name"]
    return name.get("zh", "") if isinstance(name, dict) else name


def references(kind, record):
    """Yield (member, id) for each reference of a record."""
    for member in REFERENCES:
        if member == "issuer" and kind == "sources":  # there it is text
            continue
        value = record.get(member, [])
        for other in [value] if isinstance(value, str) else value:
            yield member, other


def reference_faults(records):
    for kind, record in records.values():
        for member, other in references(kind, record):
            allowed = REFERENCES[member]
            if other not in records:
                yield f"{record['id']}: {member} names “{other}”, which is not in the file."
            elif other == record["id"]:
                yield f"{record['id']}: {member} names the record itself."
            elif allowed and records[other][0] not in allowed:
                yield f"{record['id']}: {member} names “{other}”, which is one of the " \
                      f"{records[other][0]}."


def circle_faults(records, member):
    """Yield records in a cycle of @member."""
    for start in records:
        seen = set()
        here = start
        while here in records and here not in seen:
            seen.add(here)
            here = records[here][1].get(member)
        if here == start:
            yield f"{start}: following {member} leads back to it."


def citation_faults(records):
    paragraphs = {}
    for kind, record in records.values():
        if kind == "sources":
            for section in record["sections"]:
                paragraphs[record["id"], section["id"]] = section["paragraphs"]

    for kind, record in records.values():
        cites = record.get("cites", [])
        # A province may have no citation if it only contains other places.
        if not cites and kind not in ("sources", "places"):
            yield f"{record['id']}: it cites nothing."
        if not cites and kind == "places" and "note" not in record:
            yield f"{record['id']}: a place that cites nothing must say in a note why it is there."
        for cite in cites:
            n_paragraphs = paragraphs.get((cite["source"], cite["section"]))
            if n_paragraphs is None:
                yield f"{record['id']}: {cite['source']} has no section {cite['section']}."
            elif cite["paragraph"] > n_paragraphs:
                yield f"{record['id']}: section {cite['section']} of {cite['source']} has no " \
                      f"paragraph {cite['paragraph']}."
        if len({tuple(sorted(c.items())) for c in cites}) != len(cites):
            yield f"{record['id']}: it cites one paragraph twice."

    cited = {(c["source"], c["section"], c["paragraph"])
             for _, record in records.values() for c in record.get("cites", [])}
    for (source, section), n_paragraphs in paragraphs.items():
        for paragraph in range(1, n_paragraphs + 1):
            if (source, section, paragraph) not in cited:
                yield f"{source}: nothing cites section {section}, paragraph {paragraph}."


def text_faults(records):
    for _, record in records.values():
        for member in ("name", "summary", "note", "title", "vehicle_type"):
            text = record.get(member)
            if text is None:
                continue
            for language in LANGUAGES:
                if not isinstance(text, dict) or not text.get(language, "").strip():
                    yield f"{record['id']}: {member} lacks {language}."
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", record["id"]):
            yield f"{record['id']}: an id is lower-case words joined by hyphens."


def inferred_faults(records):
    for _, record in records.values():
        for member in record.get("inferred", []):
            if member not in record:
                yield f"{record['id']}: {member} is called inferred but is not there."
        if "inferred" in record and "note" not in record:
            yield f"{record['id']}: it infers {', '.join(record['inferred'])} without a note."


def pinyin_faults(records):
    for _, record in records.values():
        name = chinese_name(record)
        tokens = re.findall(f"{HAN}|{WORD}", name)
        if not any(re.fullmatch(HAN, token) for token in tokens):
            continue
        syllables = record.get("pinyin", "").split(" ")
        if "pinyin" not in record:
            yield f"{record['id']}: {name} lacks its pinyin."
        elif len(syllables) != len(tokens):
            yield f"{record['id']}: {name} has {len(tokens)} characters and words, its pinyin " \
                  f"{len(syllables)}."
        else:
            for token, syllable in zip(tokens, syllables):
                if re.fullmatch(HAN, token):
                    if not re.fullmatch("[a-z]{1,6}", syllable):
                        yield f"{record['id']}: “{syllable}” is no syllable for {token}."
                elif syllable != token:
                    yield f"{record['id']}: the pinyin should keep “{token}”, not “{syllable}”."


def place_faults(places):
    for place in places:
        latitude, longitude = place["latitude"], place["longitude"]
        if not (SOUTH <= latitude <= NORTH and WEST <= longitude <= EAST):
            yield f"{place['id']}: {latitude} N, {longitude} E lies off the map."

    names = {place["code"]: chinese_name(place) for place in places
             if place["kind"] == "prefecture" and "code" in place}
    for code, name in PREFECTURES.items():
        if names.get(code) != name:
            yield f"The prefecture {name} ({code}) is missing."


def partnership_faults(partnerships):
    for kind, expected in (("zone-cooperation", N_ZONE_COOPERATIONS), ("framework", N_FRAMEWORKS)):
        found = [p for p in partnerships if p["kind"] == kind]
        if len(found) != expected:
            yield f"There are {len(found)} partnerships of the kind {kind} instead of {expected}."
        pairs = [frozenset(p["members"]) for p in found]
        for partnership, pair in zip(found, pairs):
            if pairs.count(pair) > 1:
                yield f"{partnership['id']}: another {kind} has the same members."
            if kind == "zone-cooperation" and not partnership.get("industries"):
                yield f"{partnership['id']}: it names no industry."


def figure_faults(figures):
    """The sum of parts may differ from the whole only by rounding errors."""
    found = {figure["id"]: (figure["value"], figure["unit"]) for figure in figures}
    for figure, expected in FIGURES.items():
        if found.get(figure) != expected:
            yield f"{figure}: the source has {expected}, not {found.get(figure)}."
    for whole in figures:
        parts = [f for f in figures if f.get("part_of") == whole["id"]]
        if any(part["unit"] != whole["unit"] for part in parts):
            yield f"{whole['id']}: its parts are counted in another unit."
        if not re.search(SUBJECTS, chinese_name(whole)):
            yield f"{whole['id']}: its name does not say whose figure it is."
        if round(sum(part["value"] for part in parts) - whole["value"], 4) > 0.005 * len(parts):
            yield f"{whole['id']}: its parts are more than the whole."


def word_faults(records, member, expected):
    """Compare @member of @records with a table of words and their ids."""
    wanted = {id.rstrip("*"): (word, id.endswith("*"))
              for word, ids in expected.items() for id in ids.split()}
    for record in records:
        word, inferred = record.get(member), member in record.get("inferred", [])
        if word in expected or record["id"] in wanted:
            if (word, inferred) != wanted.get(record["id"]):
                yield f"{record['id']}: its {member} should not be {word}" \
                      f"{', inferred' if inferred else ''}."


def date_faults(records):
    for name in UNDATED.split():
        for member in ("date", "as_of"):
            if member in records[name][1]:
                yield f"{name}: the source gives no {member} for it."


def stage_faults(dataset):
    projects, partnerships = dataset["projects"], dataset["partnerships"]
    yield from word_faults(projects, "stage", PROJECT_STAGES)
    yield from word_faults(dataset["plans"], "status", PLAN_STATUSES)
    yield from word_faults(dataset["events"], "kind", EVENT_KINDS)
    fixed = {"zone-cooperation": "under-way", "framework": "agreed"}
    yield from word_faults([p for p in partnerships if p["kind"] not in fixed], "stage",
                           PARTNERSHIP_STAGES)
    for partnership in partnerships:
        stage = fixed.get(partnership["kind"])
        inferred = "stage" in partnership.get("inferred", [])
        if stage and (partnership.get("stage") != stage or inferred):
            yield f"{partnership['id']}: a {partnership['kind']} is {stage}."
        if partnership["kind"] == "zone-cooperation" and "date" in partnership:
            yield f"{partnership['id']}: the source says “at present” and gives no date."


def alias_faults(records):
    for _, record in records.values():
        names = record["name"].values() if isinstance(record["name"], dict) else [record["name"]]
        for alias in set(record.get("aliases", [])) & set(names):
            yield f"{record['id']}: “{alias}” is its name and needs no alias."


def project_faults(projects, records):
    for project in projects:
        figure = records.get(project.get("investment"), (None, None))[1]
        if figure and figure["unit"] != "cny-100m":
            yield f"{project['id']}: its investment {figure['id']} is not an amount of money."


def faults(schema, dataset):
    found = list(schema_faults(schema, dataset))
    if found:  # the following checks need a file that is valid by the schema
        return found

    records = {}
    for kind in KINDS:
        for record in dataset.get(kind, []):
            if record["id"] in records:
                found.append(f"{record['id']}: two records have this id.")
            records[record["id"]] = (kind, record)
    if found:
        return found

    found += reference_faults(records)
    found += circle_faults(records, "parent")
    found += circle_faults(records, "part_of")
    found += citation_faults(records)
    found += text_faults(records)
    found += inferred_faults(records)
    found += pinyin_faults(records)
    found += place_faults(dataset["places"])
    found += partnership_faults(dataset.get("partnerships", []))
    found += figure_faults(dataset.get("figures", []))
    found += date_faults(records)
    found += stage_faults(dataset)
    found += alias_faults(records)
    found += project_faults(dataset.get("projects", []), records)
    return found


def main():
    if len(sys.argv) != 3:
        sys.exit("Usage: check-dataset.py SCHEMA DATASET")
    try:
        schema, dataset = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
    except (OSError, ValueError) as error:
        sys.exit(f"{error}")

    found = faults(schema, dataset)
    for fault in found:
        print(f"{sys.argv[2]}: {fault}")
    if found:
        sys.exit(1)
    print(", ".join(f"{len(dataset.get(kind, []))} {kind}" for kind in KINDS))


if __name__ == "__main__":
    main()
