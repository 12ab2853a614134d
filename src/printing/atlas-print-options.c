/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-print-options.h"

#include <glib/gi18n.h>

#include "atlas-facts.h"
#include "atlas-place.h"
#include "atlas-province.h"

/*
 * AtlasPrintOptions: the rows for the content and the format of a print.
 *
 * The first subject is the current scope. The language of the pages is independent of that of the
 * interface. The filter of the window is copied when the options open, because a thread computes
 * the summary while time may be played on the map.
 */
struct _AtlasPrintOptions
{
  AdwPreferencesPage parent_instance;

  /* Template widgets */
  AdwComboRow *subject_row;
  GtkStringList *subjects;
  AdwActionRow *filter_row;
  GtkSwitch *filter_switch;
  AdwComboRow *language_row;
  AdwComboRow *paper_row;
  AdwComboRow *direction_row;
  AdwComboRow *layout_row;
  GtkSwitch *stage_switch;
  AdwPreferencesGroup *parts_group;
  GtkCheckButton *part_buttons[ATLAS_N_SUMMARY_PARTS];

  AtlasSummaryOptions options;
  GArray *choices;     /* of Choice, in the order of the subjects */
  AtlasScope *scope;   /* the selected scope */
  AtlasFilter *filter; /* a copy of the filter of the window, made when the options
                        * opened */
  gboolean is_filling; /* whether the rows are being set from the options, so their
                        * signals are ignored */
};

G_DEFINE_FINAL_TYPE (AtlasPrintOptions, atlas_print_options, ADW_TYPE_PREFERENCES_PAGE)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  AtlasSummaryKind kind;
  AtlasRecord *subject; /* NULL for the province */
  AtlasScope *scope;    /* NULL until it is selected; set from the start for the first
                         * choice */
  AtlasTour *tour;      /* or NULL */
} Choice;

static void
clear_choice (gpointer data)
{
  Choice *choice = data;

  g_clear_object (&choice->subject);
  g_clear_object (&choice->scope);
  g_clear_object (&choice->tour);
}

static void
changed_cb (AtlasPrintOptions *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* The layouts in the order of the row: what a meeting needs comes first. */
static const AtlasPageLayout layouts[ATLAS_N_PAGE_LAYOUTS] = {
  ATLAS_PAGE_LAYOUT_BRIEF,
  ATLAS_PAGE_LAYOUT_COMPACT,
  ATLAS_PAGE_LAYOUT_OFFICIAL,
  ATLAS_PAGE_LAYOUT_FOLLOW_UP,
};

/* Page and parts ------------------------------------------------------------------------------ */

static void
page_chosen_cb (AtlasPrintOptions *self)
{
  AtlasPageSetup *page = &self->options.page;

  if (self->is_filling)
    return;
  page->language = (AtlasLanguage) adw_combo_row_get_selected (self->language_row);
  page->paper = (AtlasPaper) adw_combo_row_get_selected (self->paper_row);
  page->landscape = adw_combo_row_get_selected (self->direction_row) == 1;
  page->layout = layouts[adw_combo_row_get_selected (self->layout_row)];
  self->options.by_stage = gtk_switch_get_active (self->stage_switch);
  changed_cb (self);
}

static void
part_toggled_cb (AtlasPrintOptions *self)
{
  if (self->is_filling)
    return;
  self->options.parts = (AtlasSummaryParts) 0;
  for (guint i = 0; i < ATLAS_N_SUMMARY_PARTS; i++)
    if (gtk_check_button_get_active (self->part_buttons[i]))
      self->options.parts |= (AtlasSummaryParts) (1 << i);
  changed_cb (self);
}

static void
add_part (AtlasPrintOptions *self, guint index)
{
  const char *label =
    atlas_summary_part_get_label ((AtlasSummaryParts) (1 << index), atlas_language_get_default ());
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *row =
    g_object_new (ADW_TYPE_ACTION_ROW, "title", label, "activatable-widget", button, NULL);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (self->parts_group, row);
  self->part_buttons[index] = GTK_CHECK_BUTTON (button);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (part_toggled_cb), self);
}

/* Subjects ------------------------------------------------------------------------------------ */

static void
add_choice (AtlasPrintOptions *self, const char *label, AtlasSummaryKind kind, AtlasRecord *subject)
{
  const Choice choice = { kind, subject != NULL ? g_object_ref (subject) : NULL, NULL, NULL };

  g_array_append_val (self->choices, choice);
  gtk_string_list_append (self->subjects, label);
}

