#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Runs the program on the command line without a display, and prints TAP.

    test-command-line.py JILIN-ATLAS DATASET MAN-PAGE
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# The paths of the program and of the dataset; the working directory may change.
ATLAS, DATASET, MAN_PAGE = (str(Path(path).resolve()) for path in sys.argv[1:4])


def run(*arguments, cwd=None):
    return subprocess.run([ATLAS, *arguments], capture_output=True, check=False, cwd=cwd)


def assert_written(result):
    assert result.returncode == 0 and result.stderr == b"", result


def assert_refused(result, words):
    """An error is one sentence and a non-zero exit status."""
    message = result.stderr.decode()
    assert result.returncode == 1, result
    assert message.startswith("jilin-atlas: ") and message.count("\n") == 1, message
    assert words in message, message


def check_formats(folder):
    """The extension selects the format, ignoring case; --format takes precedence."""
    for name, begin in [("a.pdf", b"%PDF-"), ("a.SVG", b"<?xml"), ("a.png", b"\x89PNG"),
                        ("a.csv", b"\xef\xbb\xbf"), ("a.geojson", b"{"), ("a.xlsx", b"PK"),
                        ("a.docx", b"PK")]:
        assert_written(run("--export", name, "--scope", "siping", DATASET, cwd=folder))
        assert (folder / name).read_bytes().startswith(begin), name
    assert_written(run("--export", "a.txt", "--format", "png", DATASET, cwd=folder))
    assert (folder / "a.txt").read_bytes().startswith(b"\x89PNG")


def check_standard_output(folder):
    """A dash means standard output, with PDF as default."""
    result = run("--export", "-", "--scope", "siping", DATASET)
    assert_written(result)
    assert result.stdout.startswith(b"%PDF-")
    result = run("--export", "-", "--format", "geojson", DATASET)
    assert_written(result)
    assert result.stdout.startswith(b"{")
    assert_refused(run("--export", "-", "--format", "svg", "--page", "all", DATASET), "one page")


def check_same_bytes(folder):
    """Two processes with the same input on the same day give the same bytes."""
    for name in ("a.pdf", "a.svg", "a.png", "a.csv", "a.geojson", "a.xlsx", "a.docx"):
        first, second = ((run("--export", name, "--scope", "bus-liaoyuan-siping", DATASET, cwd=folder),
                          (folder / name).read_bytes())[1] for _ in range(2))
        assert first == second, name


def check_pages(folder):
    assert_written(run("--export", "p.svg", "--page", "2", "--scope", "siping", DATASET, cwd=folder))
    assert_written(run("--export", "q.svg", "--page", "all", "--scope", "siping", DATASET,
                       cwd=folder))
    pages = sorted(path.name for path in folder.glob("q-*.svg"))
    # All numbers have the same number of digits, so that files sort in page order.
    digits = len(str(len(pages)))
    assert len(pages) > 2 and pages[0] == f"q-{1:0{digits}}.svg", pages
    assert (folder / f"q-{2:0{digits}}.svg").read_bytes() == (folder / "p.svg").read_bytes()
    assert_refused(run("--export", "p.svg", "--page", "99", DATASET, cwd=folder), "no page 99")
    assert_refused(run("--export", "p.pdf", "--page", "2", DATASET, cwd=folder), "SVG and PNG")


def check_kinds(folder):
    """A page for each of the nine cities, and for each pair."""
    for kind, least in (("cities", 10), ("pairs", 12)):
        assert_written(run("--export", "k.pdf", "--kind", kind, DATASET, cwd=folder))
        n_pages = max(map(int, re.findall(rb"/Count (\d+)", (folder / "k.pdf").read_bytes())))
        assert n_pages >= least, (kind, n_pages)


