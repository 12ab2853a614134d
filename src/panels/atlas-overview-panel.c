/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-overview-panel.h"

#include <glib/gi18n.h>

#include "atlas-belonging.h"
#include "atlas-comparison-rows.h"
#include "atlas-description.h"
#include "atlas-enum-types.h"
#include "atlas-event.h"
#include "atlas-filter-words.h"
#include "atlas-format.h"
#include "atlas-labels.h"
#include "atlas-next-steps-panel.h"
#include "atlas-partner-diagram.h"
#include "atlas-shared-rows.h"

/*
 * AtlasOverviewPanel: a list model with an overview of the scope.
 *
 * It has the summary, three key figures and the records that the subject names; for a place, a
 * diagram of its partners; the first industries, bus routes, events and next steps, each with a row
 * that opens the full page; the links by group as on the map; and places and organizations in the
 * scope. For a comparison it lists what both share and what only one has.
 */
struct _AtlasOverviewPanel
{
  AtlasPanel parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasOverviewPanel, atlas_overview_panel, ATLAS_TYPE_PANEL)

#define N_KEY_FIGURES 3

/* The number of rows before the one that opens the full page. */
#define N_INDUSTRIES 5
#define N_EVENTS 3
#define N_NEXT_STEPS 3

/* The number of partners up to which the diagram shows all of them, and the largest number in a
 * diagram. */
#define MAX_PARTNERS 12
#define MAX_IN_DIAGRAM 30

typedef void (*AddFunc) (AtlasPanel *panel, AtlasRecord *record);

static void
add_summary (AtlasPanel *panel, AtlasRecord *subject)
{
  const char *summary = atlas_record_get_summary (subject, atlas_language_get_default ());

  atlas_panel_begin_group (panel, NULL);
  if (*summary != '\0')
    atlas_row_set_style (atlas_panel_add (panel, subject, summary), ATLAS_ROW_STYLE_PROSE);
}

/* A part is not a key figure without its whole, nor a change without the figure that changed. */
static gboolean
is_key_figure (AtlasRecord *figure, AtlasDataset *dataset)
{
  return atlas_record_get_reference_ids (figure, ATLAS_ROLE_PART_OF) == NULL &&
         !atlas_figure_is_change (ATLAS_FIGURE (figure), dataset);
}

/* The number of figures that refer to a figure as part or measure of it. */
static guint
weigh_figure (AtlasRecord *figure, AtlasDataset *dataset)
{
  const AtlasRecords referrers = atlas_dataset_get_referrers (dataset, figure);
  guint weight = 0;

  for (guint i = 0; i < referrers.len; i++)
    weight += ATLAS_IS_FIGURE (atlas_records_get (&referrers, i));
  return weight;
}

/* Equal figures keep the order of the file, because g_ptr_array_sort() is stable. */
static int
compare_weights (gconstpointer a, gconstpointer b, gpointer dataset)
{
  return (int) weigh_figure (*(AtlasRecord *const *) b, dataset) -
         (int) weigh_figure (*(AtlasRecord *const *) a, dataset);
}

/* Adds a remark that hidden groups of links or kinds of events do not affect figures and counts. */
static void
add_unsorted (AtlasPanel *panel)
{
  const char *words = atlas_filter_describe_unsorted (
    atlas_navigation_get_filter (atlas_panel_get_navigation (panel)),
    atlas_language_get_default ());

  if (words == NULL)
    return;
  atlas_panel_begin_group (panel, NULL);
  atlas_row_set_style (atlas_panel_add (panel, NULL, words), ATLAS_ROW_STYLE_REMARK);
}

/* Lists the figures with most references. A figure of another city is left out. */
static GPtrArray *
list_key_figures (AtlasPanel *panel, AtlasBelonging belonging)
{
  AtlasDataset *dataset = atlas_panel_get_dataset (panel);
  AtlasScope *scope = atlas_navigation_get_scope (atlas_panel_get_navigation (panel));
  GPtrArray *figures = atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_FIGURE);

  for (guint i = figures->len; i > 0; i--)
    if (!is_key_figure (figures->pdata[i - 1], dataset) ||
        atlas_belonging_of (scope, figures->pdata[i - 1], NULL) != belonging)
      g_ptr_array_remove_index (figures, i - 1);
  g_ptr_array_sort_with_data (figures, compare_weights, dataset);
  g_ptr_array_set_size (figures, (int) MIN (figures->len, N_KEY_FIGURES));
  return figures;
}