static void
add_cities (AtlasPrintOptions *self, AtlasDataset *dataset)
{
  GListModel *places = atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_PLACE);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasRecord) place = g_list_model_get_item (places, i);

      if (atlas_place_is_own_city (ATLAS_PLACE (place)))
        add_choice (self, atlas_record_get_name (place, atlas_language_get_default ()),
                    ATLAS_SUMMARY_KIND_SCOPE, place);
    }
}

static void
add_tours (AtlasPrintOptions *self, GListModel *tours)
{
  for (guint i = 0; i < g_list_model_get_n_items (tours); i++)
    {
      g_autoptr (AtlasTour) tour = g_list_model_get_item (tours, i);
      /* Translators: %s is the title of a tour. */
      g_autofree char *label = g_strdup_printf (
        _("Tour: %s"), atlas_text_get (atlas_tour_get_title (tour), atlas_language_get_default ()));

      if (atlas_tour_get_n_steps (tour) == 0)
        continue;
      add_choice (self, label, ATLAS_SUMMARY_KIND_TOUR, NULL);
      g_array_index (self->choices, Choice, self->choices->len - 1).tour = g_steal_pointer (&tour);
    }
}

/* The order is: the current scope, the whole province, its pages and tours, then each city. */
static void
add_choices (AtlasPrintOptions *self, AtlasScope *current, GListModel *tours)
{
  const AtlasLanguage language = atlas_language_get_default ();

  if (atlas_scope_get_kind (current) != ATLAS_SCOPE_KIND_PROVINCE)
    add_choice (self, atlas_scope_get_name (current, language), ATLAS_SUMMARY_KIND_SCOPE,
                atlas_scope_get_subject (current));
  add_choice (self, atlas_province_describe_whole (atlas_scope_get_dataset (current), language),
              ATLAS_SUMMARY_KIND_SCOPE, NULL);
  g_array_index (self->choices, Choice, 0).scope = g_object_ref (current);
  add_choice (self, _("Atlas: one page a city"), ATLAS_SUMMARY_KIND_CITIES, NULL);
  add_choice (self, _("Atlas: one page a pair of cities"), ATLAS_SUMMARY_KIND_PAIRS, NULL);
  add_tours (self, tours);
  add_cities (self, atlas_scope_get_dataset (current));
}

static void
subject_selected_cb (AtlasPrintOptions *self)
{
  const guint selected = adw_combo_row_get_selected (self->subject_row);
  Choice *choice;

  if (selected >= self->choices->len || self->is_filling)
    return;
  choice = &g_array_index (self->choices, Choice, selected);
  if (choice->scope == NULL)
    choice->scope = atlas_scope_new (atlas_scope_get_dataset (self->scope), choice->subject);
  g_set_object (&self->scope, choice->scope);
  self->options.kind = choice->kind;
  self->options.tour = choice->tour;
  changed_cb (self);
}

static void
show_filter (AtlasPrintOptions *self)
{
  const AtlasFacts facts = { self->scope, self->filter, atlas_language_get_default (),
                             ATLAS_SHOWN_PART_ALL };
  g_autofree char *description = atlas_facts_describe_filter (&facts);

  adw_action_row_set_subtitle (self->filter_row, description);
  gtk_widget_set_visible (GTK_WIDGET (self->filter_row), !atlas_filter_is_open (self->filter));
}

/* Object -------------------------------------------------------------------------------------- */

static void
atlas_print_options_finalize (GObject *object)
{
  AtlasPrintOptions *self = ATLAS_PRINT_OPTIONS (object);

  g_array_unref (self->choices);
  g_clear_object (&self->scope);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (atlas_print_options_parent_class)->finalize (object);
}

static void
atlas_print_options_class_init (AtlasPrintOptionsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atlas_print_options_finalize;

  /**
   * AtlasPrintOptions::changed:
   * @self: the options
   *
   * Emitted when an option or the subject has changed.
   */
  signals[CHANGED] = g_signal_new ("changed", ATLAS_TYPE_PRINT_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-print-options.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasPrintOptions, subject_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasPrintOptions, subjects);
  gtk_widget_class_bind_template_child (widget_class, AtlasPrintOptions, filter_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasPrintOptions, filter_switch);
  gtk_widget_class_bind_template_child (widget_class, AtlasPrintOptions, language_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasPrintOptions, paper_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasPrintOptions, direction_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasPrintOptions, layout_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasPrintOptions, stage_switch);
  gtk_widget_class_bind_template_child (widget_class, AtlasPrintOptions, parts_group);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, subject_selected_cb);
}

