/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-next-steps-panel.h"

#include "panel-fixture.h"

static void
test_province (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new (ATLAS_TYPE_NEXT_STEPS_PANEL);

  assert_rows (fixture,
               "Siping:\n"
               "  Write the programme | About: Changchun–Siping plan\n");
  panel_fixture_visit (fixture, "liaoyuan");
  assert_rows (fixture, "");
}

/* Those who act together are one group, however far apart the promises stand. */
static void
test_groups (void)
{
  g_autoptr (PanelFixture) fixture = panel_fixture_new_for_json (
    ATLAS_TYPE_NEXT_STEPS_PANEL,
    "'places': [],"
    "'organizations': [{'id': 'a', 'name': 'Board', 'kind': 'government'},"
    "                  {'id': 'b', 'name': 'Office', 'kind': 'government'}],"
    "'commitments': ["
    "{'id': '1', 'name': 'One', 'responsible': ['a', 'b'], 'summary': 'In short.'},"
    "{'id': '2', 'name': 'Two', 'responsible': ['a'], 'about': ['1'], 'summary': 'In short.'},"
    "{'id': '3', 'name': 'Three', 'responsible': ['a', 'b']}]");

  assert_rows (fixture,
               "Board, Office:\n"
               "  One | In short.\n"
               "  Three\n"
               "Board:\n"
               "  Two | In short.\nAbout: One\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/next-steps-panel/province", test_province);
  g_test_add_func ("/next-steps-panel/groups", test_groups);
  return g_test_run ();
}
