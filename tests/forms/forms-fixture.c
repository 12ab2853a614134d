/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "forms-fixture.h"

#include "atlas-test-display.h"
#include "atlas-test-reading.h"

/* Functions that find and use the controls of a form. */

/* Returns the bundled dataset. */
AtlasDataset *
forms_fixture_read_jilin (void)
{
  g_autoptr (GBytes) bytes = atlas_test_load ("data/jilin.json");
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset =
    atlas_reader_read_bytes ("jilin.json", bytes, ATLAS_READER_STRICT, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

static gboolean
has_member (GtkWidget *widget, const char *member)
{
  return ATLAS_IS_FIELD (widget) &&
         g_str_equal (atlas_field_get_name (ATLAS_FIELD (widget)), member);
}

/* Returns the first field of @member within @root, and asserts that there is one. */
AtlasField *
forms_fixture_get_field (gpointer root, const char *member)
{
  GtkWidget *field = atlas_test_find (root, has_member, member);

  g_assert_nonnull (field);
  return ATLAS_FIELD (field);
}

/* Returns the first widget of a type in the field of @member. */
gpointer
forms_fixture_get_control (gpointer root, const char *member, const char *type_name)
{
  GtkWidget *control = atlas_test_find_type (forms_fixture_get_field (root, member), type_name);

  g_assert_nonnull (control);
  return control;
}

/* Sets the text of the entry of @member. */
void
forms_fixture_type (gpointer root, const char *member, const char *text)
{
  gtk_editable_set_text (forms_fixture_get_control (root, member, "GtkEntry"), text);
}

/* Sets the text of the first text view of @member. */
void
forms_fixture_write (gpointer root, const char *member, const char *text)
{
  GtkTextView *view = forms_fixture_get_control (root, member, "GtkTextView");

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}
