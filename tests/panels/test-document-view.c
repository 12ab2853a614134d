/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-document-view.h"

#include <glib/gstdio.h>
#include <string.h>

#include "atlas-test-dataset.h"
#include "atlas-test-display.h"

typedef struct
{
  AtlasDataset *dataset;
  GtkWidget    *view;
  char         *folder;
} Fixture;

static const char document[] = "一、关于天气\n早上下雨。\n二、关于小猫\n三、关于小狗\n（一）名字\n小狗叫小白。\n"
                               "（二）吃饭\n小狗吃肉。\n小狗喝水。\n小狗睡了。\n";

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->dataset = atlas_test_dataset_new ();
  fixture->folder = g_dir_make_tmp ("atlas-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->view = g_object_ref_sink (atlas_document_view_new ());
  atlas_document_view_set_record (ATLAS_DOCUMENT_VIEW (fixture->view),
                                  atlas_test_dataset_get (fixture->dataset, "total"));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  gtk_widget_activate_action (fixture->view, "document.remove", NULL);
  atlas_test_settle ();
  g_assert_finalize_object (fixture->view);
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_object_unref (fixture->dataset);
}

/* Whether a label says @words, and is to be seen. */
static gboolean
says (GtkWidget  *root,
      const char *words)
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
await_words (Fixture    *fixture,
             const char *words)
{
  g_test_message ("%s", words);
  await (says (fixture->view, words));
}

/* The file is gone when the view has said @words of it. */
static void
attach (Fixture    *fixture,
        const char *name,
        const char *contents,
        const char *words)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  atlas_document_view_attach (ATLAS_DOCUMENT_VIEW (fixture->view), file);
  g_assert_true (says (fixture->view, name));
  await_words (fixture, words);
  g_unlink (path);
}

/* The cited paragraph, 3.2 ¶2, and no other. */
static void
test_text (Fixture      *fixture,
           gconstpointer data)
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

/* What is attached for a source is there for every record that cites it, until it is removed. */
static void
test_remembers (Fixture      *fixture,
                gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "text.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GtkWidget) other = g_object_ref_sink (atlas_document_view_new ());

  g_assert_true (g_file_set_contents (path, document, -1, NULL));
  atlas_document_view_attach (ATLAS_DOCUMENT_VIEW (fixture->view), file);
  atlas_document_view_set_record (ATLAS_DOCUMENT_VIEW (other),
                                  atlas_test_dataset_get (fixture->dataset, "changping"));
  await (says (other, "小狗吃肉。"));
  atlas_document_view_set_record (ATLAS_DOCUMENT_VIEW (other),
                                  atlas_test_dataset_get (fixture->dataset, "signed"));
  g_assert_false (gtk_widget_get_visible (other));
  await_words (fixture, "小狗喝水。");
  g_unlink (path);
}

/* Text is never markup. */
static void
test_markup (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *text = g_strconcat ("三、甲\n（二）乙\n丙\n<b>丁</b> <a href=\"file:///\">戊</a>\n己\n",
                                       NULL);

  attach (fixture, "text.txt", text, "<b>丁</b> <a href=\"file:///\">戊</a>");
}

static void
test_faults (Fixture      *fixture,
             gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "none.txt", NULL);
  g_autoptr (GFile) none = g_file_new_for_path (path);
  g_autoptr (GFile) remote = g_file_new_for_uri ("http://example.org/text.txt");

  attach (fixture, "a.txt", "三、甲\n（二）乙\n丙\n", "The paragraph was not found");
  attach (fixture, "b.txt", "三、甲\n（二）乙\n丙\n丁\n戊\n己\n庚\n（三）辛\n",
          "counted otherwise");
  attach (fixture, "c.txt", "\xff\xff", "neither plain text nor a PDF");
  attach (fixture, "d.pdf", "%PDF-1.7\n", "A PDF opens in the program");
  atlas_document_view_attach (ATLAS_DOCUMENT_VIEW (fixture->view), none);
  await_words (fixture, "No such file");
  atlas_document_view_attach (ATLAS_DOCUMENT_VIEW (fixture->view), remote);
  await_words (fixture, "Only a file on this computer");
}

int
main (int   argc,
      char *argv[])
{
#define ADD(name) g_test_add ("/document-view/" #name, Fixture, NULL, set_up, test_##name, tear_down)
  atlas_test_display_init (&argc, &argv);
  ADD (text);
  ADD (remembers);
  ADD (markup);
  ADD (faults);
#undef ADD
  return g_test_run ();
}