static void
atlas_print_options_init (AtlasPrintOptions *self)
{
  self->choices = g_array_new (FALSE, FALSE, sizeof (Choice));
  g_array_set_clear_func (self->choices, clear_choice);
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < ATLAS_N_SUMMARY_PARTS; i++)
    add_part (self, i);
  self->is_filling = FALSE;
  /* The scrolled window inside AdwPreferencesPage takes the focus and has no accessible name. */
  gtk_widget_set_focusable (gtk_widget_get_first_child (GTK_WIDGET (self)), FALSE);
}

/**
 * atlas_print_options_set_navigation:
 * @self: the options
 * @navigation: the navigation of the window, with a dataset
 * @tours: (element-type AtlasTour): the tours of the window
 *
 * Offers the current scope with the current filter, and the tours that have a view.
 */
void
atlas_print_options_set_navigation (AtlasPrintOptions *self,
                                    AtlasNavigation *navigation,
                                    GListModel *tours)
{
  g_return_if_fail (ATLAS_IS_PRINT_OPTIONS (self));
  g_return_if_fail (atlas_navigation_get_scope (navigation) != NULL);
  g_return_if_fail (self->scope == NULL);

  self->is_filling = TRUE;
  self->filter = atlas_filter_copy (atlas_navigation_get_filter (navigation));
  self->scope = g_object_ref (atlas_navigation_get_scope (navigation));
  add_choices (self, self->scope, tours);
  adw_combo_row_set_selected (self->subject_row, 0);
  show_filter (self);
  self->is_filling = FALSE;
}

/**
 * atlas_print_options_set:
 * @self: the options
 * @options: the options to select; the kind is ignored because it belongs to the subject
 *
 * Sets the rows without emitting #AtlasPrintOptions::changed.
 */
void
atlas_print_options_set (AtlasPrintOptions *self, const AtlasSummaryOptions *options)
{
  const AtlasSummaryKind kind = self->options.kind;
  AtlasTour *tour = self->options.tour;

  g_return_if_fail (ATLAS_IS_PRINT_OPTIONS (self));

  self->options = *options;
  self->options.kind = kind;
  self->options.tour = tour;
  self->is_filling = TRUE;
  adw_combo_row_set_selected (self->language_row, options->page.language);
  adw_combo_row_set_selected (self->paper_row, options->page.paper);
  adw_combo_row_set_selected (self->direction_row, options->page.landscape ? 1 : 0);
  gtk_switch_set_active (self->stage_switch, options->by_stage);
  for (guint i = 0; i < ATLAS_N_PAGE_LAYOUTS; i++)
    if (layouts[i] == options->page.layout)
      adw_combo_row_set_selected (self->layout_row, i);
  for (guint i = 0; i < ATLAS_N_SUMMARY_PARTS; i++)
    gtk_check_button_set_active (self->part_buttons[i], (options->parts & 1u << i) != 0);
  self->is_filling = FALSE;
}

/**
 * atlas_print_options_get:
 * @self: the options
 *
 * Returns: (transfer none): the selected options
 */
const AtlasSummaryOptions *
atlas_print_options_get (AtlasPrintOptions *self)
{
  g_return_val_if_fail (ATLAS_IS_PRINT_OPTIONS (self), NULL);

  return &self->options;
}

/**
 * atlas_print_options_get_scope:
 * @self: the options
 *
 * Returns: (transfer none): the scope to print
 */
AtlasScope *
atlas_print_options_get_scope (AtlasPrintOptions *self)
{
  g_return_val_if_fail (ATLAS_IS_PRINT_OPTIONS (self), NULL);

  return self->scope;
}

/**
 * atlas_print_options_get_filter:
 * @self: the options
 *
 * Returns: (transfer none) (nullable): the filter to apply, or %NULL for everything; it never
 *   changes
 */
AtlasFilter *
atlas_print_options_get_filter (AtlasPrintOptions *self)
{
  g_return_val_if_fail (ATLAS_IS_PRINT_OPTIONS (self), NULL);

  return gtk_switch_get_active (self->filter_switch) && !atlas_filter_is_open (self->filter)
           ? self->filter
           : NULL;
}
