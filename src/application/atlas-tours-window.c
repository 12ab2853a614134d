/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-tours-window.h"

#include <glib/gi18n.h>

#include "atlas-caption.h"
#include "atlas-view.h"
#include "atlas-widget-tools.h"

/*
 * AtlasToursWindow: the tours of a window, to edit and present them.
 *
 * A tour does not change, so each edit puts a changed copy into the list, and the rows are made
 * again from it. The parent window follows the list and saves it; it also presents tours and adds
 * its own view, through its actions.
 */
struct _AtlasToursWindow
{
  AdwWindow parent_instance;

  /* Template children */
  AdwComboRow *tour_row;
  AdwEntryRow *title_row;
  AdwPreferencesGroup *steps_group;
  GtkWidget *present_button;
  GtkWidget *add_button;
  GtkWidget *restore_button;
  GtkWidget *delete_button;

  AtlasNavigation *navigation;
  AtlasTourList *tours;
  char *id;        /* of the tour that is shown, or NULL */
  GPtrArray *rows; /* of GtkWidget: borrowed from the group */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (AtlasToursWindow, atlas_tours_window, ADW_TYPE_WINDOW)

/* The data of a button: the index of its step. */
#define INDEX_KEY "atlas-index"

static AtlasTour *
get_tour (AtlasToursWindow *self)
{
  return self->id != NULL ? atlas_tour_list_lookup (self->tours, self->id) : NULL;
}

static guint
get_index (gpointer object)
{
  return GPOINTER_TO_UINT (g_object_get_data (object, INDEX_KEY));
}

/* Changes the words in the language of the interface and keeps those of the others. */
static AtlasText *
change_words (const AtlasText *text, const char *words)
{
  const char *all[ATLAS_N_LANGUAGES] = { NULL };

  for (guint language = 0; text != NULL && language < ATLAS_N_LANGUAGES; language++)
    all[language] = atlas_text_peek (text, (AtlasLanguage) language);
  all[atlas_language_get_default ()] = *words != '\0' ? words : NULL;
  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    if (all[language] != NULL)
      return atlas_text_new (all[ATLAS_LANGUAGE_ZH], all[ATLAS_LANGUAGE_EN],
                             all[ATLAS_LANGUAGE_KO]);
  return NULL;
}

/* What a step shows, as in a presentation. */
static AtlasCaption *
describe_step (AtlasToursWindow *self, AtlasTourStep *step)
{
  g_autoptr (AtlasView) view = atlas_view_parse (atlas_tour_step_get_view (step), NULL);
  g_autoptr (AtlasScope) scope = NULL;

  if (view == NULL)
    return NULL;
  scope = atlas_scope_new_from_ids (atlas_navigation_get_dataset (self->navigation), view->scope);
  if (scope == NULL)
    return NULL;
  return atlas_caption_new (&(AtlasFacts) { scope, view->filter, atlas_language_get_default (),
                                            ATLAS_SHOWN_PART_ALL },
                            step);
}

static void
move (AtlasToursWindow *self, guint from, guint to)
{
  g_autoptr (AtlasTour) moved = atlas_tour_copy_with_order (get_tour (self), from, to);

  atlas_tour_list_put (self->tours, moved);
  /* The rows are new; the focus stays with the step. */
  gtk_widget_grab_focus (self->rows->pdata[to]);
}

static void
up_cb (AtlasToursWindow *self, GtkButton *button)
{
  move (self, get_index (button), get_index (button) - 1);
}

static void
down_cb (AtlasToursWindow *self, GtkButton *button)
{
  move (self, get_index (button), get_index (button) + 1);
}

static void
remove_cb (AtlasToursWindow *self, GtkButton *button)
{
  g_autoptr (AtlasTour) tour = atlas_tour_copy_without_step (get_tour (self), get_index (button));

  atlas_tour_list_put (self->tours, tour);
}

/* Presents the tour from a step on, in the parent window. */
static void
present_from (AtlasToursWindow *self, guint position)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  gtk_widget_activate_action (GTK_WIDGET (parent), "win.present-tour", "(su)", self->id, position);
  gtk_window_close (GTK_WINDOW (self));
}

static void
present_here_cb (AtlasToursWindow *self, GtkButton *button)
{
  present_from (self, get_index (button) + 1);
}

