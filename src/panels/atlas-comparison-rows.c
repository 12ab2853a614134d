/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-comparison-rows.h"

#include <glib/gi18n.h>

#include "atlas-comparison.h"
#include "atlas-shared-rows.h"
#include "atlas-words.h"

/*
 * The rows of two places that are compared: the table in which they stand side by side, what lies
 * between them, and with whom else both or one of them is linked.
 */

static const char *
get_name (AtlasComparison *comparison,
          AtlasSide        side)
{
  return atlas_record_get_name (ATLAS_RECORD (atlas_comparison_get_place (comparison, side)),
                                atlas_language_get_default ());
}

static char *
name_links (AtlasComparison *comparison,
            AtlasSide        side,
            AtlasRecord     *partner)
{
  return atlas_words_join_names (atlas_comparison_get_links_with (comparison, side, partner));
}

static void
add_links_between (AtlasPanel      *panel,
                   AtlasComparison *comparison)
{
  GPtrArray *links = atlas_comparison_get_links (comparison, ATLAS_SHARE_COMMON);

  atlas_panel_begin_group (panel, _("Between the two"));
  for (guint i = 0; i < links->len; i++)
    atlas_panel_add_link (panel, links->pdata[i]);
}

static void
add_shared_partners (AtlasPanel      *panel,
                     AtlasComparison *comparison)
{
  GPtrArray *partners = atlas_comparison_get_partners (comparison, ATLAS_SHARE_COMMON);

  atlas_panel_begin_group (panel, _("Shared partners"));
  for (guint i = 0; i < partners->len; i++)
    {
      g_autofree char *first = name_links (comparison, ATLAS_SIDE_FIRST, partners->pdata[i]);
      g_autofree char *second = name_links (comparison, ATLAS_SIDE_SECOND, partners->pdata[i]);
      AtlasRow *row = atlas_panel_add (panel, partners->pdata[i],
                                       atlas_record_get_name (partners->pdata[i],
                                                              atlas_language_get_default ()));

      /* What joins all three is told once. */
      atlas_row_take_subtitle (row, g_str_equal (first, second)
                                      ? g_steal_pointer (&first)
                                      : g_strdup_printf ("%s\n%s", first, second));
    }
}

static void
add_partners_of_one (AtlasPanel      *panel,
                     AtlasComparison *comparison,
                     AtlasSide        side)
{
  GPtrArray *partners = atlas_comparison_get_partners (comparison, (AtlasShare) side);
  /* Translators: a heading; %s is the name of a place. */
  g_autofree char *heading =
    g_strdup_printf (_("Partners of %s alone"), get_name (comparison, side));

  atlas_panel_begin_group (panel, heading);
  for (guint i = 0; i < partners->len; i++)
    {
      AtlasRow *row = atlas_panel_add (panel, partners->pdata[i],
                                       atlas_record_get_name (partners->pdata[i],
                                                              atlas_language_get_default ()));

      atlas_row_take_subtitle (row, name_links (comparison, side, partners->pdata[i]));
    }
}

static void
add_buses_of_one (AtlasPanel      *panel,
                  AtlasComparison *comparison,
                  AtlasSide        side)
{
  GPtrArray *links = atlas_comparison_get_links (comparison, (AtlasShare) side);
  /* Translators: a heading; %s is the name of a place. */
  g_autofree char *heading = g_strdup_printf (_("Buses of %s"), get_name (comparison, side));

  atlas_panel_begin_group (panel, heading);
  for (guint i = 0; i < links->len; i++)
    if (atlas_link_get_group (links->pdata[i]) == ATLAS_LINK_GROUP_BUS)
      atlas_panel_add_link (panel, links->pdata[i]);
}

/**
 * atlas_panel_add_comparison:
 * @self: a panel that is filling, in the scope of a comparison
 *
 * Adds what the two places have in common and apart.
 */
void
atlas_panel_add_comparison (AtlasPanel *self)
{
  AtlasNavigation *navigation = atlas_panel_get_navigation (self);
  g_autoptr (AtlasComparison) comparison =
    atlas_comparison_new (atlas_navigation_get_scope (navigation),
                          atlas_navigation_get_filter (navigation));

  atlas_panel_begin_group (self, NULL);
  atlas_row_take_content (atlas_panel_add (self, NULL, ""), g_object_ref (comparison));
  add_links_between (self, comparison);
  add_shared_partners (self, comparison);
  for (guint side = 0; side < ATLAS_N_SIDES; side++)
    add_partners_of_one (self, comparison, (AtlasSide) side);
  for (guint side = 0; side < ATLAS_N_SIDES; side++)
    add_buses_of_one (self, comparison, (AtlasSide) side);
}
