/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-next-steps-panel.h"

#include <glib/gi18n.h>

#include "atlas-words.h"

/*
 * AtlasNextStepsPanel: what was promised, by who is to act.
 *
 * Those who act together are a group of their own, under all of their names, in the order in which
 * the source first calls on them.
 */
struct _AtlasNextStepsPanel
{
  AtlasPanel parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlasNextStepsPanel, atlas_next_steps_panel, ATLAS_TYPE_PANEL)

static void
add_commitment (AtlasPanel  *panel,
                AtlasRecord *commitment)
{
  const AtlasLanguage language = atlas_language_get_default ();
  g_autofree char *about =
    atlas_words_join_names (atlas_record_get_references (commitment, ATLAS_ROLE_ABOUT));
  const char *summary = atlas_record_get_summary (commitment, language);
  AtlasRow *row = atlas_panel_add (panel, commitment,
                                   atlas_record_get_name (commitment, language));
  g_autoptr (GString) subtitle = g_string_new (summary);

  if (*about != '\0')
    {
      if (subtitle->len > 0)
        g_string_append_c (subtitle, '\n');
      /* Translators: before the plans, projects and pairs that a promise is about. */
      g_string_append_printf (subtitle, _("About: %s"), about);
    }
  atlas_row_take_subtitle (row, g_strdup (subtitle->str));
}

/* Those who are to act → what they are to do; @headings keeps the order in which they come. */
static GHashTable *
group_by_responsible (GPtrArray *commitments,
                      GPtrArray *headings)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < commitments->len; i++)
    {
      g_autofree char *names = atlas_words_join_names (
        atlas_record_get_references (commitments->pdata[i], ATLAS_ROLE_RESPONSIBLE));
      GPtrArray *group = g_hash_table_lookup (groups, names);

      if (group == NULL)
        {
          group = g_ptr_array_new ();
          g_ptr_array_add (headings, names);
          g_hash_table_insert (groups, g_steal_pointer (&names), group);
        }
      g_ptr_array_add (group, commitments->pdata[i]);
    }
  return groups;
}

static void
atlas_next_steps_panel_fill (AtlasPanel *panel)
{
  g_autoptr (GPtrArray) commitments = atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_COMMITMENT);
  g_autoptr (GPtrArray) headings = g_ptr_array_new ();
  g_autoptr (GHashTable) groups = group_by_responsible (commitments, headings);

  for (guint i = 0; i < headings->len; i++)
    {
      const char *names = headings->pdata[i];
      GPtrArray *group = g_hash_table_lookup (groups, names);

      atlas_panel_begin_group (panel, names);
      for (guint j = 0; j < group->len; j++)
        add_commitment (panel, group->pdata[j]);
    }
}

static void
atlas_next_steps_panel_class_init (AtlasNextStepsPanelClass *klass)
{
  ATLAS_PANEL_CLASS (klass)->fill = atlas_next_steps_panel_fill;
}

static void
atlas_next_steps_panel_init (AtlasNextStepsPanel *self)
{
}
