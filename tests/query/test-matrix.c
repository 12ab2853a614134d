/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-dataset.h"

#include <string.h>

#include "atlas-matrix.h"
#include "atlas-reader.h"

static AtlasMatrix *
make_matrix (AtlasDataset *dataset, AtlasFilter *filter, const char *id)
{
  g_autoptr (AtlasScope) scope =
    atlas_scope_new (dataset, id != NULL ? atlas_test_dataset_get (dataset, id) : NULL);
  g_autoptr (AtlasFilter) open = atlas_filter_new ();

  return atlas_matrix_new (scope, filter != NULL ? filter : open);
}

/* Returns the matrix as text: a line for each row, "·" for an empty cell, "!" after highlighted
 * links. */
static char *
dump (AtlasMatrix *matrix)
{
  GString *lines = g_string_new (NULL);

  for (guint column = 0; column < atlas_matrix_get_n_columns (matrix); column++)
    g_string_append_printf (
      lines, " %s", atlas_record_get_id (ATLAS_RECORD (atlas_matrix_get_column (matrix, column))));
  for (guint row = 0; row < atlas_matrix_get_n_rows (matrix); row++)
    {
      g_string_append_printf (
        lines, "\n%s:", atlas_record_get_id (ATLAS_RECORD (atlas_matrix_get_row (matrix, row))));
      for (guint column = 0; column < atlas_matrix_get_n_columns (matrix); column++)
        {
          AtlasLink *link = atlas_matrix_get_link (matrix, row, column);
          GPtrArray *industries = link != NULL ? atlas_matrix_get_industries (matrix, link) : NULL;

          if (link == NULL)
            g_string_append (lines, " ·");
          else
            g_string_append_printf (lines, " %s%s(", atlas_record_get_id (ATLAS_RECORD (link)),
                                    atlas_matrix_is_link_lit (matrix, link) ? "!" : "");
          for (guint i = 0; industries != NULL && i < industries->len; i++)
            g_string_append_printf (
              lines, "%s%s%s", i > 0 ? " " : "", atlas_record_get_id (industries->pdata[i]),
              atlas_matrix_is_lit (matrix, link, industries->pdata[i]) ? "!" : "");
          if (link != NULL)
            g_string_append_c (lines, ')');
        }
    }
  return g_string_free (lines, FALSE);
}

static void
assert_matrix (AtlasMatrix *matrix, const char *expected)
{
  g_autofree char *words = dump (matrix);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_new_destroy (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();

  g_assert_finalize_object (make_matrix (dataset, NULL, NULL));
}

static void
test_province (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasMatrix) matrix = make_matrix (dataset, NULL, NULL);

  assert_matrix (matrix, " zone-auto zone-new-area\n"
                         "siping: siping-auto!(parts!) ·\n"
                         "liaoyuan: · liaoyuan-new!(medicine!)");
}

/* A scope highlights its cells; the other cells stay, like lines on the map. */
static void
test_place (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasMatrix) matrix = make_matrix (dataset, NULL, "siping");

  assert_matrix (matrix, " zone-auto zone-new-area\n"
                         "siping: siping-auto!(parts!) ·\n"
                         "liaoyuan: · liaoyuan-new(medicine)");
  g_assert_true (atlas_matrix_is_row_lit (matrix, 0));
  g_assert_false (atlas_matrix_is_row_lit (matrix, 1));
  g_assert_true (atlas_matrix_is_column_lit (matrix, 0));
  g_assert_false (atlas_matrix_is_column_lit (matrix, 1));
}

static void
test_filter (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasMatrix) before = make_matrix (dataset, filter, NULL);
  g_autoptr (AtlasMatrix) without_medicine = NULL;
  g_autoptr (AtlasMatrix) without_zones = NULL;

  atlas_filter_set_shows (filter, ATLAS_FACET_INDUSTRIES, ATLAS_INDUSTRY_GROUP_MEDICINE, FALSE);
  without_medicine = make_matrix (dataset, filter, NULL);
  assert_matrix (without_medicine, " zone-auto\n"
                                   "siping: siping-auto!(parts!)");
  g_assert_false (atlas_matrix_has_same_cells (before, without_medicine));

  atlas_filter_set_shows (filter, ATLAS_FACET_LINKS, ATLAS_LINK_GROUP_ZONE, FALSE);
  without_zones = make_matrix (dataset, filter, NULL);
  assert_matrix (without_zones, "");
  g_assert_cmpuint (atlas_matrix_get_n_rows (without_zones), ==, 0);
}

/* If time is filtered, undated links are in doubt; the cells do not change. */
static void
test_in_doubt (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasFilter) filter = atlas_filter_new ();
  g_autoptr (AtlasMatrix) matrix = make_matrix (dataset, filter, NULL);
  g_autoptr (AtlasMatrix) former = NULL;
  AtlasLink *link = ATLAS_LINK (atlas_test_dataset_get (dataset, "siping-auto"));

  g_assert_false (atlas_matrix_is_in_doubt (matrix, link));
  atlas_filter_set_time (filter, NULL, &(AtlasDate) { 2017, 0, 0 });
  former = make_matrix (dataset, filter, NULL);
  g_assert_true (atlas_matrix_is_in_doubt (former, link));
  g_assert_true (atlas_matrix_has_same_cells (matrix, former));
}

static void
test_same_cells (void)
{
  g_autoptr (AtlasDataset) dataset = atlas_test_dataset_new ();
  g_autoptr (AtlasMatrix) province = make_matrix (dataset, NULL, NULL);
  g_autoptr (AtlasMatrix) place = make_matrix (dataset, NULL, "siping");

  g_assert_true (atlas_matrix_has_same_cells (province, place));
}

