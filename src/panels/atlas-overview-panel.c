/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-overview-panel.h"

#include <glib/gi18n.h>

#include "atlas-enum-types.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-shared-rows.h"
#include "atlas-words.h"

/*
 * AtlasOverviewPanel: what a scope is, in short, and where there is more.
 *
 * Its summary and three key figures, what it names, its links by family as on the map, counts that
 * lead to the other pages, and who and what lies in it.
 */
struct _AtlasOverviewPanel
{
  AtlasPanel parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasOverviewPanel, atlas_overview_panel, ATLAS_TYPE_PANEL)

#define N_KEY_FIGURES 3

static void
add_summary (AtlasPanel  *panel,
             AtlasRecord *subject)
{
  const char *summary = atlas_record_get_summary (subject, atlas_language_get_default ());

  atlas_panel_begin_group (panel, NULL);
  if (*summary != '\0')
    atlas_row_set_style (atlas_panel_add (panel, subject, summary), ATLAS_ROW_STYLE_PROSE);
}

/* A part says little without its whole, and a change little without what changed. */
static gboolean
is_key_figure (AtlasRecord *figure)
{
  return atlas_record_get_reference (figure, ATLAS_ROLE_PART_OF) == NULL &&
         !atlas_figure_is_change (ATLAS_FIGURE (figure));
}

/* How many other figures build on one: those which are part of it or measure it. */
static guint
weigh_figure (AtlasRecord *figure)
{
  GPtrArray *referrers = atlas_record_get_referrers (figure);
  guint weight = 0;

  for (guint i = 0; referrers != NULL && i < referrers->len; i++)
    weight += ATLAS_IS_FIGURE (referrers->pdata[i]);
  return weight;
}

/* Sorting keeps the order of the file among equals, since GLib sorts arrays by merging. */
static int
compare_weights (gconstpointer a,
                 gconstpointer b)
{
  return (int) weigh_figure (*(AtlasRecord * const *) b) -
         (int) weigh_figure (*(AtlasRecord * const *) a);
}

static void
add_key_figures (AtlasPanel *panel)
{
  g_autoptr (GPtrArray) figures = atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_FIGURE);

  for (guint i = figures->len; i > 0; i--)
    if (!is_key_figure (figures->pdata[i - 1]))
      g_ptr_array_remove_index (figures, i - 1);
  g_ptr_array_sort (figures, compare_weights);
  atlas_panel_begin_group (panel, _("Key figures"));
  for (guint i = 0; i < MIN (figures->len, N_KEY_FIGURES); i++)
    atlas_panel_add_figure (panel, figures->pdata[i]);
}

static void
add_references (AtlasPanel  *panel,
                AtlasRecord *subject,
                AtlasRole    role)
{
  const AtlasLanguage language = atlas_language_get_default ();
  GPtrArray *references = atlas_record_get_references (subject, role);

  for (guint i = 0; references != NULL && i < references->len; i++)
    {
      AtlasRecord *record = references->pdata[i];
      AtlasRow *row = atlas_panel_add (panel, record, atlas_record_get_name (record, language));

      atlas_row_take_subtitle (row, g_strdup (atlas_words_for_kind (record)));
    }
}

static void
add_group_of_references (AtlasPanel  *panel,
                         AtlasRecord *subject,
                         AtlasRole    role)
{
  atlas_panel_begin_group (panel, atlas_label_for (ATLAS_TYPE_ROLE, (int) role,
                                                   atlas_language_get_default ()));
  add_references (panel, subject, role);
}

/* The records that the subject itself names: who takes part, what it is about. */
static void
add_company (AtlasPanel  *panel,
             AtlasRecord *subject)
{
  static const AtlasRole roles[] = {
    ATLAS_ROLE_MEMBERS,  ATLAS_ROLE_STATIONS,    ATLAS_ROLE_ACTORS,
    ATLAS_ROLE_PARTNERS, ATLAS_ROLE_RESPONSIBLE, ATLAS_ROLE_ISSUER, ATLAS_ROLE_ABOUT,
  };

  atlas_panel_begin_group (panel, _("From and to"));
  add_references (panel, subject, ATLAS_ROLE_FROM);
  add_references (panel, subject, ATLAS_ROLE_TO);
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    add_group_of_references (panel, subject, roles[i]);
}