def check_resolution(folder):
    """The resolution of a PNG is in its size."""
    sizes = []
    for number in ("96", "192"):
        assert_written(run("--export", "r.png", "--resolution", number, DATASET, cwd=folder))
        sizes.append(int.from_bytes((folder / "r.png").read_bytes()[16:20], "big"))
    assert abs(sizes[1] - 2 * sizes[0]) <= 1, sizes
    for number in ("95", "601", "high", "", "1e2"):
        assert_refused(run("--export", "q.png", "--resolution", number, DATASET, cwd=folder),
                       "--resolution")


def check_years(folder):
    """The years are numbered pictures of the wanted size."""
    assert_written(run("--export", "y.png", "--years", "--from", "2020-11", "--until", "2021-01",
                       "--size", "320x240", DATASET, cwd=folder))
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["y-1.png", "y-2.png", "y-3.png"], names
    assert (folder / names[0]).read_bytes()[16:24] == bytes([0, 0, 1, 64, 0, 0, 0, 240])
    for size in ("320", "321x240", "320x", "x240", "100x100", "320x240x2", "9999x9999"):
        assert_refused(run("--export", "q.png", "--years", "--size", size, DATASET, cwd=folder),
                       "--size")
    for speed in ("0", "31", "fast"):
        assert_refused(run("--export", "q.webm", "--speed", speed, DATASET, cwd=folder), "--speed")


def check_tour(folder):
    """Each view of a tour is a page, and a file of its own as a picture."""
    assert_written(run("--tour", "reply", "--export", "tour.pdf", DATASET, cwd=folder))
    assert (folder / "tour.pdf").read_bytes().startswith(b"%PDF-")
    assert_written(run("--tour", "reply", "--export", "tour.svg", DATASET, cwd=folder))
    assert len(list(folder.glob("tour-*.svg"))) == 12
    assert_refused(run("--tour", "nowhere", "--export", "t.pdf", DATASET, cwd=folder), "--tour")


def check_view(folder):
    """A link to a view selects scope and filter; options of their own override it."""
    def export(*options):
        assert_written(run("--export", "v.csv", *options, DATASET, cwd=folder))
        return (folder / "v.csv").read_text("utf-8")

    assert (export("--view", "jilin-atlas:?scope=siping&until=2017")
            == export("--scope", "siping", "--until", "2017"))
    assert (export("--view", "jilin-atlas:?scope=siping&until=2017", "--scope", "baicheng")
            == export("--scope", "baicheng", "--until", "2017"))
    buses = export("--view", "jilin-atlas:?links=bus")
    assert "\nroute,bus-liaoyuan-siping," in buses.replace('"', "")
    assert "\npartnership," not in buses
    for link in ("siping", "jilin-atlas:?links=cars", "jilin-atlas:?at=1", "https://example.org/"):
        assert_refused(run("--view", link, "--export", "w.csv", DATASET, cwd=folder), "")
        assert_refused(run("--view", link, cwd=folder), "")
    assert_refused(run("--view", "jilin-atlas:?scope=nowhere", "--export", "w.csv", DATASET,
                       cwd=folder), "nowhere")


def check_scopes(folder):
    """The scope is one record, or a comparison of two places or links."""
    for scope, title in (("siping", "四平市"), ("siping,baishan", "四平市"), ("siping,baishan", "白山市"),
                         ("bus-baishan-tonghua,bus-liaoyuan-siping", "辽源"),
                         ("siping,jl-liaoyuan-auto", "汽开区"), ("jl-liaoyuan-auto,siping", "四平市")):
        result = run("--export", "-", "--scope", scope, "--language", "zh_CN", "--parts", "figures",
                     DATASET)
        assert_written(result)
        title = ("\ufeff" + title).encode("utf-16-be").hex().encode()[4:]
        assert title in result.stdout.lower(), scope
    for scope in ("", "siping,", "siping,nowhere", "siping,siping", "siping,ind-hydrogen",
                  "changchun,zone-auto", "jl-changping,jl-changping", "jl-changping,siping",
                  "changchun,jl-siping-auto", "jl-changping,plan-changping", "siping,jl-changping,"):
        assert_refused(run("--export", "s.pdf", "--scope", scope, DATASET, cwd=folder), "--scope")


