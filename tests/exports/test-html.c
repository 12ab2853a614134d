/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-export.h"

#include <glib/gstdio.h>
#include <libxml/HTMLparser.h>
#include <string.h>

#include "atlas-partnership.h"
#include "atlas-place.h"
#include "atlas-translation.h"
#include "pages-fixture.h"

/* The largest size of the web page about the whole province, in bytes. */
#define MAX_SIZE 1500000

#define ATTACK                                                                                     \
  "\"'><script>alert(1)</script></title></style><img src=x onerror=alert(1)>]]>&lt;\x01"

static AtlasDataset *dataset;
static char *folder;
static char *province; /* the page about the whole province */

static char *
write_with (AtlasDataset *from,
            const char *scope_id,
            AtlasFilter *filter,
            const AtlasExportOptions *options)
{
  g_autoptr (AtlasScope) scope = pages_fixture_new_scope (from, scope_id);
  g_autofree char *path = g_build_filename (folder, "page.html", NULL);
  g_autoptr (GError) error = NULL;
  char *contents;

  atlas_export_file (from, scope, filter, options, path, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_no_errno (g_remove (path));
  return contents;
}

static char *
write_page (AtlasDataset *from, const char *scope_id, AtlasFilter *filter, AtlasLanguage language)
{
  const AtlasExportOptions options = { .summary = { .parts = ATLAS_SUMMARY_PARTS_ALL,
                                                    .page.language = language } };

  return write_with (from, scope_id, filter, &options);
}

typedef void (*VisitFunc) (xmlNode *node, gpointer data);

static void
visit (xmlNode *node, VisitFunc func, gpointer data)
{
  for (; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      {
        func (node, data);
        visit (node->children, func, data);
      }
}

/* Reads the page as a browser does: elements that the parser does not know are no fault. */
static void
visit_page (const char *page, VisitFunc func, gpointer data)
{
  htmlDocPtr document =
    htmlReadMemory (page, (int) strlen (page), NULL, "UTF-8",
                    HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);

  g_assert_nonnull (document);
  visit (xmlDocGetRootElement (document), func, data);
  xmlFreeDoc (document);
}

static guint
count (const char *page, const char *words)
{
  guint n_found = 0;

  for (const char *at = strstr (page, words); at != NULL; at = strstr (at + 1, words))
    n_found++;
  return n_found;
}

/* One file has the facts, the citations and what every map must say, in three languages. */
static void
test_contents (void)
{
  static const char *const words[] = {
    "<article class=\"zh\" id=\"zh\" lang=\"zh-CN\">",
    "<article class=\"en\" id=\"en\" lang=\"en\">",
    "<article class=\"ko\" id=\"ko\" lang=\"ko\">",
    ">吉林省城市联动图集</h1>",
    "示意图，不作为划界依据",
    "Sketch map, not for delimiting boundaries",
    "GeoNames (CC BY 4.0)",
    ">四平市</text>",
    ">Siping</text>",
    ">쓰핑시</text>",
    "id=\"zh-r-bus-liaoyuan-siping\"",
    "id=\"en-r-bus-liaoyuan-siping\"",
    "id=\"ko-note-1\"",
    "href=\"#en-source-1\"",
    "default-src 'none'",
    "prefers-color-scheme: dark",
    "@media print",
  };
  const char *page = province;

  g_assert_true (g_str_has_prefix (page, "<!DOCTYPE html>\n<html lang=\"zh-CN\">"));
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (strstr (page, words[i]) == NULL)
        g_test_message ("missing: %s", words[i]);
      g_assert_nonnull (strstr (page, words[i]));
    }
  g_test_message ("%" G_GSIZE_FORMAT " bytes", strlen (page));
  g_assert_cmpuint (strlen (page), <, MAX_SIZE);
}

/* The land, the largest part of a map, is there once. */
static void
test_shared_land (void)
{
  g_autofree char *page = write_page (dataset, "siping", NULL, ATLAS_LANGUAGE_ZH);

  g_assert_cmpuint (count (page, "class=\"land\""), ==, 1);
  g_assert_cmpuint (count (page, "href=\"#land-1\""), ==, 3);
  g_assert_cmpuint (count (page, "id=\"land-1\""), ==, 1);
}

static void
test_shown_language (void)
{
  for (guint i = 0; i < ATLAS_N_LANGUAGES; i++)
    {
      g_autofree char *page = write_page (dataset, "siping", NULL, (AtlasLanguage) i);
      const char *code = atlas_language_get_code ((AtlasLanguage) i);
      g_autofree char *button =
        g_strdup_printf ("id=\"show-%s\" autocomplete=\"off\" checked", code);

      g_assert_nonnull (strstr (page, button));
      g_assert_cmpuint (count (page, "checked>"), ==, 1);
    }
}

typedef struct
{
  GHashTable *ids;
  GPtrArray *links;
} Links;

static void
collect_links (xmlNode *node, gpointer data)
{
  Links *links = data;
  xmlChar *id = xmlGetProp (node, (const xmlChar *) "id");
  xmlChar *link = xmlGetProp (node, (const xmlChar *) "href");

  if (id != NULL)
    g_assert_true (g_hash_table_add (links->ids, g_strdup ((const char *) id)));
  if (link != NULL)
    g_ptr_array_add (links->links, g_strdup ((const char *) link));
  xmlFree (id);
  xmlFree (link);
}

/* No id is there twice, and each link leads to one. */
static void
test_links (void)
{
  const char *page = province;
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_free);

  visit_page (page, collect_links, &(Links) { ids, links });
  g_assert_cmpuint (links->len, >, 500);
  for (guint i = 0; i < links->len; i++)
    {
      const char *link = links->pdata[i];

      g_assert_true (*link == '#');
      if (!g_hash_table_contains (ids, link + 1))
        g_test_message ("%s leads nowhere", link);
      g_assert_true (g_hash_table_contains (ids, link + 1));
    }
}

