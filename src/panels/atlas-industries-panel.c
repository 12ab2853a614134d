/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-industries-panel.h"

#include <glib/gi18n.h>

#include "atlas-enum-types.h"
#include "atlas-industry.h"
#include "atlas-labels.h"
#include "atlas-shown.h"
#include "atlas-words.h"

/*
 * AtlasIndustriesPanel: a list model of the industries.
 *
 * For a place or a link, first the partners with their industries; then the industries of the scope
 * by group, each with its co-operations. An industry of both dated and undated co-operations is
 * listed in both parts.
 */
struct _AtlasIndustriesPanel
{
  AtlasPanel parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasIndustriesPanel, atlas_industries_panel, ATLAS_TYPE_PANEL)

static void
add_pairs (AtlasPanel *panel,
           GPtrArray  *partnerships)
{
  AtlasDataset *dataset = atlas_panel_get_dataset (panel);
  AtlasScope *scope = atlas_navigation_get_scope (atlas_panel_get_navigation (panel));

  atlas_panel_begin_group (panel, _("Partners and their industries"));
  for (guint i = 0; i < partnerships->len; i++)
    {
      AtlasLink *link = partnerships->pdata[i];
      g_autoptr (GPtrArray) industries =
        atlas_dataset_dup_references (dataset, ATLAS_RECORD (link), ATLAS_ROLE_INDUSTRIES);
      g_autofree char *partners = NULL;
      AtlasRow *row;

      if (industries->len == 0)
        continue;
      partners = atlas_words_for_partners (link, scope);
      row = atlas_panel_add (panel, ATLAS_RECORD (link), partners);
      atlas_row_take_subtitle (row, atlas_words_join_names (industries));
      atlas_row_set_mark (row, ATLAS_ROW_MARK_LINK, atlas_link_get_group (link));
    }
}

/* Returns a table from each industry to its partnerships. */
static GHashTable *
group_by_industry (GPtrArray    *partnerships,
                   AtlasDataset *dataset)
{
  GHashTable *carriers =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < partnerships->len; i++)
    {
      const AtlasRecords industries =
        atlas_dataset_get_references (dataset, partnerships->pdata[i], ATLAS_ROLE_INDUSTRIES);

      for (guint j = 0; j < industries.len; j++)
        {
          AtlasRecord *industry = atlas_records_get (&industries, j);
          GPtrArray *group = g_hash_table_lookup (carriers, industry);

          if (group == NULL)
            {
              group = g_ptr_array_new ();
              g_hash_table_insert (carriers, industry, group);
            }
          g_ptr_array_add (group, partnerships->pdata[i]);
        }
    }
  return carriers;
}

static void
add_industry (AtlasPanel  *panel,
              AtlasRecord *industry,
              GPtrArray   *carriers)
{
  AtlasRow *row = atlas_panel_add (panel, industry,
                                   atlas_record_get_name (industry, atlas_language_get_default ()));

  atlas_row_set_mark (row, ATLAS_ROW_MARK_INDUSTRY,
                      atlas_industry_get_group (ATLAS_INDUSTRY (industry)));
  if (carriers == NULL)
    return;
  /* Translators: how many co-operations carry an industry. */
  atlas_row_take_value (row, g_strdup_printf (ngettext ("%u link", "%u links", carriers->len),
                                              carriers->len));
  atlas_row_take_subtitle (row, atlas_words_join_names (carriers));
}

/* The industries in the scope and the filter; in the undated part, those of undated
 * partnerships. */
static GPtrArray *
list_industries (AtlasPanel *panel,
                 GHashTable *carriers)
{
  GPtrArray *industries;

  if (!atlas_panel_is_in_doubt (panel))
    return atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_INDUSTRY);
  industries =
    atlas_shown_list (atlas_navigation_get_scope (atlas_panel_get_navigation (panel)),
                      atlas_panel_get_filter (panel), ATLAS_SHOWN_PART_ALL,
                      ATLAS_RECORD_KIND_INDUSTRY);
  for (guint i = industries->len; i > 0; i--)
    if (!g_hash_table_contains (carriers, industries->pdata[i - 1]))
      g_ptr_array_remove_index (industries, i - 1);
  return industries;
}

static void
atlas_industries_panel_fill (AtlasPanel *panel)
{
  AtlasDataset *dataset = atlas_panel_get_dataset (panel);
  AtlasScope *scope = atlas_navigation_get_scope (atlas_panel_get_navigation (panel));
  g_autoptr (GPtrArray) partnerships =
    atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_PARTNERSHIP);
  g_autoptr (GHashTable) carriers = group_by_industry (partnerships, dataset);
  g_autoptr (GPtrArray) industries = list_industries (panel, carriers);

  if (atlas_scope_get_kind (scope) != ATLAS_SCOPE_KIND_PROVINCE)
    add_pairs (panel, partnerships);
  for (guint group = 0; group < ATLAS_N_INDUSTRY_GROUPS; group++)
    {
      atlas_panel_begin_group (panel, atlas_label_for (ATLAS_TYPE_INDUSTRY_GROUP, (int) group,
                                                       atlas_language_get_default ()));
      for (guint i = 0; i < industries->len; i++)
        if (atlas_industry_get_group (industries->pdata[i]) == group)
          add_industry (panel, industries->pdata[i],
                        g_hash_table_lookup (carriers, industries->pdata[i]));
    }
}

static void
atlas_industries_panel_class_init (AtlasIndustriesPanelClass *klass)
{
  ATLAS_PANEL_CLASS (klass)->fill = atlas_industries_panel_fill;
  ATLAS_PANEL_CLASS (klass)->parts_doubt = TRUE;
}

static void
atlas_industries_panel_init (AtlasIndustriesPanel *self)
{
}