def check_values(folder):
    """An invalid value is named in the error, and nothing is written."""
    for option in ("--scope", "--language", "--paper", "--layout", "--kind", "--page", "--format"):
        assert_refused(run("--export", "v.pdf", option, "nonsense", DATASET, cwd=folder), option)
    assert_refused(run("--export", "v.pdf", "--parts", "map,weather", DATASET, cwd=folder), "weather")
    assert_refused(run("--export", "v.odt", DATASET, cwd=folder), "v.odt")
    assert_refused(run("--export", "v.pdf", "missing.json", cwd=folder), "missing.json")
    result = run("--export", "v.pdf", "--nonsense", DATASET, cwd=folder)
    assert result.returncode == 1 and b"--nonsense" in result.stderr, result
    assert not list(folder.glob("v.*"))


def check_old_file(folder):
    """After an error the existing file is unchanged."""
    old = folder / "old.pdf"
    old.write_text("old")
    assert_refused(run("--export", old, "--scope", "nowhere", DATASET), "nowhere")
    assert_refused(run("--export", old, "missing.json", cwd=folder), "missing.json")
    assert old.read_text() == "old"
    assert_refused(run("--export", folder / "none" / "x.pdf", DATASET), "no folder")
    assert_refused(run("--export", "/dev/full", "--format", "csv", DATASET), "No space left")
    assert [path.name for path in folder.glob("[.o]*")] == ["old.pdf"]


def check_warnings(folder):
    """A place outside the base map gives a warning, not an error."""
    def check(latitude, longitude):
        (folder / "d.json").write_text(json.dumps({
            "format": "jilin-atlas", "version": 1, "title": "T", "sources": [], "places": [
                {"id": "hz", "name": "Hangzhou", "pinyin": "hang zhou", "kind": "prefecture",
                 "latitude": latitude, "longitude": longitude}]}))
        result = run("--check", "d.json", cwd=folder)
        assert_written(result)
        return result.stdout.decode()
    assert check(30.27, 120.16) == ""
    words = check(52.5, 13.4)
    assert words.count("\n") == 1 and "“hz” at 52.5000, 13.4000 is beyond the base map" in words, words
    words = check(40, 133)
    assert words.count("\n") == 1 and "“hz” at 40.0000, 133.0000 is in the sea" in words, words
    assert run("--check", DATASET).stdout == b""


UNTIDY = """{"places": [{"longitude": 125, "latitude": 43, "kind": "town", "more": 1.10, "id": "a",
 "name": "\\u957f\\ud83d\\ude8c"}],
 "sources": [], "title": "T", "version": 1, "format": "jilin-atlas"}"""

TIDY = """{
  "format": "jilin-atlas",
  "version": 1,
  "title": "T",
  "sources": [],
  "places": [
    {
      "id": "a",
      "name": "长🚌",
      "kind": "town",
      "more": 1.10,
      "latitude": 43.0,
      "longitude": 125.0
    }
  ]
}
"""


def check_rewrite(folder):
    """Rewrites a file in place or through pipes; the bundled dataset does not change."""
    (folder / "a.json").write_text(UNTIDY, "utf-8")
    (folder / "a.json").chmod(0o640)
    assert_written(run("--rewrite", "a.json", cwd=folder))
    assert (folder / "a.json").read_text("utf-8") == TIDY
    assert (folder / "a.json").stat().st_mode & 0o777 == 0o640
    assert_written(run("--rewrite", "a.json", cwd=folder))
    assert (folder / "a.json").read_text("utf-8") == TIDY
    for text, expected in [(UNTIDY.encode(), TIDY.encode()),
                           (Path(DATASET).read_bytes(), Path(DATASET).read_bytes())]:
        result = subprocess.run([ATLAS, "--rewrite", "-"], input=text, capture_output=True,
                                check=False)
        assert_written(result)
        assert result.stdout == expected, result.stdout[:500]
    assert [path.name for path in folder.iterdir()] == ["a.json"]