/* Apart from namespaces, the page has no address. */
static void
test_addresses (void)
{
  const char *page = province;

  g_assert_cmpuint (count (page, "://"), ==, count (page, "http://www.w3.org/"));
  g_assert_cmpuint (count (page, "url("), ==, count (page, "url(#"));
  g_assert_cmpuint (count (page, "src="), ==, 0);
  g_assert_cmpuint (count (page, "@import"), ==, 0);
}

static AtlasRecord *
new_place (const char *id, double latitude)
{
  g_autoptr (AtlasText) text = atlas_text_new (ATTACK, ATTACK, ATTACK);

  return g_object_new (ATLAS_TYPE_PLACE, "id", id, "name", text, "summary", text, "latitude",
                       latitude, "longitude", 125.3, NULL);
}

static AtlasDataset *
new_hostile_dataset (void)
{
  AtlasDataset *own = atlas_dataset_new ();
  g_autoptr (AtlasText) text = atlas_text_new (ATTACK, ATTACK, ATTACK);
  g_autoptr (AtlasRecord) one = new_place ("one\" onload=\"alert(1)", 43.9);
  g_autoptr (AtlasRecord) other = new_place ("<script>", 43.2);
  g_autoptr (AtlasRecord) link = g_object_new (ATLAS_TYPE_PARTNERSHIP, "id", "'><b>", "name", text,
                                               "summary", text, "note", text, NULL);

  g_assert_true (atlas_dataset_add (own, one));
  g_assert_true (atlas_dataset_add (own, other));
  g_assert_true (atlas_dataset_add (own, link));
  atlas_record_add_reference (link, ATLAS_ROLE_MEMBERS, one);
  atlas_record_add_reference (link, ATLAS_ROLE_MEMBERS, other);
  atlas_dataset_complete (own);
  return own;
}

static void
assert_harmless (xmlNode *node, gpointer n_scripts)
{
  static const char *const unexpected[] = { "img",           "iframe", "object",        "embed",
                                            "link",          "base",   "form",          "image",
                                            "foreignobject", "b",      "foreignObject", NULL };

  g_assert_false (g_strv_contains (unexpected, (const char *) node->name));
  if (strcmp ((const char *) node->name, "script") == 0)
    ++*(guint *) n_scripts;
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    g_assert_false (g_str_has_prefix ((const char *) attribute->name, "on"));
}

/* No text of a dataset becomes an element or an attribute. */
static void
test_hostile (void)
{
  g_autoptr (AtlasDataset) own = new_hostile_dataset ();
  g_autofree char *page = write_page (own, NULL, NULL, ATLAS_LANGUAGE_ZH);
  guint n_scripts = 0;

  visit_page (page, assert_harmless, &n_scripts);
  g_assert_cmpuint (n_scripts, ==, 1);
  g_assert_cmpuint (count (page, "</script>"), ==, 1);
  g_assert_cmpuint (count (page, "</style>"), ==, 2);
  g_assert_cmpuint (count (page, "\x01"), ==, 0);
  g_assert_cmpuint (count (page, "&lt;script&gt;alert(1)&lt;/script&gt;"), >, 9);
  /* On each map, the point and the name of a place whose id has blanks lead to its row. */
  g_assert_cmpuint (count (page, "<a class=\"place\" data-id=\"one%22%20onload=%22alert(1)\""), ==,
                    2 * ATLAS_N_LANGUAGES);
}