static void
caption_cb (AtlasToursWindow *self, GtkEditable *row)
{
  const guint index = get_index (row);
  AtlasTour *tour = get_tour (self);
  AtlasTourStep *step = atlas_tour_get_step (tour, index);
  g_autoptr (AtlasText) caption =
    change_words (atlas_tour_step_get_caption (step), gtk_editable_get_text (row));
  g_autoptr (AtlasTourStep) changed = atlas_tour_step_copy_with_caption (step, caption);
  g_autoptr (AtlasTour) other = atlas_tour_copy_with_step (tour, index, changed);

  atlas_tour_list_put (self->tours, other);
}

static void
add_button (AtlasToursWindow *self,
            AdwExpanderRow *row,
            const char *icon,
            const char *label,
            guint index,
            gboolean is_sensitive,
            GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_widget_set_sensitive (button, is_sensitive);
  atlas_set_accessible_label (button, label);
  g_object_set_data (G_OBJECT (button), INDEX_KEY, GUINT_TO_POINTER (index));
  g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  adw_expander_row_add_action (row, button);
}

static GtkWidget *
make_entry (AtlasToursWindow *self, AtlasTourStep *step, guint index)
{
  const AtlasText *caption = atlas_tour_step_get_caption (step);
  GtkWidget *entry = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (entry), _("Sentence"));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (entry), TRUE);
  gtk_editable_set_text (GTK_EDITABLE (entry),
                         caption != NULL ? atlas_text_get (caption, atlas_language_get_default ())
                                         : "");
  g_object_set_data (G_OBJECT (entry), INDEX_KEY, GUINT_TO_POINTER (index));
  g_signal_connect_object (entry, "apply", G_CALLBACK (caption_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

static void
add_row (AtlasToursWindow *self, AtlasTour *tour, guint index)
{
  AtlasTourStep *step = atlas_tour_get_step (tour, index);
  g_autoptr (AtlasCaption) caption = describe_step (self, step);
  AdwExpanderRow *row = ADW_EXPANDER_ROW (adw_expander_row_new ());
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  /* The title and subtitle of a row are markup. */
  title = g_markup_escape_text (
    caption != NULL ? caption->sentence : atlas_tour_step_get_view (step), -1);
  subtitle = caption != NULL ? g_markup_printf_escaped ("%u · %s", index + 1, caption->subject)
                             : g_markup_escape_text (_("This dataset has no such record"), -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (row, subtitle);
  /* Actions are added from the end. */
  add_button (self, row, "media-playback-start-symbolic",
              _("Present from this view on"), index, TRUE, G_CALLBACK (present_here_cb));
  add_button (self, row, "user-trash-symbolic",
              _("Remove this view"), index, TRUE, G_CALLBACK (remove_cb));
  add_button (self, row, "go-down-symbolic",
              _("Move down"), index, index + 1 < atlas_tour_get_n_steps (tour),
                G_CALLBACK (down_cb));
  add_button (self, row, "go-up-symbolic", _("Move up"), index, index > 0, G_CALLBACK (up_cb));
  adw_expander_row_add_row (row, make_entry (self, step, index));
  adw_preferences_group_add (self->steps_group, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static void
fill_rows (AtlasToursWindow *self, AtlasTour *tour)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->steps_group, self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; tour != NULL && i < atlas_tour_get_n_steps (tour); i++)
    add_row (self, tour, i);
}

/* Lists the tours by title, and selects the one that is shown. */
static void
fill_titles (AtlasToursWindow *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) tours = atlas_tour_list_dup_all (self->tours);
  guint selected = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < tours->len; i++)
    {
      gtk_string_list_append (titles, atlas_text_get (atlas_tour_get_title (tours->pdata[i]),
                                                      atlas_language_get_default ()));
      if (g_strcmp0 (self->id, atlas_tour_get_id (tours->pdata[i])) == 0)
        selected = i;
    }
  self->is_updating = TRUE;
  adw_combo_row_set_model (self->tour_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->tour_row, selected);
  self->is_updating = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->tour_row), tours->len > 1);
}

static void
update (AtlasToursWindow *self)
{
  AtlasTour *tour = get_tour (self);
  const gboolean is_original = tour != NULL && atlas_tour_list_is_original (self->tours, self->id);
  const char *title =
    tour != NULL ? atlas_text_get (atlas_tour_get_title (tour), atlas_language_get_default ()) : "";

  fill_titles (self);
  fill_rows (self, tour);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), title);
  gtk_widget_set_visible (GTK_WIDGET (self->title_row), tour != NULL);
  gtk_widget_set_sensitive (self->present_button,
                            tour != NULL && atlas_tour_get_n_steps (tour) > 0);
  gtk_widget_set_visible (self->restore_button,
                          is_original && atlas_tour_list_is_changed (self->tours, tour));
  gtk_widget_set_visible (self->delete_button, tour != NULL && !is_original);
}