def check_rewrite_link(folder):
    """A symbolic link stays a link, and its target is rewritten."""
    (folder / "real.json").write_text(UNTIDY, "utf-8")
    (folder / "link.json").symlink_to("real.json")
    assert_written(run("--rewrite", "link.json", cwd=folder))
    assert (folder / "link.json").is_symlink()
    assert (folder / "real.json").read_text("utf-8") == TIDY


def check_rewrite_refused(folder):
    """A file that would lose data is not rewritten; each fault has its line and its place."""
    faulty = UNTIDY.replace('"town"', '"hamlet"').replace("43", "143")
    for text, words in [(faulty, "{}:1: places[0].kind: "), (faulty, "{}:1: places[0].latitude: "),
                        (UNTIDY.replace('"T"', json.dumps("T" * 301)), "{}:3: title: "),
                        ("{", "{}:1: ")]:
        (folder / "f.json").write_text(text, "utf-8")
        for name in ("f.json", "-"):
            result = subprocess.run([ATLAS, "--rewrite", name], input=text.encode(), cwd=folder,
                                    capture_output=True, check=False)
            assert result.returncode == 1 and result.stdout == b"", result
            assert words.format(name) in result.stderr.decode(), result
        assert (folder / "f.json").read_text("utf-8") == text
    assert_refused(run("--rewrite", "missing.json", cwd=folder), "No such file")
    assert_refused(run("--rewrite", ".", cwd=folder), "directory")


def check_rewrite_read_only(folder):
    """In a read-only folder the file is unchanged."""
    closed = folder / "closed"
    closed.mkdir()
    (closed / "a.json").write_text(UNTIDY, "utf-8")
    (closed / "a.json").chmod(0o666)
    closed.chmod(0o555)
    folder.chmod(0o755)
    # The superuser may write everywhere, so run the program as nobody.
    user = {"user": 65534} if os.geteuid() == 0 else {}
    with open(ATLAS, "rb") as program, open(folder / "atlas", "wb") as copy:
        shutil.copyfileobj(program, copy)
    (folder / "atlas").chmod(0o755)
    result = subprocess.run([folder / "atlas", "--rewrite", closed / "a.json"], check=False,
                            capture_output=True, **user)
    assert_refused(result, "a.json")
    assert (closed / "a.json").read_text("utf-8") == UNTIDY
    closed.chmod(0o755)


def check_man_page(folder):
    """The manual page has exactly the options of --help."""
    spoken = set(re.findall(r"--[a-z-]+", run("--help").stdout.decode().split("Application Options")[1]))
    manual = Path(MAN_PAGE).read_text("utf-8").replace("\\-", "-").replace("\\fR", " ")
    written = set(re.findall(r"(?<![\w-])--[a-z-]+", manual.split(".SH OPTIONS")[1]))
    assert spoken <= written and written - spoken <= {"--help"}, spoken ^ written


def write_dataset(path, **more):
    dataset = {"format": "jilin-atlas", "version": 1, "title": "T", "date": "2021-05-30",
               "sources": [], "places": [
                   {"id": "a", "name": "A", "kind": "prefecture", "latitude": 43,
                    "longitude": 125}]}
    path.write_text(json.dumps(dataset | more), "utf-8")


def read_text(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True,
                          text=True).stdout


def check_uncited(folder):
    """Without citations there are no empty notes and no sources."""
    write_dataset(folder / "u.json")
    assert_written(run("--export", "u.pdf", "--language", "en", "u.json", cwd=folder))
    text = read_text(folder / "u.pdf")
    assert "Notes" not in text and "Source" not in text, text
    assert "T · Printed" in text, text
    assert b"note-1" not in (folder / "u.pdf").read_bytes()
    # A remark without a source is a note, without a heading for sources after it.
    write_dataset(folder / "r.json", events=[
        {"id": "e", "name": "E", "kind": "meeting", "places": ["a"], "note": "An open question."},
        {"id": "f", "name": "F", "kind": "meeting", "places": ["a"]}])
    assert_written(run("--export", "r.pdf", "--language", "en", "r.json", cwd=folder))
    text = read_text(folder / "r.pdf")
    assert "Notes" in text and "An open question." in text and "Source" not in text, text