/* What the filter hides is nowhere in the page. */
static void
test_filter (void)
{
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autofree char *some = NULL;

  g_assert_nonnull (strstr (province, "bus-baishan-tonghua"));
  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_BUS, FALSE);
  some = write_page (dataset, NULL, filter, ATLAS_LANGUAGE_ZH);
  g_assert_null (strstr (some, "bus-baishan-tonghua"));
}

/* The page of a partial dataset says so, in each language. */
static void
test_left_out (void)
{
  g_autoptr (AtlasDataset) own = atlas_test_dataset_read_jilin ();
  g_autofree char *page = NULL;

  atlas_dataset_set_left_out (own, 2, 3);
  page = write_page (own, "siping", NULL, ATLAS_LANGUAGE_ZH);
  g_assert_nonnull (strstr (page, "2 records of the data file have faults and are left out."));
}

/* Chinese words in the other languages are marked, so that they get Chinese letters. */
static void
test_chinese_letters (void)
{
  g_autoptr (AtlasDataset) own = atlas_dataset_new ();
  g_autoptr (AtlasText) text = atlas_text_new ("甲", "Stop 长春、站 2", "정류장 站");
  g_autoptr (AtlasRecord) place = g_object_new (ATLAS_TYPE_PLACE, "id", "stop", "name", text, NULL);
  g_autofree char *page = NULL;

  g_assert_true (atlas_dataset_add (own, place));
  atlas_dataset_complete (own);
  page = write_page (own, "stop", NULL, ATLAS_LANGUAGE_EN);
  g_assert_nonnull (strstr (page, "Stop <span lang=\"zh-CN\">长春、站</span> 2</h1>"));
  g_assert_nonnull (strstr (page, "정류장 <span lang=\"zh-CN\">站</span></h1>"));
  g_assert_nonnull (strstr (page, ">甲</h1>"));
}

/* The page of a tour has its title, and for each view a chapter with its sentence and its map. */
static void
test_tour (void)
{
  AtlasTour *tour = atlas_dataset_get_tours (dataset)->pdata[0];
  const AtlasExportOptions options = {
    .summary = { .parts = ATLAS_SUMMARY_PARTS_ALL, .kind = ATLAS_SUMMARY_KIND_TOUR, .tour = tour }
  };
  g_autofree char *page = write_with (dataset, NULL, NULL, &options);
  g_autofree char *title = g_strdup_printf (
    "<h1>%s</h1>", atlas_text_get (atlas_tour_get_title (tour), ATLAS_LANGUAGE_ZH));
  const guint n_views = ATLAS_N_LANGUAGES * atlas_tour_get_n_steps (tour);

  g_assert_nonnull (strstr (page, title));
  g_assert_cmpuint (count (page, "<h1"), ==, ATLAS_N_LANGUAGES);
  g_assert_cmpuint (count (page, "<h2 class=\"chapter\""), ==, n_views);
  g_assert_cmpuint (count (page, "<p class=\"lead\">"), ==, n_views);
  g_assert_cmpuint (count (page, "<figure class=\"map\">"), ==, n_views);
}

int
main (int argc, char **argv)
{
  g_autofree char *catalogues = NULL;
  int status;

  g_setenv ("SOURCE_DATE_EPOCH", "1622332800", TRUE);
  g_test_init (&argc, &argv, NULL);
  catalogues = g_test_build_filename (G_TEST_BUILT, "po", NULL);
  atlas_translation_set_directory (catalogues);
  dataset = atlas_test_dataset_read_jilin ();
  folder = g_dir_make_tmp ("atlas-html-XXXXXX", NULL);
  province = write_page (dataset, NULL, NULL, ATLAS_LANGUAGE_ZH);
  g_test_add_func ("/exports/html/contents", test_contents);
  g_test_add_func ("/exports/html/shared-land", test_shared_land);
  g_test_add_func ("/exports/html/shown-language", test_shown_language);
  g_test_add_func ("/exports/html/links", test_links);
  g_test_add_func ("/exports/html/addresses", test_addresses);
  g_test_add_func ("/exports/html/hostile", test_hostile);
  g_test_add_func ("/exports/html/filter", test_filter);
  g_test_add_func ("/exports/html/left-out", test_left_out);
  g_test_add_func ("/exports/html/chinese-letters", test_chinese_letters);
  g_test_add_func ("/exports/html/tour", test_tour);
  status = g_test_run ();
  g_assert_no_errno (g_rmdir (folder));
  g_free (folder);
  g_free (province);
  g_object_unref (dataset);
  return status;
}