/* Shows another tour if the present one was removed. */
static void
changed_cb (AtlasToursWindow *self)
{
  if (get_tour (self) == NULL)
    {
      g_autoptr (AtlasTour) first = g_list_model_get_item (G_LIST_MODEL (self->tours), 0);

      g_free (self->id);
      self->id = first != NULL ? g_strdup (atlas_tour_get_id (first)) : NULL;
    }
  update (self);
}

static void
selected_cb (AtlasToursWindow *self)
{
  g_autoptr (AtlasTour) tour = NULL;

  if (self->is_updating)
    return;
  tour =
    g_list_model_get_item (G_LIST_MODEL (self->tours), adw_combo_row_get_selected (self->tour_row));
  if (tour == NULL || g_strcmp0 (self->id, atlas_tour_get_id (tour)) == 0)
    return;
  g_free (self->id);
  self->id = g_strdup (atlas_tour_get_id (tour));
  update (self);
}

static void
rename_cb (AtlasToursWindow *self)
{
  AtlasTour *tour = get_tour (self);
  g_autoptr (AtlasText) title = change_words (
    atlas_tour_get_title (tour), gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
  g_autoptr (AtlasTour) renamed = NULL;

  if (title == NULL)
    return;
  renamed = atlas_tour_copy_with_title (tour, title);
  atlas_tour_list_put (self->tours, renamed);
}

static void
new_cb (AtlasToursWindow *self)
{
  g_autofree char *id = atlas_tour_list_make_id (self->tours);
  g_autoptr (AtlasText) title = change_words (NULL, _("New tour"));
  g_autoptr (AtlasTour) tour = atlas_tour_new (id, title);

  g_free (self->id);
  self->id = g_steal_pointer (&id);
  atlas_tour_list_put (self->tours, tour);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));
}

static void
add_cb (AtlasToursWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (self->id == NULL)
    new_cb (self);
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.add-to-tour", "s", self->id);
}

static void
present_cb (AtlasToursWindow *self)
{
  present_from (self, 1);
}

static void
restore_cb (AtlasToursWindow *self)
{
  atlas_tour_list_restore (self->tours, self->id);
}

static void
delete_cb (AtlasToursWindow *self)
{
  g_autofree char *id = g_strdup (self->id);

  atlas_tour_list_remove (self->tours, id);
}

static void
atlas_tours_window_dispose (GObject *object)
{
  AtlasToursWindow *self = ATLAS_TOURS_WINDOW (object);

  g_clear_object (&self->navigation);
  g_clear_object (&self->tours);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (atlas_tours_window_parent_class)->dispose (object);
}

static void
atlas_tours_window_class_init (AtlasToursWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_tours_window_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-tours-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasToursWindow, tour_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursWindow, title_row);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursWindow, steps_group);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursWindow, present_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursWindow, restore_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasToursWindow, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, rename_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, present_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
atlas_tours_window_init (AtlasToursWindow *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_tours_window_new:
 * @parent: the window whose tours they are; it has the actions win.present-tour and win.add-to-tour
 * @navigation: its navigation, with a dataset
 * @tours: its tours
 * @id: (nullable): the id of the tour to show, or %NULL for the first one
 *
 * Returns: (transfer none): a window that edits @tours; it belongs to GTK
 */
GtkWidget *
atlas_tours_window_new (GtkWindow *parent,
                        AtlasNavigation *navigation,
                        AtlasTourList *tours,
                        const char *id)
{
  AtlasToursWindow *self;

  g_return_val_if_fail (ATLAS_IS_NAVIGATION (navigation), NULL);
  g_return_val_if_fail (ATLAS_IS_TOUR_LIST (tours), NULL);

  self = g_object_new (ATLAS_TYPE_TOURS_WINDOW, "transient-for", parent, "destroy-with-parent",
                       TRUE, NULL);
  self->navigation = g_object_ref (navigation);
  self->tours = g_object_ref (tours);
  self->id = g_strdup (id);
  g_signal_connect_object (tours, "items-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  changed_cb (self);
  return GTK_WIDGET (self);
}
