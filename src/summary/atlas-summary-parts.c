/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-summary-parts.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "atlas-translation.h"

/*
 * The parts of a summary: their names on the command line and in dialogs.
 */
static const struct
{
  const char *name;
  const char *label;
} definitions[ATLAS_N_SUMMARY_PARTS] = {
  { "map", NC_ ("section", "Map") },
  { "contents", NC_ ("section", "Contents") },
  { "figures", NC_ ("section", "Key figures") },
  { "partners", NC_ ("section", "Partners and industries") },
  { "routes", NC_ ("section", "Bus routes") },
  { "timeline", NC_ ("section", "Timeline") },
  { "investment", NC_ ("section", "Investment") },
  { "projects", NC_ ("section", "Projects") },
  { "next-steps", NC_ ("section", "Next steps") },
  { "documents", NC_ ("section", "Plans and agreements") },
  { "organizations", NC_ ("section", "Organizations") },
  { "places", NC_ ("section", "Places") },
  { "notes", NC_ ("section", "Notes") },
};

/**
 * atlas_summary_part_get_label:
 * @part: one part
 * @language: the language of the label
 *
 * Returns: (transfer none): its label
 */
const char *
atlas_summary_part_get_label (AtlasSummaryParts part, AtlasLanguage language)
{
  const int bit = g_bit_nth_lsf (part, -1);

  g_return_val_if_fail (bit >= 0 && bit < ATLAS_N_SUMMARY_PARTS, NULL);

  return atlas_translate_context (language, "section", definitions[bit].label);
}

static gboolean
find_part (const char *name, AtlasSummaryParts *part)
{
  for (guint i = 0; i < ATLAS_N_SUMMARY_PARTS; i++)
    if (g_ascii_strcasecmp (definitions[i].name, name) == 0)
      {
        *part = (AtlasSummaryParts) (1 << i);
        return TRUE;
      }
  return FALSE;
}

static char *
list_names (void)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < ATLAS_N_SUMMARY_PARTS; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", definitions[i].name);
  return g_string_free (names, FALSE);
}

/**
 * atlas_summary_parts_is_map:
 * @parts: the parts of a summary
 *
 * Returns: whether these contain the map and nothing below it; then the map is as large as the page
 *   allows
 */
gboolean
atlas_summary_parts_is_map (AtlasSummaryParts parts)
{
  const AtlasSummaryParts aside = ATLAS_SUMMARY_PART_CONTENTS | ATLAS_SUMMARY_PART_NOTES;

  return (parts & ~aside) == ATLAS_SUMMARY_PART_MAP;
}

/**
 * atlas_summary_parts_parse:
 * @names: names of parts separated by commas, such as "map,routes", or "all"
 * @parts: (out): return location for the parts
 * @error: return location for a #GError of %G_IO_ERROR that lists the known names
 *
 * Returns: whether all names are known; if not, @parts does not change
 */
gboolean
atlas_summary_parts_parse (const char *names, AtlasSummaryParts *parts, GError **error)
{
  g_auto (GStrv) words = g_strsplit (names, ",", -1);
  AtlasSummaryParts wanted = (AtlasSummaryParts) 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *name = g_strstrip (words[i]);
      AtlasSummaryParts part = ATLAS_SUMMARY_PARTS_ALL;

      if (g_ascii_strcasecmp (name, "all") != 0 && !find_part (name, &part))
        {
          g_autofree char *known = list_names ();

          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       _("“%s” is no part of a summary; there are: all, %s."), name, known);
          return FALSE;
        }
      wanted |= part;
    }
  *parts = wanted;
  return TRUE;
}

/**
 * atlas_summary_parts_to_names:
 * @parts: parts of a summary
 *
 * Returns: (transfer full): their names, for atlas_summary_parts_parse(); "" for no parts
 */
char *
atlas_summary_parts_to_names (AtlasSummaryParts parts)
{
  GString *names = g_string_new (NULL);

  if (parts == ATLAS_SUMMARY_PARTS_ALL)
    return g_string_free (g_string_assign (names, "all"), FALSE);
  for (guint i = 0; i < ATLAS_N_SUMMARY_PARTS; i++)
    if (parts & 1u << i)
      g_string_append_printf (names, "%s%s", names->len > 0 ? "," : "", definitions[i].name);
  return g_string_free (names, FALSE);
}
