/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-document-view.h"

#include <glib/gstdio.h>
#include <string.h>

#include "atlas-place.h"
#include "atlas-source.h"
#include "atlas-test-dataset.h"
#include "atlas-test-display.h"

typedef struct
{
  AtlasDataset *dataset;
  GtkWidget *view;
  char *folder;
} Fixture;

#define NUMBER "〔2021〕17号\n"

static const char document[] =
  NUMBER "一、关于天气\n早上下雨。\n二、关于小猫\n三、关于小狗\n（一）名字\n小狗叫小白。\n"
         "（二）吃饭\n小狗吃肉。\n小狗喝水。\n小狗睡了。\n";

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->dataset = atlas_test_dataset_new ();
  fixture->folder = g_dir_make_tmp ("atlas-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->view = g_object_ref_sink (atlas_document_view_new ());
  atlas_document_view_set_record (ATLAS_DOCUMENT_VIEW (fixture->view), fixture->dataset,
                                  atlas_test_dataset_get (fixture->dataset, "total"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (fixture->view, "document.remove", NULL);
  atlas_test_settle ();
  g_assert_finalize_object (fixture->view);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->dataset);
}

/* Whether a visible label has the text @words. */
static gboolean
says (GtkWidget *root, const char *words)
{
  if (!gtk_widget_get_visible (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), words) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (says (child, words))
      return TRUE;
  return FALSE;
}

static void
await_words (Fixture *fixture, const char *words)
{
  g_test_message ("%s", words);
  await (says (fixture->view, words));
}

/* Attaches a file, waits until the view shows @words, and deletes the file. */
static void
attach (Fixture *fixture, const char *name, const char *contents, const char *words)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  atlas_document_view_attach (ATLAS_DOCUMENT_VIEW (fixture->view), file);
  await_words (fixture, words);
  g_assert_true (says (fixture->view, name));
  g_unlink (path);
}

/* Tries to attach a file that cannot be used; @words is the expected reason. */
static void
try_to_attach (Fixture *fixture, const char *name, const char *contents, const char *words)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  g_assert_true (g_file_set_contents (path, contents, -1, NULL));
  atlas_document_view_attach (ATLAS_DOCUMENT_VIEW (fixture->view), file);
  await_words (fixture, words);
  g_assert_false (says (fixture->view, name));
  g_assert_true (says (fixture->view, "Attach the Document…"));
  g_unlink (path);
}

/* Only the cited paragraph, 3.2 ¶2, is shown. */
static void
test_text (Fixture *fixture, gconstpointer data)
{
  g_assert_true (says (fixture->view, "Attach the Document…"));
  attach (fixture, "text.txt", document, "小狗喝水。");
  g_assert_false (says (fixture->view, "小狗吃肉。"));
  g_assert_false (says (fixture->view, "counted otherwise"));
  g_assert_false (says (fixture->view, "Attach the Document…"));

  gtk_widget_activate_action (fixture->view, "document.remove", NULL);
  g_assert_true (says (fixture->view, "Attach the Document…"));
  g_assert_false (says (fixture->view, "小狗喝水。"));
}

/* A document attached for a source is used for every record that cites it, until it is removed. */
static void
test_remembers (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "text.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GtkWidget) other = g_object_ref_sink (atlas_document_view_new ());

  g_assert_true (g_file_set_contents (path, document, -1, NULL));
  atlas_document_view_attach (ATLAS_DOCUMENT_VIEW (fixture->view), file);
  await_words (fixture, "小狗喝水。");
  atlas_document_view_set_record (ATLAS_DOCUMENT_VIEW (other), fixture->dataset,
                                  atlas_test_dataset_get (fixture->dataset, "changping"));
  await (says (other, "小狗吃肉。"));
  atlas_document_view_set_record (ATLAS_DOCUMENT_VIEW (other), fixture->dataset,
                                  atlas_test_dataset_get (fixture->dataset, "signed"));
  g_assert_false (gtk_widget_get_visible (other));
  g_unlink (path);
}