static void
add_key_figures (AtlasPanel *panel)
{
  g_autoptr (GPtrArray) figures = list_key_figures (panel, ATLAS_BELONGING_OWN);

  atlas_panel_begin_group (panel, _("Key figures"));
  for (guint i = 0; i < figures->len; i++)
    atlas_panel_add_figure (panel, figures->pdata[i]);
}

static gboolean
is_same_list (GPtrArray *a, GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return TRUE;
}

/* Adds figures that the scope shares with others below the names of these. Consecutive figures with
 * the same owners share a heading. */
static void
add_shared_figures (AtlasPanel *panel)
{
  AtlasScope *scope = atlas_navigation_get_scope (atlas_panel_get_navigation (panel));
  g_autoptr (GPtrArray) figures = list_key_figures (panel, ATLAS_BELONGING_JOINT);
  g_autoptr (GPtrArray) former = NULL;

  for (guint i = 0; i < figures->len; i++)
    {
      g_autoptr (GPtrArray) others = NULL;
      g_autofree char *words =
        atlas_belonging_describe (scope, figures->pdata[i], atlas_language_get_default ());

      atlas_belonging_of (scope, figures->pdata[i], &others);
      if (!is_same_list (former, others))
        atlas_panel_begin_group (panel, words);
      atlas_panel_add_figure (panel, figures->pdata[i]);
      g_clear_pointer (&former, g_ptr_array_unref);
      former = g_steal_pointer (&others);
    }
}

/* Adds the references with their kinds, since the list may contain several kinds. */
static void
add_references (AtlasPanel *panel, AtlasRecord *subject, AtlasRole role)
{
  AtlasDataset *dataset = atlas_panel_get_dataset (panel);
  const AtlasLanguage language = atlas_language_get_default ();
  const AtlasRecords references = atlas_dataset_get_references (dataset, subject, role);

  for (guint i = 0; i < references.len; i++)
    {
      AtlasRecord *record = atlas_records_get (&references, i);
      AtlasRow *row = atlas_panel_add (panel, record, atlas_record_get_name (record, language));

      atlas_row_take_subtitle (row, g_strdup (atlas_describe_kind (record, language)));
    }
}

static void
add_group_of_references (AtlasPanel *panel, AtlasRecord *subject, AtlasRole role)
{
  atlas_panel_begin_group (panel, atlas_label_for (ATLAS_TYPE_ROLE, (int) role,
                                                   atlas_language_get_default ()));
  add_references (panel, subject, role);
}

/* Adds the records that the subject names: members, topics and so on. */
static void
add_company (AtlasPanel *panel, AtlasRecord *subject)
{
  static const AtlasRole roles[] = {
    ATLAS_ROLE_MEMBERS,     ATLAS_ROLE_STATIONS, ATLAS_ROLE_ACTORS, ATLAS_ROLE_PARTNERS,
    ATLAS_ROLE_RESPONSIBLE, ATLAS_ROLE_ISSUER,   ATLAS_ROLE_ABOUT,
  };

  atlas_panel_begin_group (panel, _("From and to"));
  add_references (panel, subject, ATLAS_ROLE_FROM);
  add_references (panel, subject, ATLAS_ROLE_TO);
  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    add_group_of_references (panel, subject, roles[i]);
}

/* Lists partnerships, then bus routes, without the subject. */
static GPtrArray *
list_links (AtlasPanel *panel, AtlasRecord *subject)
{
  const AtlasFacts facts = atlas_panel_get_facts (panel);
  GPtrArray *links = atlas_shown_list_links (facts.scope, facts.filter, facts.part);

  g_ptr_array_remove (links, subject);
  return links;
}

