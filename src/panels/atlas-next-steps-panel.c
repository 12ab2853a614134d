/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-next-steps-panel.h"

#include <glib/gi18n.h>

#include "atlas-description.h"
#include "atlas-format.h"
#include "atlas-next-steps.h"

/*
 * AtlasNextStepsPanel: a list model of the next steps, by responsible body, by place or by state.
 *
 * Bodies and places have one heading each, in the order of their first appearance in the source. A
 * step of several bodies is listed for each, with the names of the others. Each step links to its
 * links, plans and projects, or says that there are none. What is recorded about its state follows,
 * and a step that is overdue says so beside its title.
 */
struct _AtlasNextStepsPanel
{
  AtlasPanel parent_instance;

  gboolean by_place;
  gboolean by_state;
};

G_DEFINE_FINAL_TYPE (AtlasNextStepsPanel, atlas_next_steps_panel, ATLAS_TYPE_PANEL)

enum
{
  PROP_0,
  PROP_BY_PLACE,
  PROP_BY_STATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The kinds of records to which a step may be linked, in display order. */
static const AtlasRecordKind linked_kinds[] = {
  ATLAS_RECORD_KIND_PARTNERSHIP,
  ATLAS_RECORD_KIND_ROUTE,
  ATLAS_RECORD_KIND_PLAN,
  ATLAS_RECORD_KIND_PROJECT,
};

/* Moves the records of @kind from @about to the end of @found. */
static void
move_kind (GPtrArray *about, AtlasRecordKind kind, GPtrArray *found)
{
  for (guint i = 0; i < about->len;)
    if (atlas_record_get_kind (about->pdata[i]) == kind)
      g_ptr_array_add (found, g_ptr_array_steal_index (about, i));
    else
      i++;
}

static void
add_links (AtlasRow *row, GPtrArray *about)
{
  GPtrArray *linked = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (linked_kinds); i++)
    move_kind (about, linked_kinds[i], linked);
  if (linked->len > 0)
    /* Translators: before the plans, projects and pairs to which a promise is linked. */
    atlas_row_take_links (row, g_strdup (_("Linked to: ")), linked);
  else
    atlas_row_take_links (row, g_strdup (_("Not linked to a plan, project or pair")), linked);
}

static void
add_line (GString *lines, char *line)
{
  if (lines->len > 0 && *line != '\0')
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
  g_free (line);
}

/* Adds the other bodies or places, which are not in the heading. */
static void
add_others (GString *lines,
            AtlasDataset *dataset,
            AtlasRecord *commitment,
            AtlasStepGrouping grouping,
            AtlasRecord *of)
{
  g_autoptr (GPtrArray) others = atlas_next_steps_dup_others (commitment, dataset, grouping, of);
  g_autofree char *names =
    atlas_join_names (others, ATLAS_MAX_NAMES, atlas_language_get_default ());

  if (others->len == 0)
    return;
  /* Translators: below the heading of a body, before the names of those with which it acts. */
  add_line (lines, g_strdup_printf (grouping == ATLAS_STEP_GROUPING_PLACE
                                    ? C_("next steps", "Also in: %s")
                                         : grouping == ATLAS_STEP_GROUPING_STATE
                                         /* Translators: below a next step, before who is to act. */
                                         ? C_("next steps", "By: %s")
                                              : C_("next steps", "With: %s"), names));
}

/* Adds the state and the due date, as far as recorded. */
static void
add_state (AtlasRow *row, GString *lines, AtlasCommitment *step, AtlasStepGrouping grouping)
{
  const AtlasLanguage language = atlas_language_get_default ();
  const AtlasDate *due = atlas_commitment_get_due (step);
  const AtlasDate today = atlas_next_steps_get_today ();
  g_autofree char *date = due != NULL ? atlas_format_date (due, language) : NULL;
  /* Translators: the date by which a next step is to be done. */
  g_autofree char *words = date != NULL ? g_strdup_printf (_("due %s"), date) : g_strdup ("");

  add_line (lines,
            atlas_join_facts (grouping != ATLAS_STEP_GROUPING_STATE
                                ? atlas_describe_word (ATLAS_RECORD (step), "state", language)
                                : "",
                              words, NULL));
  if (atlas_next_steps_is_overdue (step, &today))
    atlas_row_take_value (row, g_strdup (C_ ("next step", "overdue")));
}