static void
add_links (AtlasPanel  *panel,
           AtlasRecord *subject)
{
  g_autoptr (GPtrArray) links = atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_PARTNERSHIP);
  g_autoptr (GPtrArray) routes = atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_ROUTE);

  g_ptr_array_extend (links, routes, NULL, NULL);
  for (guint group = 0; group < ATLAS_N_LINK_GROUPS; group++)
    {
      atlas_panel_begin_group (panel, atlas_label_for (ATLAS_TYPE_LINK_GROUP, (int) group,
                                                       atlas_language_get_default ()));
      for (guint i = 0; i < links->len; i++)
        if (links->pdata[i] != subject && atlas_link_get_group (links->pdata[i]) == group)
          atlas_panel_add_link (panel, links->pdata[i]);
    }
}

static void
add_records (AtlasPanel      *panel,
             GPtrArray       *records,
             AtlasRecordKind  kind)
{
  const AtlasLanguage language = atlas_language_get_default ();

  atlas_panel_begin_group (panel, atlas_label_for_record_kind (kind, language));
  for (guint i = 0; i < records->len; i++)
    {
      AtlasRow *row = atlas_panel_add (panel, records->pdata[i],
                                       atlas_record_get_name (records->pdata[i], language));

      atlas_row_take_subtitle (row, g_strdup (atlas_words_for_kind (records->pdata[i])));
    }
}

/* The places within the place in scope, and who is at home in the scope. */
static void
add_inhabitants (AtlasPanel  *panel,
                 AtlasRecord *subject)
{
  g_autoptr (GPtrArray) places = atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_PLACE);
  g_autoptr (GPtrArray) organizations =
    atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_ORGANIZATION);

  for (guint i = places->len; i > 0; i--)
    if (!ATLAS_IS_PLACE (subject) || places->pdata[i - 1] == subject ||
        !atlas_place_is_within (places->pdata[i - 1], ATLAS_PLACE (subject)))
      g_ptr_array_remove_index (places, i - 1);
  g_ptr_array_remove (organizations, subject);
  add_records (panel, places, ATLAS_RECORD_KIND_PLACE);
  add_records (panel, organizations, ATLAS_RECORD_KIND_ORGANIZATION);
}

static void
add_count (AtlasPanel *panel,
           const char *title,
           guint       count,
           const char *page)
{
  AtlasRow *row;

  if (count == 0)
    return;
  row = atlas_panel_add (panel, NULL, title);
  atlas_row_take_value (row, atlas_format_number (count, atlas_language_get_default ()));
  atlas_row_set_page (row, page);
}

static void
add_count_of_kind (AtlasPanel      *panel,
                   AtlasRecordKind  kind,
                   const char      *page)
{
  g_autoptr (GPtrArray) records = atlas_panel_list_shown (panel, kind);

  add_count (panel, atlas_label_for_record_kind (kind, atlas_language_get_default ()),
             records->len, page);
}

static void
add_counts (AtlasPanel *panel)
{
  g_autoptr (GPtrArray) projects = atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_PROJECT);
  g_autoptr (GPtrArray) routes = atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_ROUTE);
  guint n_transport = 0;

  for (guint i = 0; i < projects->len; i++)
    n_transport += atlas_project_is_transport (projects->pdata[i]) ? 1 : 0;

  atlas_panel_begin_group (panel, _("More about this"));
  add_count_of_kind (panel, ATLAS_RECORD_KIND_INDUSTRY, "industries");
  add_count_of_kind (panel, ATLAS_RECORD_KIND_EVENT, "timeline");
  add_count_of_kind (panel, ATLAS_RECORD_KIND_PLAN, "timeline");
  add_count_of_kind (panel, ATLAS_RECORD_KIND_FIGURE, "investment");
  add_count (panel,
             atlas_label_for_record_kind (ATLAS_RECORD_KIND_PROJECT, atlas_language_get_default ()),
             projects->len - n_transport, "investment");
  add_count (panel, _("Buses, roads and railways"), routes->len + n_transport, "transport");
  add_count_of_kind (panel, ATLAS_RECORD_KIND_COMMITMENT, "next-steps");
}

static void
atlas_overview_panel_fill (AtlasPanel *panel)
{
  AtlasRecord *subject =
    atlas_scope_get_subject (atlas_navigation_get_scope (atlas_panel_get_navigation (panel)));

  if (subject == NULL)
    {
      add_key_figures (panel);
      add_counts (panel);
      add_links (panel, NULL);
      return;
    }
  add_summary (panel, subject);
  add_key_figures (panel);
  add_company (panel, subject);
  add_links (panel, subject);
  add_group_of_references (panel, subject, ATLAS_ROLE_PLANS);
  add_counts (panel);
  add_inhabitants (panel, subject);
}

static void
atlas_overview_panel_class_init (AtlasOverviewPanelClass *klass)
{
  ATLAS_PANEL_CLASS (klass)->fill = atlas_overview_panel_fill;
}

static void
atlas_overview_panel_init (AtlasOverviewPanel *self)
{
}