/* Adds those of @links that belong to one group. */
static void
add_link_group (AtlasPanel *panel, GPtrArray *links, AtlasLinkGroup group)
{
  atlas_panel_begin_group (panel, atlas_label_for (ATLAS_TYPE_LINK_GROUP, (int) group,
                                                   atlas_language_get_default ()));
  for (guint i = 0; i < links->len; i++)
    if (atlas_link_get_group (links->pdata[i]) == group)
      atlas_panel_add_record (panel, links->pdata[i]);
}

static void
add_links (AtlasPanel *panel, AtlasRecord *subject)
{
  g_autoptr (GPtrArray) links = list_links (panel, subject);

  for (guint group = 0; group < ATLAS_N_LINK_GROUPS; group++)
    add_link_group (panel, links, (AtlasLinkGroup) group);
}

static void
add_records (AtlasPanel *panel, GPtrArray *records, AtlasRecordKind kind)
{
  atlas_panel_begin_group (panel,
                           atlas_label_for_record_kind (kind, atlas_language_get_default ()));
  for (guint i = 0; i < records->len; i++)
    atlas_panel_add_record (panel, records->pdata[i]);
}

/* Adds the places within the place in scope, and the organizations in the scope. */
static void
add_inhabitants (AtlasPanel *panel, AtlasRecord *subject)
{
  AtlasDataset *dataset = atlas_panel_get_dataset (panel);
  g_autoptr (GPtrArray) places = atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_PLACE);
  g_autoptr (GPtrArray) organizations =
    atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_ORGANIZATION);
  guint n_within = 0;

  for (guint i = 0; ATLAS_IS_PLACE (subject) && i < places->len; i++)
    if (places->pdata[i] != subject &&
        atlas_place_is_within (places->pdata[i], dataset, ATLAS_PLACE (subject)))
      places->pdata[n_within++] = places->pdata[i];
  g_ptr_array_set_size (places, (int) n_within);
  g_ptr_array_remove (organizations, subject);
  add_records (panel, places, ATLAS_RECORD_KIND_PLACE);
  add_records (panel, organizations, ATLAS_RECORD_KIND_ORGANIZATION);
}

/* Returns NULL if @count is 0. */
static AtlasRow *
add_count (AtlasPanel *panel, const char *title, guint count, const char *page)
{
  AtlasRow *row;

  if (count == 0)
    return NULL;
  row = atlas_panel_add (panel, NULL, title);
  atlas_row_take_value (row, atlas_format_number (count, atlas_language_get_default ()));
  atlas_row_set_page (row, page);
  return row;
}

static void
add_count_of_kind (AtlasPanel *panel, AtlasRecordKind kind, const char *page)
{
  g_autoptr (GPtrArray) records = atlas_panel_list_shown (panel, kind);

  add_count (panel, atlas_label_for_record_kind (kind, atlas_language_get_default ()), records->len,
             page);
}

/* Adds rows that open other pages; with @all, also for the parts of which a place or link shows the
 * first rows. */
static void
add_counts (AtlasPanel *panel, gboolean all)
{
  g_autoptr (GPtrArray) projects = atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_PROJECT);
  g_autoptr (GPtrArray) routes = atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_ROUTE);
  guint n_transport = 0;

  for (guint i = 0; i < projects->len; i++)
    n_transport += atlas_project_is_transport (projects->pdata[i]) ? 1 : 0;

  atlas_panel_begin_group (panel, _("More about this"));
  if (all)
    {
      add_count_of_kind (panel, ATLAS_RECORD_KIND_INDUSTRY, "industries");
      add_count_of_kind (panel, ATLAS_RECORD_KIND_EVENT, "timeline");
    }
  add_count_of_kind (panel, ATLAS_RECORD_KIND_PLAN, "timeline");
  add_count_of_kind (panel, ATLAS_RECORD_KIND_FIGURE, "investment");
  add_count (panel, _("Buses, roads and railways"), routes->len + n_transport, "transport");
  /* Other projects than those of the row above, so the two counts do not overlap. */
  add_count (panel,
             n_transport > 0     ? _("Other projects")
                                 : atlas_label_for_record_kind (ATLAS_RECORD_KIND_PROJECT,
                                                                atlas_language_get_default ()),
                                 projects->len - n_transport, "investment");
  if (all)
    add_count_of_kind (panel, ATLAS_RECORD_KIND_COMMITMENT, "next-steps");
}

