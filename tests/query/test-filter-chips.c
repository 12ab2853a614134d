/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-filter-chips.h"

typedef struct
{
  guint n_changes;
  guint position;
  guint removed;
  guint added;
} Changes;

static void
changed_cb (Changes *changes, guint position, guint removed, guint added)
{
  *changes = (Changes) { changes->n_changes + 1, position, removed, added };
}

static char *
list_labels (AtlasFilterChips *chips)
{
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (chips)); i++)
    {
      g_autoptr (AtlasFilterChip) chip = g_list_model_get_item (G_LIST_MODEL (chips), i);

      g_string_append_printf (labels, "%s%s", i > 0 ? "|" : "", atlas_filter_chip_get_label (chip));
    }
  return g_string_free (labels, FALSE);
}

static void
assert_labels (AtlasFilterChips *chips, const char *expected)
{
  g_autofree char *labels = list_labels (chips);

  g_assert_cmpstr (labels, ==, expected);
}

static void
test_new_destroy (void)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  AtlasFilterChips *chips = atlas_filter_chips_new (filter);

  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (chips)) == ATLAS_TYPE_FILTER_CHIP);
  assert_labels (chips, "");
  g_assert_finalize_object (chips);
  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, FALSE);
}

/* There is a chip for each part of the filter, the time first, inserted at its position. */
static void
test_follows_filter (void)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasFilterChips) chips = NULL;
  const AtlasDate until = { 2020, 8, 10 };
  Changes changes = { 0 };

  atlas_filter_set_shows (filter, ATLAS_FACET_EVENTS, ATLAS_EVENT_KIND_SURVEY, FALSE);
  chips = atlas_filter_chips_new (filter);
  assert_labels (chips, "Field survey");
  g_signal_connect_swapped (chips, "items-changed", G_CALLBACK (changed_cb), &changes);

  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, FALSE);
  assert_labels (chips, "Bus routes|Field survey");
  g_assert_cmpuint (changes.position, ==, 0);
  g_assert_cmpuint (changes.removed, ==, 0);
  g_assert_cmpuint (changes.added, ==, 1);

  atlas_filter_set_shows (filter, ATLAS_FACET_INDUSTRIES, ATLAS_INDUSTRY_GROUP_ENERGY, FALSE);
  assert_labels (chips, "Bus routes|Energy|Field survey");
  g_assert_cmpuint (changes.position, ==, 1);

  atlas_filter_set_time (filter, NULL, &until);
  assert_labels (chips, "Up to 10 August 2020|Bus routes|Energy|Field survey");

  atlas_filter_reset (filter);
  assert_labels (chips, "");
  g_assert_cmpuint (changes.n_changes, ==, 4);
  g_assert_cmpuint (changes.removed, ==, 4);
  g_assert_cmpuint (changes.added, ==, 0);
}

static void
notify_cb (guint *count)
{
  (*count)++;
}

/* While time is played, the chip of the time stays the same object with another label. */
static void
test_moment_moves (void)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasFilterChips) chips = atlas_filter_chips_new (filter);
  g_autoptr (AtlasFilterChip) first = NULL;
  g_autoptr (AtlasFilterChip) second = NULL;
  AtlasDate until = { 2020, 8, 10 };
  Changes changes = { 0 };
  guint n_labels = 0;

  atlas_filter_set_time (filter, NULL, &until);
  first = g_list_model_get_item (G_LIST_MODEL (chips), 0);
  g_assert_true (atlas_filter_chip_is_until (first));
  g_signal_connect_swapped (chips, "items-changed", G_CALLBACK (changed_cb), &changes);
  g_signal_connect_swapped (first, "notify::label", G_CALLBACK (notify_cb), &n_labels);
  until.day = 11;
  atlas_filter_set_time (filter, NULL, &until);
  second = g_list_model_get_item (G_LIST_MODEL (chips), 0);
  g_assert_true (first == second);
  g_assert_cmpuint (changes.n_changes, ==, 0);
  g_assert_cmpuint (n_labels, ==, 1);
  assert_labels (chips, "Up to 11 August 2020");
}

static void
test_remove (void)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasFilterChips) chips = atlas_filter_chips_new (filter);
  const AtlasDate until = { 2018, 0, 0 };

  atlas_filter_set_time (filter, NULL, &until);
  atlas_filter_set_shows (filter, ATLAS_FACET_INDUSTRIES, ATLAS_INDUSTRY_GROUP_FOOD, FALSE);
  for (guint n_left = 2; n_left > 0; n_left--)
    {
      g_autoptr (AtlasFilterChip) chip = g_list_model_get_item (G_LIST_MODEL (chips), n_left - 1);

      g_assert_cmpint (atlas_filter_chip_is_until (chip), ==, n_left == 1);
      atlas_filter_chip_remove (chip);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (chips)), ==, n_left - 1);
    }
  g_assert_true (atlas_filter_is_open (filter));
}

/* If all values of a facet are hidden, there is one chip. */
static void
test_everything (void)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasFilterChips) chips = atlas_filter_chips_new (filter);

  for (guint facet = 0; facet < ATLAS_N_FACETS; facet++)
    for (guint value = 0; value < atlas_facet_get_n_values (facet); value++)
      atlas_filter_set_shows (filter, facet, value, FALSE);
  assert_labels (chips, "All hidden: Links|All hidden: Industries|All hidden: Events");
}

/* Only bus routes: one chip instead of five; it stays when another group is shown too, and one
 * click shows all. */
static void
test_only (void)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasFilterChips) chips = atlas_filter_chips_new (filter);
  g_autoptr (AtlasFilterChip) chip = NULL;
  Changes changes = { 0 };

  atlas_filter_show_only (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS);
  assert_labels (chips, "Only: Bus routes");
  chip = g_list_model_get_item (G_LIST_MODEL (chips), 0);
  g_assert_true (atlas_filter_chip_is_whole (chip));
  g_signal_connect_swapped (chips, "items-changed", G_CALLBACK (changed_cb), &changes);
  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_ZONE, TRUE);
  assert_labels (chips, "Only: Zone co-operation, Bus routes");
  g_assert_cmpuint (changes.n_changes, ==, 0);
  /* Three of six names are not fewer than the other three. */
  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_PAIR, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (chips)), ==, 3);
  atlas_filter_show_only (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS);
  g_clear_object (&chip);
  chip = g_list_model_get_item (G_LIST_MODEL (chips), 0);
  atlas_filter_chip_remove (chip);
  g_assert_true (atlas_filter_is_open (filter));
  assert_labels (chips, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  atlas_language_set_default (ATLAS_LANGUAGE_EN);
  g_test_add_func ("/query/filter-chips/new-destroy", test_new_destroy);
  g_test_add_func ("/query/filter-chips/follows-filter", test_follows_filter);
  g_test_add_func ("/query/filter-chips/moment-moves", test_moment_moves);
  g_test_add_func ("/query/filter-chips/remove", test_remove);
  g_test_add_func ("/query/filter-chips/everything", test_everything);
  g_test_add_func ("/query/filter-chips/only", test_only);
  return g_test_run ();
}
