/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-investment-panel.h"

#include <glib/gi18n.h>

#include "atlas-belonging.h"
#include "atlas-chart-bar.h"
#include "atlas-description.h"
#include "atlas-enum-types.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-shared-rows.h"

/*
 * AtlasInvestmentPanel: a list model of the figures.
 *
 * Sums with their parts come first, with the bar of each part inside its whole; then projects with
 * a cost or a length; then growth, as figures and percentages with bars; then other counts by
 * status; and last the other projects by kind, without transport. No figure is shown twice.
 */
struct _AtlasInvestmentPanel
{
  AtlasPanel parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasInvestmentPanel, atlas_investment_panel, ATLAS_TYPE_PANEL)

/* The figures that are still to be added; each is removed when it is added. */
typedef struct
{
  AtlasPanel *panel;
  GPtrArray *figures;
} Filling;

static gboolean
take (Filling *filling, gconstpointer figure)
{
  return g_ptr_array_remove (filling->figures, (gpointer) figure);
}

/* Adds a row for a figure, with its owner if it does not belong only to the scope. */
static AtlasRow *
add_figure (Filling *filling, AtlasFigure *figure)
{
  AtlasRow *row = atlas_panel_add_figure (filling->panel, figure);
  const char *detail = atlas_row_get_subtitle (row);
  g_autofree char *whose = atlas_belonging_describe (
    atlas_navigation_get_scope (atlas_panel_get_navigation (filling->panel)), figure,
    atlas_language_get_default ());

  if (*whose != '\0')
    atlas_row_take_subtitle (row, atlas_join_facts (detail != NULL ? detail : "", whose, NULL));
  return row;
}

/* Marks a part of a part, because it does not add to the outer whole. */
static void
say_part_of (AtlasRow *row, AtlasRecord *whole)
{
  const char *detail = atlas_row_get_subtitle (row);
  g_autofree char *words =
    /* Translators: of a figure; %s is the name of another that includes it. */
    g_strdup_printf (_("part of %s"), atlas_record_get_name (whole, atlas_language_get_default ()));

  atlas_row_take_subtitle (row, atlas_join_facts (detail != NULL ? detail : "", words, NULL));
}

/* The parts of a whole follow it in the series. */
static gboolean
has_parts (AtlasSeries *series, guint index)
{
  return index + 1 < atlas_series_get_length (series) &&
         atlas_series_get_span (series, index + 1)->depth >
           atlas_series_get_span (series, index)->depth;
}

/* Adds rows with bars for those spans of @series that are still to be shown. */
static void
add_bars (Filling *filling, AtlasDataset *dataset, AtlasSeries *series, AtlasUnit unit)
{
  g_autoptr (AtlasChartRuler) ruler = atlas_chart_ruler_new (atlas_series_get_axis (series), unit);
  AtlasChart *bar = NULL;

  for (guint i = 0; i < atlas_series_get_length (series); i++)
    {
      const AtlasSpan *span = atlas_series_get_span (series, i);
      AtlasRow *row;

      if (!take (filling, span->record))
        continue;
      /* Only wholes get an owner; a part has the owner of its whole. */
      row = span->depth == 0 ? add_figure (filling, ATLAS_FIGURE (span->record))
                             : atlas_panel_add_figure (filling->panel, ATLAS_FIGURE (span->record));
      bar = atlas_chart_bar_new (series, i, ruler);
      atlas_row_take_chart (row, bar);
      /* The change has its own bar, so do not repeat it in the row. */
      if (!atlas_figure_is_change (ATLAS_FIGURE (span->record), dataset))
        atlas_row_take_change (row, NULL);
      if (has_parts (series, i) && span->depth == 0)
        atlas_row_set_style (row, ATLAS_ROW_STYLE_TOTAL);
      else if (span->depth > 1)
        say_part_of (row, atlas_series_get_whole (series, i)->record);
    }
  if (bar != NULL)
    atlas_chart_bar_show_labels (ATLAS_CHART_BAR (bar));
}

/* The sum of the parts minus the whole. */
static AtlasDecimal
get_excess (AtlasFigure *whole, GPtrArray *parts, AtlasDecimal *sum)
{
  const AtlasDecimal *value = atlas_figure_get_value (whole);

  *sum = 0;
  for (guint i = 0; i < parts->len; i++)
    {
      const AtlasDecimal *part = atlas_figure_get_value (parts->pdata[i]);

      *sum = atlas_decimal_add (*sum, part != NULL ? *part : 0);
    }
  return value != NULL ? atlas_decimal_add (*sum, -*value) : 0;
}