#define PLACE(id, kind)                                                                            \
  "{'id': '" id "', 'name': '" id "', 'kind': '" kind "', 'latitude': 43, 'longitude': 126},"
#define LINK(id, members, industries)                                                              \
  "{'id': '" id "', 'name': '" id "', 'kind': 'zone-cooperation', 'members': [" members "],"       \
  " 'cites': [{'source': 's', 'section': '1', 'paragraph': 1}], 'industries': [" industries "]},"

static AtlasDataset *
read_dataset (void)
{
  g_autofree char *json = g_strdelimit (
    g_strdup (
      "{'format': 'jilin-atlas', 'version': 1, 'title': 'T', 'date': '2021',"
      "'sources': [{'id': 's', 'name': 'S', 'title': 'S',"
      "             'sections': [{'id': '1', 'paragraphs': 1}]}],"
      "'places': [" PLACE ("b", "prefecture") PLACE ("z", "zone") PLACE ("y", "zone") PLACE (
        "a", "prefecture") "{'id': 'p', 'name': 'P', 'kind': 'province', 'latitude': 43, "
                           "'longitude': 126}],"
                           "'industries': [{'id': 'drugs', 'name': 'Drugs', 'group': 'medicine'},"
                           "               {'id': 'cars', 'name': 'Cars', 'group': 'automotive'}],"
                           "'partnerships': [" LINK ("first", "'y', 'a'", "'drugs', 'cars'") LINK (
                             "second", "'a', 'z'", "'cars'") LINK ("again", "'a', 'y'", "'drugs'")
                             LINK ("zones", "'y', 'z'", "'cars'")
                               LINK ("three", "'a', 'b', 'z'", "'cars'")
                                 LINK ("cities", "'a', 'b'",
                                       "'cars'") "{'id': 'last', 'name': 'last', 'kind': "
                                                 "'zone-cooperation', 'members': ['b', 'z'],"
                                                 "'cites': [{'source': 's', 'section': '1', "
                                                 "'paragraph': 1}]}]}"),
    "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset =
    atlas_reader_read_bytes ("test", bytes, ATLAS_READER_STRICT, NULL, NULL, &error);

  g_assert_no_error (error);
  return dataset;
}

/* Places are in the order of the file. A second co-operation of the same two has its own row. Links
 * without a zone, or with more than two places, have no cell. */
static void
test_order (void)
{
  g_autoptr (AtlasDataset) dataset = read_dataset ();
  g_autoptr (AtlasMatrix) matrix = make_matrix (dataset, NULL, NULL);

  assert_matrix (matrix, " z y\n"
                         "b: last!() ·\n"
                         "y: zones!(cars!) ·\n"
                         "a: second!(cars!) first!(drugs! cars!)\n"
                         "a: · again!(drugs!)");
}

/* In the scope of an industry, other industries of the cell are dimmed. */
static void
test_industry (void)
{
  g_autoptr (AtlasDataset) dataset = read_dataset ();
  g_autoptr (AtlasMatrix) matrix = make_matrix (dataset, NULL, "drugs");

  assert_matrix (matrix, " z y\n"
                         "b: last() ·\n"
                         "y: zones(cars) ·\n"
                         "a: second(cars) first!(drugs! cars)\n"
                         "a: · again!(drugs!)");
}

/* With too many cells the matrix is empty: here each city has its own zone. */
static void
test_too_large (void)
{
  g_autoptr (GString) places = g_string_new (NULL);
  g_autoptr (GString) links = g_string_new (NULL);
  g_autofree char *json = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasMatrix) matrix = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 60; i++)
    {
      g_string_append_printf (places, PLACE ("city-%u", "prefecture") PLACE ("zone-%u", "zone"), i,
                              i, i, i);
      g_string_append_printf (links, LINK ("link-%u", "'city-%u', 'zone-%u'", ""), i, i, i, i);
    }
  g_string_truncate (places, places->len - 1);
  g_string_truncate (links, links->len - 1);
  json = g_strdup_printf ("{'format': 'jilin-atlas', 'version': 1, 'title': 'T', 'date': '2021',"
                          "'sources': [{'id': 's', 'name': 'S', 'title': 'S',"
                          "             'sections': [{'id': '1', 'paragraphs': 1}]}],"
                          "'places': [%s], 'partnerships': [%s]}",
                          places->str, links->str);
  g_strdelimit (json, "'", '"');
  bytes = g_bytes_new (json, strlen (json));
  dataset = atlas_reader_read_bytes ("test", bytes, ATLAS_READER_STRICT, NULL, NULL, &error);
  g_assert_no_error (error);
  matrix = make_matrix (dataset, NULL, NULL);
  g_assert_cmpuint (atlas_matrix_get_n_rows (matrix), ==, 0);
  g_assert_cmpuint (atlas_matrix_get_n_columns (matrix), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/query/matrix/new-destroy", test_new_destroy);
  g_test_add_func ("/query/matrix/province", test_province);
  g_test_add_func ("/query/matrix/place", test_place);
  g_test_add_func ("/query/matrix/filter", test_filter);
  g_test_add_func ("/query/matrix/in-doubt", test_in_doubt);
  g_test_add_func ("/query/matrix/same-cells", test_same_cells);
  g_test_add_func ("/query/matrix/order", test_order);
  g_test_add_func ("/query/matrix/industry", test_industry);
  g_test_add_func ("/query/matrix/too-large", test_too_large);
  return g_test_run ();
}
