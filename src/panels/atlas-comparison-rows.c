/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-comparison-rows.h"

#include <glib/gi18n.h>

#include "atlas-comparison.h"
#include "atlas-description.h"
#include "atlas-shared-rows.h"

/*
 * The rows of a comparison of two places or links: first what both share and the figures for both
 * together, then three columns with what belongs to one, both and the other, and last the figures
 * and bus routes of only one.
 *
 * Two links rarely share a link. So for links, the records that both have come first: their places,
 * industries, projects and next steps.
 */

static const char *
get_name (AtlasComparison *comparison, AtlasSide side)
{
  return atlas_record_get_name (atlas_comparison_get_subject (comparison, side),
                                atlas_language_get_default ());
}

static void
add_remark (AtlasPanel *panel, const char *words)
{
  atlas_row_set_style (atlas_panel_add (panel, NULL, words), ATLAS_ROW_STYLE_PROSE);
}

static void
add_figures (AtlasPanel *panel, GPtrArray *figures)
{
  AtlasDataset *dataset = atlas_panel_get_dataset (panel);

  for (guint i = 0; i < figures->len; i++)
    if (!atlas_figure_is_change (figures->pdata[i], dataset))
      atlas_panel_add_figure (panel, figures->pdata[i]);
}

/* Amounts of money first; otherwise the order of the file. */
static GPtrArray *
sort_by_money (GPtrArray *figures)
{
  GPtrArray *sorted = g_ptr_array_new ();

  for (int is_money = 1; is_money >= 0; is_money--)
    for (guint i = 0; i < figures->len; i++)
      if ((atlas_figure_get_unit (figures->pdata[i]) == ATLAS_UNIT_CNY_100M) == is_money)
        g_ptr_array_add (sorted, figures->pdata[i]);
  return sorted;
}

/* Adds a project with its cost; any other record with its kind. */
static void
add_record (AtlasPanel *panel, AtlasRecord *record)
{
  AtlasRow *row;

  if (ATLAS_IS_PROJECT (record))
    {
      atlas_panel_add_project (panel, ATLAS_PROJECT (record));
      return;
    }
  row = atlas_panel_add_record (panel, record);
  atlas_row_take_subtitle (row,
                           g_strdup (atlas_describe_kind (record, atlas_language_get_default ())));
}

static guint
add_records (AtlasPanel *panel, GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    add_record (panel, records->pdata[i]);
  return records->len;
}

/* Adds the links that both share, which the map highlights, and the figures for both together. */
static void
add_together (AtlasPanel *panel, AtlasComparison *comparison, AtlasFilter *filter)
{
  const gboolean has_link = atlas_comparison_has_link (comparison);
  GPtrArray *links = atlas_comparison_get_links (comparison, ATLAS_SHARE_COMMON);
  g_autoptr (GPtrArray) common = atlas_comparison_dup_common (comparison);
  g_autoptr (GPtrArray) figures = sort_by_money (atlas_comparison_get_joint_figures (comparison));
  guint n_rows = links->len;

  atlas_panel_begin_group (panel, has_link
                           /* Translators: over what two have, one of which is a link. */
                           ? C_("comparison of links", "In common") : _("Together"));
  for (guint i = 0; i < links->len; i++)
    atlas_panel_add_record (panel, links->pdata[i]);
  if (has_link)
    n_rows += add_records (panel, common);
  /* What the filter hides may well join the two. */
  if (n_rows == 0 && !atlas_filter_is_open (filter))
    add_remark (panel, _("The filter shows nothing that joins the two."));
  else if (n_rows == 0)
    add_remark (panel, has_link ? _("The source states nothing that both have.")
                                : _("No co-operation and no bus route joins the two."));
  atlas_panel_begin_group (panel, has_link ? C_("comparison of links", "Figures of both")
                                                : _("Counted for both together"));
  add_figures (panel, figures);
}

static void
add_of_one (AtlasPanel *panel, AtlasComparison *comparison, AtlasSide side)
{
  GPtrArray *links = atlas_comparison_get_links (comparison, (AtlasShare) side);
  /* Translators: a heading; %s is the name of a place or link. */
  g_autofree char *figures_heading =
    g_strdup_printf (_("Figures of %s alone"), get_name (comparison, side));
  /* Translators: a heading; %s is the name of a place or link. */
  g_autofree char *buses_heading = g_strdup_printf (_("Buses of %s"), get_name (comparison, side));

  atlas_panel_begin_group (panel, figures_heading);
  add_figures (panel, atlas_comparison_get_own_figures (comparison, side));
  atlas_panel_begin_group (panel, buses_heading);
  for (guint i = 0; i < links->len; i++)
    if (atlas_link_get_group (links->pdata[i]) == ATLAS_LINK_GROUP_BUS)
      atlas_panel_add_record (panel, links->pdata[i]);
}

/**
 * atlas_panel_add_comparison:
 * @self: a panel during fill(), in the scope of a comparison
 *
 * Adds the rows of a comparison.
 */
void
atlas_panel_add_comparison (AtlasPanel *self)
{
  AtlasNavigation *navigation = atlas_panel_get_navigation (self);
  g_autoptr (AtlasComparison) comparison = atlas_comparison_new (
    atlas_navigation_get_scope (navigation), atlas_navigation_get_filter (navigation));

  add_together (self, comparison, atlas_navigation_get_filter (navigation));
  atlas_panel_begin_group (self, _("In common and apart"));
  atlas_row_take_content (atlas_panel_add (self, NULL, ""), g_object_ref (comparison));
  for (guint side = 0; side < ATLAS_N_SIDES; side++)
    add_of_one (self, comparison, (AtlasSide) side);
}