static void
add_partners (AtlasPanel *panel)
{
  AtlasNavigation *navigation = atlas_panel_get_navigation (panel);
  g_autoptr (AtlasPartners) partners =
    atlas_partners_new (atlas_navigation_get_scope (navigation),
                        atlas_navigation_get_filter (navigation), MAX_PARTNERS);

  if (atlas_partners_get_n (partners) == 0 || atlas_partners_get_n (partners) > MAX_IN_DIAGRAM)
    return;
  atlas_panel_begin_group (panel, _("Partners"));
  atlas_row_take_content (atlas_panel_add (panel, NULL, ""), atlas_partner_diagram_new (partners));
}

/* Adds the first of @records, and a row that opens the full page. */
static void
add_part (AtlasPanel *panel,
          const char *heading,
          GPtrArray *records,
          guint most,
          AddFunc add_row,
          const char *page)
{
  atlas_panel_begin_group (panel, heading);
  for (guint i = 0; i < MIN (records->len, most); i++)
    add_row (panel, records->pdata[i]);
  /* Translators: a row that leads to a page with all events, say; their number follows. */
  add_count (panel, _("Show all"), records->len, page);
}

static void
add_row (AtlasPanel *panel, AtlasRecord *record)
{
  atlas_panel_add_record (panel, record);
}

/* Adds an industry without a detail, since the sign shows its group. */
static void
add_industry (AtlasPanel *panel, AtlasRecord *industry)
{
  atlas_row_take_subtitle (atlas_panel_add_record (panel, industry), NULL);
}

/* Returns a table from each industry to the number of its partnerships. */
static GHashTable *
count_carriers (const AtlasFacts *facts, GPtrArray *industries)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < industries->len; i++)
    {
      g_autoptr (GPtrArray) carriers =
        atlas_shown_list_carriers (facts->scope, facts->filter, facts->part, industries->pdata[i]);

      g_hash_table_insert (counts, industries->pdata[i], GUINT_TO_POINTER (carriers->len));
    }
  return counts;
}

static int
compare_carriers (gconstpointer a, gconstpointer b, gpointer counts)
{
  const guint p = GPOINTER_TO_UINT (g_hash_table_lookup (counts, *(gpointer *) a));
  const guint q = GPOINTER_TO_UINT (g_hash_table_lookup (counts, *(gpointer *) b));

  return p > q ? -1 : p < q;
}

/* Adds industries; those with most co-operations come first. */
static void
add_industries (AtlasPanel *panel)
{
  const AtlasFacts facts = atlas_panel_get_facts (panel);
  g_autoptr (GPtrArray) industries = atlas_facts_list (&facts, ATLAS_RECORD_KIND_INDUSTRY);
  g_autoptr (GHashTable) counts = count_carriers (&facts, industries);

  g_ptr_array_sort_with_data (industries, compare_carriers, counts);
  add_part (panel,
            atlas_label_for_record_kind (ATLAS_RECORD_KIND_INDUSTRY, atlas_language_get_default ()),
            industries, N_INDUSTRIES, add_industry, "industries");
}

/* Sorts the latest event first, and undated ones last. */
static int
compare_latest (gconstpointer a, gconstpointer b)
{
  const AtlasDate *p = atlas_record_get_date (*(AtlasRecord *const *) a);
  const AtlasDate *q = atlas_record_get_date (*(AtlasRecord *const *) b);

  return p == NULL || q == NULL ? (p == NULL) - (q == NULL) : atlas_date_compare (q, p);
}

