/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-industries-panel.h"

#include <glib/gi18n.h>

#include "atlas-description.h"
#include "atlas-enum-types.h"
#include "atlas-industry.h"
#include "atlas-labels.h"
#include "atlas-shared-rows.h"

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
add_pairs (AtlasPanel *panel, const AtlasFacts *facts)
{
  g_autoptr (GPtrArray) partnerships = atlas_facts_list (facts, ATLAS_RECORD_KIND_PARTNERSHIP);
  AtlasDataset *dataset = atlas_scope_get_dataset (facts->scope);

  atlas_panel_begin_group (panel, _("Partners and their industries"));
  for (guint i = 0; i < partnerships->len; i++)
    {
      AtlasLink *link = partnerships->pdata[i];
      g_autofree char *industries = atlas_describe_references (
        ATLAS_RECORD (link), dataset, ATLAS_ROLE_INDUSTRIES, ATLAS_MAX_NAMES, facts->language);
      g_autofree char *partners = NULL;
      AtlasRow *row;

      if (*industries == '\0')
        continue;
      partners = atlas_describe_partners (link, facts->scope, facts->language);
      row = atlas_panel_add (panel, ATLAS_RECORD (link), partners);
      atlas_row_take_subtitle (row, g_steal_pointer (&industries));
      atlas_row_set_sign (row, ATLAS_ROW_SIGN_LINK, atlas_link_get_group (link));
    }
}

static void
add_industry (AtlasPanel *panel, const AtlasFacts *facts, AtlasRecord *industry)
{
  g_autoptr (GPtrArray) carriers =
    atlas_shown_list_carriers (facts->scope, facts->filter, facts->part, industry);
  AtlasRow *row = atlas_panel_add_record (panel, industry);

  atlas_row_take_subtitle (row, atlas_join_names (carriers, ATLAS_MAX_NAMES, facts->language));
  if (carriers->len > 0)
    /* Translators: how many co-operations carry an industry. */
    atlas_row_take_value (row, g_strdup_printf (ngettext ("%u link", "%u links", carriers->len),
                                                carriers->len));
}

static void
atlas_industries_panel_fill (AtlasPanel *panel)
{
  const AtlasFacts facts = atlas_panel_get_facts (panel);
  g_autoptr (GPtrArray) industries =
    atlas_shown_list_industries (facts.scope, facts.filter, facts.part);

  if (atlas_scope_get_kind (facts.scope) != ATLAS_SCOPE_KIND_PROVINCE)
    add_pairs (panel, &facts);
  for (guint group = 0; group < ATLAS_N_INDUSTRY_GROUPS; group++)
    {
      atlas_panel_begin_group (panel, atlas_label_for (ATLAS_TYPE_INDUSTRY_GROUP, (int) group,
                                                       facts.language));
      for (guint i = 0; i < industries->len; i++)
        if (atlas_industry_get_group (industries->pdata[i]) == group)
          add_industry (panel, &facts, industries->pdata[i]);
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