static void
add_commitment (AtlasPanel *panel,
                AtlasRecord *commitment,
                AtlasStepGrouping grouping,
                AtlasRecord *of)
{
  AtlasDataset *dataset = atlas_panel_get_dataset (panel);
  const AtlasLanguage language = atlas_language_get_default ();
  const AtlasRecords references =
    atlas_dataset_get_references (dataset, commitment, ATLAS_ROLE_ABOUT);
  g_autoptr (GPtrArray) about = g_ptr_array_new_with_free_func (g_object_unref);
  AtlasRow *row = atlas_panel_add (panel, commitment, atlas_record_get_name (commitment, language));
  g_autoptr (GString) subtitle = g_string_new (atlas_record_get_summary (commitment, language));

  for (guint i = 0; i < references.len; i++)
    g_ptr_array_add (about, g_object_ref (atlas_records_get (&references, i)));
  add_links (row, about);
  add_state (row, subtitle, ATLAS_COMMITMENT (commitment), grouping);
  add_others (subtitle, dataset, commitment, grouping, of);
  if (about->len > 0)
    {
      g_autofree char *names = atlas_join_names (about, ATLAS_MAX_NAMES, language);

      /* Translators: before what else a promise is about. */
      add_line (subtitle, g_strdup_printf (_("About: %s"), names));
    }
  atlas_row_take_subtitle (row, g_strdup (subtitle->str));
}

static gboolean
is_linked (AtlasRecord *commitment, AtlasDataset *dataset)
{
  const AtlasRecords about = atlas_dataset_get_references (dataset, commitment, ATLAS_ROLE_ABOUT);

  for (guint i = 0; i < about.len; i++)
    for (gsize j = 0; j < G_N_ELEMENTS (linked_kinds); j++)
      if (atlas_record_get_kind (atlas_records_get (&about, i)) == linked_kinds[j])
        return TRUE;
  return FALSE;
}

/* Adds the number of visible steps without links. */
static void
add_check (AtlasPanel *panel, GPtrArray *commitments)
{
  AtlasDataset *dataset = atlas_panel_get_dataset (panel);
  guint n_missing = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < commitments->len; i++)
    n_missing += !is_linked (commitments->pdata[i], dataset);
  if (n_missing == 0)
    return;
  /* Translators: of promises; the first number is how many are not linked, the second how many
   * there are. */
  words =
    g_strdup_printf (ngettext ("%u of %u is not linked to a plan, project or pair",
                               "%u of %u are not linked to a plan, project or pair", n_missing),
                     n_missing, commitments->len);
  atlas_panel_begin_group (panel, NULL);
  atlas_row_set_style (atlas_panel_add (panel, NULL, words), ATLAS_ROW_STYLE_REMARK);
}

/**
 * atlas_next_steps_panel_add_counts:
 * @panel: any panel, while it is filled
 * @commitments: (element-type AtlasCommitment): next steps
 *
 * Adds a row that says how many steps are in each state, if a state is recorded or a step overdue.
 */
void
atlas_next_steps_panel_add_counts (AtlasPanel *panel, GPtrArray *commitments)
{
  const AtlasDate today = atlas_next_steps_get_today ();
  AtlasStepCounts counts;
  g_autofree char *words = NULL;

  atlas_next_steps_count (commitments, &today, &counts);
  if (counts.of_state[ATLAS_COMMITMENT_STATE_UNKNOWN] == commitments->len && counts.n_overdue == 0)
    return;
  words = atlas_next_steps_describe_counts (commitments, &today, atlas_language_get_default ());
  atlas_row_set_style (atlas_panel_add (panel, NULL, words), ATLAS_ROW_STYLE_REMARK);
}

static void
add_group (AtlasPanel *panel, const AtlasStepGroup *group, AtlasStepGrouping grouping)
{
  g_autofree char *heading =
    atlas_next_steps_name_group (group, grouping, atlas_language_get_default ());

  atlas_panel_begin_group (panel, heading);
  for (guint i = 0; i < group->steps->len; i++)
    add_commitment (panel, group->steps->pdata[i], grouping, group->of);
}