/* Text is never parsed as markup. */
static void
test_markup (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text =
    g_strconcat (NUMBER "三、甲\n（二）乙\n丙\n<b>丁</b> <a href=\"file:///\">戊</a>\n己\n", NULL);

  attach (fixture, "text.txt", text, "<b>丁</b> <a href=\"file:///\">戊</a>");
}

static void
test_faults (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none.txt", NULL);
  g_autoptr (GFile) none = g_file_new_for_path (path);
  g_autoptr (GFile) remote = g_file_new_for_uri ("http://example.org/text.txt");

  try_to_attach (fixture, "a.txt", "早上下雨。\n", "has no numbered headings");
  try_to_attach (fixture, "b.txt", "三、甲\n（二）乙\n丙\n丁\n戊\n", "may be another one");
  try_to_attach (fixture, "c.txt", "\xff\xff", "neither plain text nor a PDF");
  try_to_attach (fixture, "d.docx", "PK\x03\x04", "of a word processor or spreadsheet");
  atlas_document_view_attach (ATLAS_DOCUMENT_VIEW (fixture->view), none);
  await_words (fixture, "No such file");
  atlas_document_view_attach (ATLAS_DOCUMENT_VIEW (fixture->view), remote);
  await_words (fixture, "Only a file on this computer");

  attach (fixture, "e.txt", NUMBER "三、甲\n（二）乙\n丙\n", "The paragraph was not found");
  attach (fixture, "f.txt", NUMBER "三、甲\n（二）乙\n丙\n丁\n戊\n己\n庚\n（三）辛\n",
          "counted otherwise");
  attach (fixture, "g.pdf", "%PDF-1.7\n", "A PDF opens in the program");
}

/* A web page in its declared encoding, with its paragraphs in a table. */
static void
test_web_page (Fixture *fixture, gconstpointer data)
{
  const char *page = "<!DOCTYPE html><html><head><meta charset=gb2312><title>x</title></head><body>"
                     "<h1>" NUMBER "</h1><p>三、关于小狗</p><p>（二）吃饭</p><table>"
                     "<tr><td>小狗吃肉。<tr><td>小狗喝水。<tr><td>小狗睡了。</table></body></html>";
  g_autofree char *converted = g_convert (page, -1, "GB18030", "UTF-8", NULL, NULL, NULL);

  attach (fixture, "page.html", converted, "小狗喝水。");
  g_assert_false (says (fixture->view, "小狗吃肉。"));
  g_assert_false (says (fixture->view, "counted otherwise"));
}

/* Another dataset has another document for a source with the same id. */
static void
test_other_dataset (Fixture *fixture, gconstpointer data)
{
  g_autoptr (AtlasDataset) other = atlas_dataset_new ();
  g_autoptr (AtlasText) title = atlas_text_new ("别的图集", NULL, NULL);
  g_autoptr (AtlasRecord) source =
    g_object_new (ATLAS_TYPE_SOURCE, "id", "reply", "number", "〔2021〕17号", NULL);
  g_autoptr (AtlasRecord) place = g_object_new (ATLAS_TYPE_PLACE, "id", "x", NULL);
  g_autoptr (GtkWidget) view = g_object_ref_sink (atlas_document_view_new ());

  atlas_source_add_section (ATLAS_SOURCE (source), "3.2", NULL, 3);
  atlas_dataset_add (other, source);
  atlas_dataset_add (other, place);
  atlas_record_add_citation (place, source, "3.2", 2);
  atlas_dataset_set_head (other, title, NULL, NULL);
  atlas_dataset_complete (other);

  attach (fixture, "text.txt", document, "小狗喝水。");
  atlas_document_view_set_record (ATLAS_DOCUMENT_VIEW (view), other, place);
  atlas_test_settle ();
  g_assert_false (says (view, "text.txt"));
  g_assert_true (says (view, "Attach the Document…"));
}

int
main (int argc, char *argv[])
{
#define ADD(name)                                                                                  \
  g_test_add ("/document-view/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  atlas_test_display_init (&argc, &argv);
  ADD (text);
  ADD (remembers);
  ADD (markup);
  ADD (faults);
  ADD (web_page);
  ADD (other_dataset);
#undef ADD
  return g_test_run ();
}
