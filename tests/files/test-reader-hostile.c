/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-test-reading.h"

#include <string.h>

#include "atlas-json-index-private.h"

/*
 * Reads files that nobody would write: truncated, damaged, or with values in wrong places. All of
 * them must be handled; atlas_test_read_anything() asserts the rest.
 */
#define GOOD "tests/data/accept/every-member.json"

static void
test_cut_short (void)
{
  g_autoptr (GBytes) bytes = atlas_test_load (GOOD);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i <= length; i++)
    {
      /* A copy of exactly that length, so that a memory checker detects reads after its end. */
      g_autofree char *copy = g_memdup2 (text, i);

      atlas_test_read_anything (copy, i);
    }
}

static void
test_without_a_byte (void)
{
  g_autoptr (GBytes) bytes = atlas_test_load (GOOD);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *copy = g_malloc (length);

  for (gsize i = 0; i < length; i++)
    {
      memcpy (copy, text, i);
      memcpy (copy + i, text + i + 1, length - i - 1);
      atlas_test_read_anything (copy, length - 1);
    }
}

static void
damage (GRand *rand, char *text, gsize length)
{
  static const char marks[] = "{}[]\",:\\0123456789-+.eEtfnu \n\t/'\x80\xff\0";
  const gsize position = (gsize) g_rand_int_range (rand, 0, (int) length);

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      text[position] = (char) g_rand_int_range (rand, 0, 256);
      break;
    case 1:
      text[position] ^= (char) (1 << g_rand_int_range (rand, 0, 8));
      break;
    case 2:
      text[position] = text[g_rand_int_range (rand, 0, (int) length)];
      break;
    default:
      text[position] = marks[g_rand_int_range (rand, 0, (int) sizeof marks)];
    }
}

static void
test_damaged (void)
{
  g_autoptr (GBytes) bytes = atlas_test_load (GOOD);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20210530);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *copy = g_memdup2 (text, length);

      for (int j = g_rand_int_range (rand, 1, 5); j > 0; j--)
        damage (rand, copy, length);
      atlas_test_read_anything (copy, length);
    }
}

/* Replaces each value of the file in turn; the text stays valid JSON. */
static void
test_other_values (void)
{
  const char *others[] = {
    "null",     "true",        "-1",
    "0",        "1e300",       "\"\"",
    "\"east\"", "\"2021\"",    "[]",
    "{}",       "[[]]",        "[\"east\", \"letter\"]",
    "[{}]",     "{\"zh\": 1}", "[{\"source\": \"letter\", \"section\": \"0\", \"paragraph\": 1}]",
  };
  g_autoptr (GBytes) bytes = atlas_test_load (GOOD);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr (AtlasFaultList) faults = _atlas_fault_list_new (text, length);
  g_autoptr (AtlasJsonIndex) index = _atlas_json_index_new (text, length, faults, NULL);

  for (guint i = 0; i < _atlas_json_index_get (index, 0)->next; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (others); j++)
      {
        const AtlasJsonValue *value = _atlas_json_index_get (index, i);
        const gsize end = value->offset + value->length;
        g_autofree char *changed = g_strdup_printf ("%.*s%s%.*s", (int) value->offset, text,
                                                    others[j], (int) (length - end), text + end);

        atlas_test_read_anything (changed, strlen (changed));
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hostile/cut-short", test_cut_short);
  g_test_add_func ("/hostile/without-a-byte", test_without_a_byte);
  g_test_add_func ("/hostile/damaged", test_damaged);
  g_test_add_func ("/hostile/other-values", test_other_values);

  return g_test_run ();
}