static AtlasStepGrouping
get_grouping (AtlasNextStepsPanel *self)
{
  if (self->by_state)
    return ATLAS_STEP_GROUPING_STATE;
  return self->by_place ? ATLAS_STEP_GROUPING_PLACE : ATLAS_STEP_GROUPING_BODY;
}

static void
atlas_next_steps_panel_fill (AtlasPanel *panel)
{
  AtlasDataset *dataset = atlas_panel_get_dataset (panel);
  const AtlasStepGrouping grouping = get_grouping (ATLAS_NEXT_STEPS_PANEL (panel));
  g_autoptr (GPtrArray) commitments = atlas_panel_list_shown (panel, ATLAS_RECORD_KIND_COMMITMENT);
  g_autoptr (GPtrArray) groups = atlas_next_steps_group (commitments, dataset, grouping);

  atlas_panel_begin_group (panel, NULL);
  atlas_next_steps_panel_add_counts (panel, commitments);
  add_check (panel, commitments);
  for (guint i = 0; i < groups->len; i++)
    add_group (panel, groups->pdata[i], grouping);
}

static void
atlas_next_steps_panel_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_BY_PLACE:
      g_value_set_boolean (value,
                           atlas_next_steps_panel_get_by_place (ATLAS_NEXT_STEPS_PANEL (object)));
      break;
    case PROP_BY_STATE:
      g_value_set_boolean (value,
                           atlas_next_steps_panel_get_by_state (ATLAS_NEXT_STEPS_PANEL (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_next_steps_panel_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_BY_PLACE:
      atlas_next_steps_panel_set_by_place (ATLAS_NEXT_STEPS_PANEL (object),
                                           g_value_get_boolean (value));
      break;
    case PROP_BY_STATE:
      atlas_next_steps_panel_set_by_state (ATLAS_NEXT_STEPS_PANEL (object),
                                           g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atlas_next_steps_panel_class_init (AtlasNextStepsPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = atlas_next_steps_panel_get_property;
  object_class->set_property = atlas_next_steps_panel_set_property;
  ATLAS_PANEL_CLASS (klass)->fill = atlas_next_steps_panel_fill;

  properties[PROP_BY_PLACE] =
    g_param_spec_boolean ("by-place", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_BY_STATE] =
    g_param_spec_boolean ("by-state", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atlas_next_steps_panel_init (AtlasNextStepsPanel *self)
{
}

/**
 * atlas_next_steps_panel_get_by_place:
 * @self: a panel
 *
 * Returns: whether next steps are grouped by place instead of by responsible body
 */
gboolean
atlas_next_steps_panel_get_by_place (AtlasNextStepsPanel *self)
{
  g_return_val_if_fail (ATLAS_IS_NEXT_STEPS_PANEL (self), FALSE);

  return self->by_place;
}

/**
 * atlas_next_steps_panel_set_by_place:
 * @self: a panel
 * @by_place: whether to group next steps by place instead of by responsible body
 */
void
atlas_next_steps_panel_set_by_place (AtlasNextStepsPanel *self, gboolean by_place)
{
  g_return_if_fail (ATLAS_IS_NEXT_STEPS_PANEL (self));

  if (self->by_place == (by_place != FALSE))
    return;
  self->by_place = by_place != FALSE;
  atlas_panel_refresh (ATLAS_PANEL (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BY_PLACE]);
}

/**
 * atlas_next_steps_panel_get_by_state:
 * @self: a panel
 *
 * Returns: whether next steps are grouped by state instead of by body or place
 */
gboolean
atlas_next_steps_panel_get_by_state (AtlasNextStepsPanel *self)
{
  g_return_val_if_fail (ATLAS_IS_NEXT_STEPS_PANEL (self), FALSE);

  return self->by_state;
}

/**
 * atlas_next_steps_panel_set_by_state:
 * @self: a panel
 * @by_state: whether to group next steps by state instead of by body or place
 */
void
atlas_next_steps_panel_set_by_state (AtlasNextStepsPanel *self, gboolean by_state)
{
  g_return_if_fail (ATLAS_IS_NEXT_STEPS_PANEL (self));

  if (self->by_state == (by_state != FALSE))
    return;
  self->by_state = by_state != FALSE;
  atlas_panel_refresh (ATLAS_PANEL (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BY_STATE]);
}
