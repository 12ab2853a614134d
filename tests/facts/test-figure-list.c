/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-figure-list.h"

#include "pages-fixture.h"

static AtlasDataset *dataset;

/* Returns "id:depth" for each line, with a bar before those of another owner. */
static char *
join_lines (GArray *lines)
{
  GString *words = g_string_new (NULL);
  AtlasBelonging former = ATLAS_BELONGING_OWN;

  for (guint i = 0; i < lines->len; i++)
    {
      const AtlasFigureLine *line = &g_array_index (lines, AtlasFigureLine, i);

      for (; former < line->belonging; former++)
        g_string_append (words, "| ");
      g_string_append_printf (words, "%s:%u ", atlas_record_get_id (ATLAS_RECORD (line->figure)),
                              line->depth);
    }
  return g_strchomp (g_string_free (words, FALSE));
}

static void
assert_money (const char *scope_id, const char *expected)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, scope_id);
  const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_ZH, ATLAS_SHOWN_PART_ALL };
  g_autoptr (GArray) lines = atlas_figure_list_new (&facts, atlas_figure_is_money);
  g_autofree char *words = join_lines (lines);

  g_assert_cmpstr (words, ==, expected);
}

#define NETWORK                                                                                    \
  "fig-investment-total:0 fig-investment-2020:1 fig-investment-fyp:1 fig-investment-2021:2"

/* Parts are below their whole; own, shared and other figures are separate. */
static void
test_money (void)
{
  assert_money (NULL, "fig-changyi-invested:0 " NETWORK);
  assert_money ("jl-changping", "fig-changyi-invested:0 " NETWORK);
  assert_money ("changchun", "fig-changyi-invested:0 | " NETWORK);
  assert_money ("siping", "| " NETWORK " | fig-changyi-invested:0");
}

/* A whole with its parts comes first, and a number before its change. There are no duplicates. */
static void
test_digest (void)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (dataset, "jl-changping");
  const AtlasFacts facts = { scope, NULL, ATLAS_LANGUAGE_ZH, ATLAS_SHOWN_PART_ALL };
  g_autoptr (GArray) lines = atlas_figure_list_new_digest (&facts);
  g_autoptr (GPtrArray) figures = atlas_facts_list (&facts, ATLAS_RECORD_KIND_FIGURE);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autofree char *words = join_lines (lines);

  g_assert_true (g_str_has_prefix (words, NETWORK " fig-registered-changchun:0 "
                                                  "fig-growth-changchun:1 "));
  for (guint i = 0; i < lines->len; i++)
    g_assert_true (g_hash_table_add (seen, g_array_index (lines, AtlasFigureLine, i).figure));
  g_assert_cmpuint (lines->len, ==, figures->len);
}

/* Figures in a cycle are listed once each. */
static void
test_circle (void)
{
  g_autoptr (AtlasDataset) odd = atlas_dataset_new ();
  g_autoptr (AtlasRecord) a = g_object_new (ATLAS_TYPE_FIGURE, "id", "a", NULL);
  g_autoptr (AtlasRecord) b = g_object_new (ATLAS_TYPE_FIGURE, "id", "b", NULL);
  g_autoptr (AtlasScope) scope = NULL;
  g_autoptr (GArray) lines = NULL;

  atlas_record_add_reference (a, ATLAS_ROLE_PART_OF, b);
  atlas_record_add_reference (b, ATLAS_ROLE_PART_OF, a);
  g_assert_true (atlas_dataset_add (odd, a) && atlas_dataset_add (odd, b));
  atlas_dataset_complete (odd);
  scope = atlas_scope_new (odd, NULL);
  lines = atlas_figure_list_new (
    &(AtlasFacts) { scope, NULL, ATLAS_LANGUAGE_EN, ATLAS_SHOWN_PART_ALL }, NULL);
  g_assert_cmpuint (lines->len, ==, 2);
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  dataset = atlas_test_dataset_read_jilin ();
  g_test_add_func ("/facts/figure-list/money", test_money);
  g_test_add_func ("/facts/figure-list/digest", test_digest);
  g_test_add_func ("/facts/figure-list/circle", test_circle);
  status = g_test_run ();
  g_object_unref (dataset);
  return status;
}