def check_no_fonts(folder):
    """Without fonts, pages give an error of one sentence; tables need no fonts."""
    (folder / "fonts.conf").write_text('<?xml version="1.0"?><fontconfig></fontconfig>')
    os.environ["FONTCONFIG_FILE"] = str(folder / "fonts.conf")
    try:
        for name in ("f.pdf", "f.docx", "f.svg", "f.png"):
            assert_refused(run("--export", name, "--scope", "siping", DATASET, cwd=folder), "font")
            assert not (folder / name).exists(), name
        for name in ("f.csv", "f.geojson", "f.xlsx"):
            assert_written(run("--export", name, "--scope", "siping", DATASET, cwd=folder))
    finally:
        del os.environ["FONTCONFIG_FILE"]


def check_one_language(folder):
    """The language is that of the user, even without its locale; else English."""
    (folder / "broken.json").write_text("{", encoding="utf-8")
    for settings, language in [
            ({"LANG": "zh_CN.UTF-8"}, "zh"), ({"LANG": "ko_KR.UTF-8"}, "ko"),
            ({"LC_ALL": "C.UTF-8", "LANGUAGE": "zh_CN"}, "zh"), ({"LANG": "zh_TW.UTF-8"}, "zh"),
            ({"LANG": "fr_FR.UTF-8"}, "en"), ({"LC_ALL": "C.UTF-8", "LANGUAGE": "en"}, "en"),
            ({"LC_ALL": "C"}, "en")]:
        environment = {name: value for name, value in os.environ.items()
                       if name not in ("LANG", "LANGUAGE") and not name.startswith("LC_")}
        told = subprocess.run([ATLAS, "--check", "broken.json"], capture_output=True, check=False,
                              cwd=folder, env=environment | settings).stdout.decode()
        subprocess.run([ATLAS, "--export", "a.csv", DATASET], check=True, cwd=folder,
                       env=environment | settings)
        written = (folder / "a.csv").read_text("utf-8")
        words = {"zh": ("文件", "四平市"), "ko": ("파일", "[가-힣]시"), "en": ("The file", "Siping")}
        assert words[language][0] in told, (settings, told)
        assert re.search(words[language][1], written), (settings, written[:300])


def check_time(folder):
    """Both ends of the time are accepted; invalid dates and reversed intervals are refused."""
    assert_written(run("--export", "t.csv", "--from", "2019", "--until", "2020", DATASET,
                       cwd=folder))
    for arguments, words in [
            (("--until", "20x"), "“20x” is no value of --until"),
            (("--until", "2019-13"), "“2019-13” is no value of --until"),
            (("--from", "bad"), "“bad” is no value of --from"),
            (("--from", "2021", "--until", "2019"), "--from “2021” is later than --until “2019”")]:
        assert_refused(run("--export", "n.csv", *arguments, DATASET, cwd=folder), words)
        assert not (folder / "n.csv").exists(), arguments


CHECKS = [check_formats, check_rewrite, check_rewrite_link, check_rewrite_refused,
          check_rewrite_read_only, check_standard_output, check_same_bytes, check_pages, check_kinds,
          check_scopes, check_tour, check_view, check_resolution, check_years, check_values,
          check_old_file, check_warnings,
          check_man_page, check_uncited, check_no_fonts, check_one_language, check_time]


def main():
    os.environ.pop("DISPLAY", None)
    os.environ.pop("WAYLAND_DISPLAY", None)
    os.environ["SOURCE_DATE_EPOCH"] = "1622332800"
    print(f"1..{len(CHECKS)}")
    for check in CHECKS:
        with tempfile.TemporaryDirectory() as folder:
            try:
                check(Path(folder))
                print("ok", "-", check.__name__)
            except AssertionError as error:
                print("not ok", "-", check.__name__)
                print("#", str(error)[:500].replace("\n", " "))


main()