/* Adds a remark if the parts should add up to the whole but do not; its note is shown with its
 * citation. */
static void
add_remark (Filling *filling, AtlasFigure *whole, GPtrArray *parts)
{
  const AtlasLanguage language = atlas_language_get_default ();
  const AtlasUnit unit = atlas_figure_get_unit (whole);
  AtlasDecimal sum;
  const AtlasDecimal excess = get_excess (whole, parts, &sum);
  g_autofree char *total =
    atlas_describe_sum (sum, unit, parts->len, atlas_count_unsourced (parts), language);
  g_autofree char *difference = atlas_format_quantity (ABS (excess), unit, language);
  g_autofree char *words = NULL;

  if (excess == 0 || *atlas_record_get_note (ATLAS_RECORD (whole), language) == '\0')
    return;
  if (excess < 0)
    /* Translators: of the parts of a sum; the first amount is what they add up to. */
    words =
      g_strdup_printf (_("The parts add up to %s, %s less than the whole."), total, difference);
  else
    /* Translators: of the parts of a sum; the first amount is what they add up to. */
    words =
      g_strdup_printf (_("The parts add up to %s, %s more than the whole."), total, difference);
  atlas_row_set_style (atlas_panel_add (filling->panel, ATLAS_RECORD (whole), words),
                       ATLAS_ROW_STYLE_REMARK);
}

/* Adds the records that the whole counts, such as the projects whose cost it is. */
static void
add_what_it_counts (Filling *filling, AtlasDataset *dataset, AtlasFigure *whole)
{
  const AtlasRecords about =
    atlas_dataset_get_references (dataset, ATLAS_RECORD (whole), ATLAS_ROLE_ABOUT);

  for (guint i = 0; i < about.len; i++)
    {
      AtlasRecord *figure = atlas_records_get (&about, i);

      if (ATLAS_IS_FIGURE (figure) && take (filling, figure))
        atlas_row_set_style (add_figure (filling, ATLAS_FIGURE (figure)), ATLAS_ROW_STYLE_TOTAL);
    }
}

static void
add_whole (Filling *filling, AtlasDataset *dataset, AtlasFigure *whole, GPtrArray *parts)
{
  g_autoptr (AtlasSeries) series = atlas_series_new ();

  atlas_series_add_figure (series, dataset, whole);
  atlas_panel_begin_group (filling->panel, _("Investment"));
  add_what_it_counts (filling, dataset, whole);
  add_bars (filling, dataset, series, atlas_figure_get_unit (whole));
  add_remark (filling, whole, parts);
}

static void
add_wholes (Filling *filling, AtlasDataset *dataset)
{
  g_autoptr (GPtrArray) figures = g_ptr_array_copy (filling->figures, NULL, NULL);

  for (guint i = 0; i < figures->len; i++)
    {
      AtlasFigure *figure = figures->pdata[i];
      g_autoptr (GPtrArray) parts = atlas_figure_dup_parts (figure, dataset);

      if (parts->len > 0 &&
          atlas_record_get_reference_ids (ATLAS_RECORD (figure), ATLAS_ROLE_PART_OF) == NULL)
        add_whole (filling, dataset, figure, parts);
    }
}

/* Removes the figure with the length of a project, because the project states it too. */
static void
take_length_of (Filling *filling, AtlasDataset *dataset, AtlasProject *project)
{
  const AtlasRecords referrers = atlas_dataset_get_referrers (dataset, ATLAS_RECORD (project));

  for (guint i = 0; i < referrers.len; i++)
    {
      AtlasRecord *referrer = atlas_records_get (&referrers, i);

      if (ATLAS_IS_FIGURE (referrer) &&
          atlas_figure_get_unit (ATLAS_FIGURE (referrer)) == ATLAS_UNIT_KM)
        take (filling, referrer);
    }
}

