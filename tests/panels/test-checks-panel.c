/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-checks-panel.h"

#include "panel-fixture.h"

/* Each kind has a heading with its count, and each row says what is wrong with its record. */
static void
test_kinds (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_json (
    ATLAS_TYPE_CHECKS_PANEL,
    "'places': [{'id': 'x', 'name': {'zh': '甲', 'en': 'X', 'ko': '가'}, 'kind': 'prefecture',"
    "            'latitude': 43, 'longitude': 125, 'approximate': true}],"
    "'projects': [{'id': 'park', 'name': {'zh': '园', 'en': 'Park'}, 'kind': 'park',"
    "  'stage': 'started', 'expected': '2019', 'inferred': ['stage'], 'note': 'Unclear.'}]");

  assert_rows (fixture, ":\n"
                        "  Dates that have passed (1) · Without a source (1) · Missing names (2) · "
                        "Inferred (1) · Approximate positions (1)\n"
                        "Dates that have passed (1):\n"
                        "  Park | Expected 2019, but now: Started\n"
                        "Without a source (1):\n"
                        "  Park | No source yet\n"
                        "Missing names (2):\n"
                        "  S | No name in: English, Korean\n"
                        "  Park | No name in: Korean\n"
                        "Inferred (1):\n"
                        "  Park | Inferred: Stage\nUnclear.\n"
                        "Approximate positions (1):\n"
                        "  X | The position is approximate\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checks-panel/kinds", test_kinds);
  return g_test_run ();
}