static void
add_latest_events (AtlasPanel *panel)
{
  g_autoptr (GPtrArray) events = atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_EVENT);
  guint n_dated = 0;

  g_ptr_array_sort (events, compare_latest);
  for (guint i = 0; i < events->len; i++)
    n_dated += atlas_record_get_date (events->pdata[i]) != NULL ? 1 : 0;
  add_part (panel,
            atlas_panel_is_in_doubt (panel)
              ? atlas_label_for_record_kind (ATLAS_RECORD_KIND_EVENT, atlas_language_get_default ())
              : _("Latest events"), events, MIN (n_dated, N_EVENTS), add_row, "timeline");
}

static void
add_next_steps (AtlasPanel *panel)
{
  g_autoptr (GPtrArray) commitments = atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_COMMITMENT);

  add_part (panel,
            atlas_label_for_record_kind (ATLAS_RECORD_KIND_COMMITMENT,
                                         atlas_language_get_default ()),
            commitments, N_NEXT_STEPS, add_row, "next-steps");
  atlas_next_steps_panel_add_counts (panel, commitments);
}

static void
fill_for_place (AtlasPanel *panel, AtlasRecord *place)
{
  g_autoptr (GPtrArray) links = list_links (panel, place);

  if (!atlas_panel_is_in_doubt (panel))
    add_partners (panel);
  add_industries (panel);
  add_link_group (panel, links, ATLAS_LINK_GROUP_BUS);
  add_latest_events (panel);
  add_next_steps (panel);
  for (guint group = 0; group < ATLAS_N_LINK_GROUPS; group++)
    if (group != ATLAS_LINK_GROUP_BUS)
      add_link_group (panel, links, (AtlasLinkGroup) group);
  add_counts (panel, FALSE);
  add_inhabitants (panel, place);
}

/* Adds everything between the two ends. */
static void
fill_for_link (AtlasPanel *panel, AtlasRecord *link)
{
  if (!atlas_panel_is_in_doubt (panel))
    add_company (panel, link);
  add_industries (panel);
  add_links (panel, link);
  add_latest_events (panel);
  add_next_steps (panel);
  if (!atlas_panel_is_in_doubt (panel))
    add_group_of_references (panel, link, ATLAS_ROLE_PLANS);
  add_counts (panel, FALSE);
  add_inhabitants (panel, link);
}

static void
fill_for_record (AtlasPanel *panel, AtlasRecord *record)
{
  if (!atlas_panel_is_in_doubt (panel))
    add_company (panel, record);
  add_links (panel, record);
  if (!atlas_panel_is_in_doubt (panel))
    add_group_of_references (panel, record, ATLAS_ROLE_PLANS);
  add_counts (panel, TRUE);
  add_inhabitants (panel, record);
}

static void
fill_for_province (AtlasPanel *panel)
{
  add_key_figures (panel);
  add_counts (panel, TRUE);
  add_links (panel, NULL);
}

static void
atlas_overview_panel_fill (AtlasPanel *panel)
{
  AtlasScope *scope = atlas_navigation_get_scope (atlas_panel_get_navigation (panel));
  AtlasRecord *subject = atlas_scope_get_subject (scope);

  if (atlas_scope_get_other (scope) != NULL)
    {
      if (!atlas_panel_is_in_doubt (panel))
        atlas_panel_add_comparison (panel);
      return;
    }
  if (subject == NULL)
    {
      add_unsorted (panel);
      fill_for_province (panel);
      return;
    }
  if (!atlas_panel_is_in_doubt (panel))
    {
      add_summary (panel, subject);
      add_unsorted (panel);
    }
  add_key_figures (panel);
  add_shared_figures (panel);
  if (ATLAS_IS_PLACE (subject))
    fill_for_place (panel, subject);
  else if (ATLAS_IS_LINK (subject))
    fill_for_link (panel, subject);
  else
    fill_for_record (panel, subject);
}

static void
atlas_overview_panel_class_init (AtlasOverviewPanelClass *klass)
{
  ATLAS_PANEL_CLASS (klass)->fill = atlas_overview_panel_fill;
  ATLAS_PANEL_CLASS (klass)->parts_doubt = TRUE;
}

static void
atlas_overview_panel_init (AtlasOverviewPanel *self)
{
}