static void
add_projects (Filling *filling, AtlasDataset *dataset)
{
  g_autoptr (GPtrArray) projects =
    atlas_panel_list_shown (filling->panel, ATLAS_RECORD_KIND_PROJECT);

  atlas_panel_begin_group (filling->panel, _("Cost and length of projects"));
  for (guint i = 0; i < projects->len; i++)
    {
      AtlasProject *project = projects->pdata[i];
      AtlasRecord *investment =
        atlas_dataset_get_reference (dataset, ATLAS_RECORD (project), ATLAS_ROLE_INVESTMENT);

      if (!atlas_project_is_measured (project))
        continue;
      atlas_panel_add_project (filling->panel, project);
      take (filling, investment);
      take_length_of (filling, dataset, project);
    }
}

/* Adds those of @figures with @unit, on their own axis. */
static void
add_figures_of_unit (Filling *filling, AtlasDataset *dataset, GPtrArray *figures, AtlasUnit unit)
{
  g_autoptr (AtlasSeries) series = atlas_series_new ();

  for (guint i = 0; i < figures->len; i++)
    {
      AtlasFigure *figure = figures->pdata[i];
      const AtlasDecimal *value = atlas_figure_get_value (figure);

      if (atlas_figure_get_unit (figure) == unit && value != NULL &&
          g_ptr_array_find (filling->figures, figure, NULL))
        atlas_series_add_amount (series, *value, atlas_figure_get_status (figure),
                                 ATLAS_RECORD (figure));
    }
  add_bars (filling, dataset, series, unit);
}

/* Adds figures that have grown, then their changes: both have citations, and each is compared with
 * others of its kind. */
static void
add_growth (Filling *filling, AtlasDataset *dataset)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new ();
  g_autoptr (GPtrArray) grown = g_ptr_array_new ();

  for (guint i = 0; i < filling->figures->len; i++)
    {
      AtlasFigure *figure = filling->figures->pdata[i];

      if (!atlas_figure_is_change (figure, dataset))
        continue;
      g_ptr_array_add (changes, figure);
      g_ptr_array_add (grown, atlas_dataset_get_reference (dataset, ATLAS_RECORD (figure),
                                                           ATLAS_ROLE_ABOUT));
    }
  atlas_panel_begin_group (filling->panel, _("Growth"));
  for (int unit = 0; unit <= ATLAS_UNIT_PERSON; unit++)
    add_figures_of_unit (filling, dataset, grown, (AtlasUnit) unit);
  add_figures_of_unit (filling, dataset, changes, ATLAS_UNIT_PERCENT);
}

/* A figure about a bus route is shown with the route. */
static gboolean
is_about_route (AtlasRecord *figure, AtlasDataset *dataset)
{
  AtlasRecord *about = atlas_dataset_get_reference (dataset, figure, ATLAS_ROLE_ABOUT);

  return about != NULL && atlas_record_get_kind (about) == ATLAS_RECORD_KIND_ROUTE;
}

static void
add_others (Filling *filling, AtlasDataset *dataset)
{
  for (int status = ATLAS_FIGURE_STATUS_STOCK; status <= ATLAS_FIGURE_STATUS_EXPECTED; status++)
    {
      atlas_panel_begin_group (filling->panel, atlas_label_for (ATLAS_TYPE_FIGURE_STATUS, status,
                                                                atlas_language_get_default ()));
      for (guint i = 0; i < filling->figures->len; i++)
        {
          AtlasFigure *figure = filling->figures->pdata[i];

          if ((int) atlas_figure_get_status (figure) == status &&
              !is_about_route (ATLAS_RECORD (figure), dataset))
            add_figure (filling, figure);
        }
    }
}

static gboolean
is_shown_nowhere_else (AtlasProject *project)
{
  return !atlas_project_is_measured (project) && !atlas_project_is_transport (project);
}

static void
atlas_investment_panel_fill (AtlasPanel *panel)
{
  AtlasDataset *dataset = atlas_panel_get_dataset (panel);
  g_autoptr (GPtrArray) figures = atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_FIGURE);
  Filling filling = { panel, figures };

  add_wholes (&filling, dataset);
  add_projects (&filling, dataset);
  add_growth (&filling, dataset);
  add_others (&filling, dataset);
  atlas_panel_add_projects (panel, is_shown_nowhere_else);
}

static void
atlas_investment_panel_class_init (AtlasInvestmentPanelClass *klass)
{
  ATLAS_PANEL_CLASS (klass)->fill = atlas_investment_panel_fill;
  ATLAS_PANEL_CLASS (klass)->parts_doubt = TRUE;
}

static void
atlas_investment_panel_init (AtlasInvestmentPanel *self)
{
}
