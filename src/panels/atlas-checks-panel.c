/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-checks-panel.h"

#include <glib/gi18n.h>

#include "atlas-checks.h"
#include "atlas-next-steps.h"

/*
 * AtlasChecksPanel: a list model of what needs attention in the scope, by kind.
 *
 * The first row counts the kinds. Each other row leads to its record. A kind has the first rows
 * only, because a library in which nothing has an English name would have as many rows as records;
 * the rest is counted.
 */
struct _AtlasChecksPanel
{
  AtlasPanel parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasChecksPanel, atlas_checks_panel, ATLAS_TYPE_PANEL)

/* The largest number of rows of a kind. */
#define MAX_ROWS 100

static void
add_check (AtlasPanel *panel, const AtlasCheck *check)
{
  const AtlasLanguage language = atlas_language_get_default ();
  AtlasRow *row =
    atlas_panel_add (panel, check->record, atlas_record_get_name (check->record, language));

  atlas_row_take_subtitle (row,
                           atlas_check_describe (check, atlas_panel_get_dataset (panel), language));
}

/* The end of the checks that are of the same kind as that at @first. */
static guint
find_end (GArray *checks, guint first)
{
  guint end = first + 1;

  while (end < checks->len && g_array_index (checks, AtlasCheck, end).kind ==
                                g_array_index (checks, AtlasCheck, first).kind)
    end++;
  return end;
}

/* Translators: a kind of check, and how many there are. */
static char *
describe_kind (const AtlasCheck *check, guint n_checks)
{
  return g_strdup_printf (
    C_ ("to check", "%s (%u)"),
       atlas_check_kind_get_label (check->kind, atlas_language_get_default ()), n_checks);
}

/* Says how many there are of each kind, so that one need not scroll to find out. */
static void
add_counts (AtlasPanel *panel, GArray *checks)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint end;

  for (guint first = 0; first < checks->len; first = end)
    {
      g_autofree char *kind = NULL;

      end = find_end (checks, first);
      kind = describe_kind (&g_array_index (checks, AtlasCheck, first), end - first);
      g_string_append_printf (words, "%s%s", first > 0 ? " · " : "", kind);
    }
  atlas_row_set_style (atlas_panel_add (panel, NULL, words->str), ATLAS_ROW_STYLE_PROSE);
}

static void
add_kind (AtlasPanel *panel, const AtlasCheck *checks, guint n_checks)
{
  g_autofree char *heading = describe_kind (checks, n_checks);
  g_autofree char *rest = NULL;

  atlas_panel_begin_group (panel, heading);
  for (guint i = 0; i < MIN (n_checks, MAX_ROWS); i++)
    add_check (panel, &checks[i]);
  if (n_checks <= MAX_ROWS)
    return;
  rest =
    g_strdup_printf (ngettext ("%u more", "%u more", n_checks - MAX_ROWS), n_checks - MAX_ROWS);
  atlas_row_set_style (atlas_panel_add (panel, NULL, rest), ATLAS_ROW_STYLE_REMARK);
}

static void
atlas_checks_panel_fill (AtlasPanel *panel)
{
  const AtlasDate today = atlas_next_steps_get_today ();
  g_autoptr (GArray) checks =
    atlas_checks_new (atlas_navigation_get_scope (atlas_panel_get_navigation (panel)),
                      atlas_base_map_get_default (), &today);
  guint end;

  if (checks->len == 0)
    return;
  add_counts (panel, checks);
  for (guint first = 0; first < checks->len; first = end)
    {
      end = find_end (checks, first);
      add_kind (panel, &g_array_index (checks, AtlasCheck, first), end - first);
    }
}

static void
atlas_checks_panel_class_init (AtlasChecksPanelClass *klass)
{
  ATLAS_PANEL_CLASS (klass)->fill = atlas_checks_panel_fill;
}

static void
atlas_checks_panel_init (AtlasChecksPanel *self)
{
}
