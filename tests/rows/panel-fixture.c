/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "panel-fixture.h"

#include <string.h>

#include "atlas-reader.h"
#include "atlas-test-dataset.h"

/* The panel has a reference to the row. */
static AtlasRow *
peek_row (GListModel *rows, guint position)
{
  g_autoptr (AtlasRow) row = g_list_model_get_item (rows, position);

  return row;
}

/* Takes ownership of @dataset. */
static PanelFixture *
make_fixture (GType panel_type, AtlasDataset *dataset)
{
  PanelFixture *self = g_new0 (PanelFixture, 1);

  atlas_language_set_default (ATLAS_LANGUAGE_EN);
  self->dataset = dataset;
  self->navigation = atlas_navigation_new ();
  atlas_navigation_set_dataset (self->navigation, dataset);
  self->panel = g_object_new (panel_type, "navigation", self->navigation, "active", TRUE, NULL);
  return self;
}

PanelFixture *
panel_fixture_new (GType panel_type)
{
  return make_fixture (panel_type, atlas_test_dataset_new ());
}

/* Creates a dataset; @arrays are members of the file with ' instead of ". */
PanelFixture *
panel_fixture_new_for_json (GType panel_type, const char *arrays)
{
  const char *sources = strstr (arrays, "'sources'") != NULL
                          ? ""
                          : "'sources': [{'id': 's', 'name': 'S', 'title': 'S',"
                            "'sections': [{'id': '1', 'paragraphs': 1}]}],";
  g_autofree char *json = g_strconcat ("{'format': 'jilin-atlas', 'version': 1, 'title': 'Test',"
                                       "'date': '2021',",
                                       sources, arrays, "}", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (g_strdelimit (json, "'", '"'), strlen (json));
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset =
    atlas_reader_read_bytes ("test", bytes, ATLAS_READER_STRICT, NULL, NULL, &error);

  g_assert_no_error (error);
  return make_fixture (panel_type, dataset);
}

PanelFixture *
panel_fixture_new_for_jilin (GType panel_type)
{
  return make_fixture (panel_type, atlas_test_dataset_read_jilin ());
}

void
panel_fixture_free (PanelFixture *self)
{
  g_assert_finalize_object (self->panel);
  g_assert_finalize_object (self->navigation);
  g_object_unref (self->dataset);
  g_free (self);
}

void
panel_fixture_visit (PanelFixture *self, const char *id)
{
  atlas_navigation_visit (self->navigation,
                          id != NULL ? atlas_test_dataset_get (self->dataset, id) : NULL);
}

static void
append_words (GString *line, const char *before, const char *words)
{
  if (words != NULL)
    g_string_append_printf (line, "%s%s", before, words);
}

static void
append_links (GString *line, AtlasRow *row)
{
  GPtrArray *links = atlas_row_get_links (row);

  append_words (line, " & ", atlas_row_get_lead (row));
  for (guint i = 0; links != NULL && i < links->len; i++)
    g_string_append_printf (line, "[%s]",
                            atlas_record_get_name (links->pdata[i], ATLAS_LANGUAGE_EN));
}

char *
panel_fixture_dump (PanelFixture *self)
{
  GListModel *rows = G_LIST_MODEL (self->panel);
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      AtlasRow *row = peek_row (rows, i);

      if (atlas_row_is_first (row))
        g_string_append_printf (
          lines, "%s:\n", atlas_row_get_heading (row) != NULL ? atlas_row_get_heading (row) : "");
      g_string_append_printf (lines, "  %s", atlas_row_get_title (row));
      append_words (lines, " = ", atlas_row_get_value (row));
      append_words (lines, " ", atlas_row_get_change (row));
      append_words (lines, " | ", atlas_row_get_subtitle (row));
      append_links (lines, row);
      append_words (lines, " > ", atlas_row_get_page (row));
      if (atlas_row_get_content (row) != NULL)
        append_words (lines, "", G_OBJECT_TYPE_NAME (atlas_row_get_content (row)));
      g_string_append_c (lines, '\n');
      /* The next row begins a group exactly if this one ends a group. */
      g_assert_cmpint (atlas_row_is_last (row), ==,
                       i + 1 == g_list_model_get_n_items (rows) ||
                         atlas_row_is_first (peek_row (rows, i + 1)));
    }
  return g_string_free (lines, FALSE);
}

AtlasRow *
panel_fixture_find (PanelFixture *self, const char *id)
{
  GListModel *rows = G_LIST_MODEL (self->panel);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      AtlasRow *row = peek_row (rows, i);

      if (atlas_row_get_record (row) != NULL &&
          g_str_equal (atlas_record_get_id (atlas_row_get_record (row)), id))
        return row;
    }
  g_error ("No row is about %s", id);
}
