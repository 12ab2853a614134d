/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-print-window.h"

#include <glib/gi18n.h>

#include "atlas-exporter.h"
#include "atlas-left-out.h"
#include "atlas-pages-view.h"
#include "atlas-preview.h"
#include "atlas-print-operation.h"
#include "atlas-print-options.h"
#include "atlas-print-settings.h"

/*
 * AtlasPrintWindow: options and preview of a print.
 *
 * The options are in this window and not in a tab of the printer dialog, because a portal shows
 * that dialog without room for tabs. The preview is here too, so that no other program is needed.
 * The options are saved when the user prints or exports.
 */
struct _AtlasPrintWindow
{
  AdwWindow parent_instance;

  /* Template widgets */
  AdwToastOverlay *toast_overlay;
  AtlasPrintOptions *options;
  AtlasPagesView *pages;
  GtkWidget *print_button;
  GtkLabel *left_out;

  GSettings *settings;
  AtlasPreview *preview;
  AtlasPrintOperation *operation; /* while printing */
  gboolean wants_print;           /* print when the pages are ready */
  AtlasExporter *exporter;        /* while exporting */
};

G_DEFINE_FINAL_TYPE (AtlasPrintWindow, atlas_print_window, ADW_TYPE_WINDOW)

static void
show_toast (AtlasPrintWindow *self, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  /* The title of a toast is markup in libadwaita 1.2. */
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (escaped));
}

/* Preview ------------------------------------------------------------------------------------- */

static void
changed_cb (AtlasPrintWindow *self)
{
  self->wants_print = FALSE;
  atlas_preview_make (self->preview, atlas_print_options_get_scope (self->options),
                      atlas_print_options_get_filter (self->options),
                      atlas_print_options_get (self->options));
}

static void
busy_cb (AtlasPrintWindow *self)
{
  const gboolean is_busy = atlas_preview_is_busy (self->preview);

  atlas_pages_view_set_busy (self->pages, is_busy);
  if (!is_busy && self->wants_print)
    gtk_widget_activate_action (GTK_WIDGET (self), "print.print", NULL);
}

/* Printing ------------------------------------------------------------------------------------ */

/* The printer dialog may have changed the paper. */
static void
remember_print (AtlasPrintWindow *self)
{
  AtlasSummaryOptions options = *atlas_print_options_get (self->options);

  options.page = *atlas_print_operation_get_page (self->operation);
  atlas_print_settings_save (self->settings, &options);
  atlas_print_settings_save_printer (
    self->settings, gtk_print_operation_get_print_settings (GTK_PRINT_OPERATION (self->operation)));
}

static void
show_print_error (AtlasPrintWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  gtk_print_operation_get_error (GTK_PRINT_OPERATION (self->operation), &error);
  /* Translators: %s says why, as the system puts it. */
  text = g_strdup_printf (_("Nothing was printed: %s"), error->message);
  show_toast (self, text);
}

static void
printed_cb (AtlasPrintWindow *self, GtkPrintOperationResult result)
{
  const gboolean is_printed = result == GTK_PRINT_OPERATION_RESULT_APPLY &&
                              !atlas_print_operation_was_previewed (self->operation);

  if (is_printed)
    remember_print (self);
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    show_print_error (self);
  g_clear_object (&self->operation);
  if (is_printed)
    gtk_window_close (GTK_WINDOW (self));
}

/* Prints the summary that is shown; if a new one is being computed, waits for it. */
static void
print_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasPrintWindow *self = ATLAS_PRINT_WINDOW (widget);
  g_autoptr (GtkPrintSettings) printer = NULL;
  g_autofree char *name = NULL;
  AtlasSummary *summary = atlas_preview_get_summary (self->preview);

  self->wants_print = atlas_preview_is_busy (self->preview);
  if (self->operation != NULL || self->wants_print)
    return;
  printer = atlas_print_settings_load_printer (self->settings);
  self->operation = atlas_print_operation_new (atlas_print_options_get_scope (self->options),
                                               atlas_print_options_get_filter (self->options),
                                               atlas_print_options_get (self->options), summary);
  name = atlas_exporter_suggest_name (atlas_summary_get_title (summary));
  gtk_print_settings_set (printer, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_operation_set_current_page (GTK_PRINT_OPERATION (self->operation),
                                        (int) atlas_pages_view_get_page (self->pages));
  gtk_print_operation_set_print_settings (GTK_PRINT_OPERATION (self->operation), printer);
  g_signal_connect_object (self->operation, "done", G_CALLBACK (printed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_print_operation_run (GTK_PRINT_OPERATION (self->operation),
                           GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

/* Exporting ----------------------------------------------------------------------------------- */

static void
exported_cb (AtlasPrintWindow *self, const char *message, gboolean exported)
{
  if (exported)
    atlas_print_settings_save (self->settings, atlas_print_options_get (self->options));
  if (message != NULL)
    show_toast (self, message);
  g_clear_object (&self->exporter);
}

static void
export_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  AtlasPrintWindow *self = ATLAS_PRINT_WINDOW (widget);

  if (self->exporter != NULL)
    return;
  self->exporter = atlas_exporter_new (atlas_print_options_get_scope (self->options),
                                       atlas_print_options_get_filter (self->options),
                                       atlas_print_options_get (self->options));
  g_signal_connect_object (self->exporter, "done", G_CALLBACK (exported_cb), self,
                           G_CONNECT_SWAPPED);
  atlas_exporter_run (self->exporter, GTK_WINDOW (self));
}

/* Window -------------------------------------------------------------------------------------- */

static gboolean
activate_on_pages_cb (GtkWidget *widget, GVariant *action, gpointer user_data)
{
  return gtk_widget_activate_action (GTK_WIDGET (ATLAS_PRINT_WINDOW (widget)->pages),
                                     g_variant_get_string (action, NULL), NULL);
}

static void
add_bindings (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } table[] = {
    { GDK_KEY_plus, GDK_CONTROL_MASK, "pages.zoom-in" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "pages.zoom-in" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "pages.zoom-in" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "pages.zoom-out" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "pages.zoom-out" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "pages.zoom-fit" },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "pages.zoom-fit" },
    { GDK_KEY_Page_Down, 0, "pages.next" },
    { GDK_KEY_Page_Up, 0, "pages.previous" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_widget_class_add_binding (widget_class, table[i].key, table[i].modifiers,
                                  activate_on_pages_cb, "s", table[i].action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "print.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "print.export", NULL);
}

static void
atlas_print_window_dispose (GObject *object)
{
  AtlasPrintWindow *self = ATLAS_PRINT_WINDOW (object);

  g_clear_object (&self->exporter);
  g_clear_object (&self->operation);
  g_clear_object (&self->preview);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (atlas_print_window_parent_class)->dispose (object);
}

static void
atlas_print_window_class_init (AtlasPrintWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_print_window_dispose;

  g_type_ensure (ATLAS_TYPE_PAGES_VIEW);
  g_type_ensure (ATLAS_TYPE_PRINT_OPTIONS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-print-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasPrintWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, AtlasPrintWindow, options);
  gtk_widget_class_bind_template_child (widget_class, AtlasPrintWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, AtlasPrintWindow, print_button);
  gtk_widget_class_bind_template_child (widget_class, AtlasPrintWindow, left_out);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "print.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "print.export", NULL, export_cb);
  add_bindings (widget_class);
}

static void
atlas_print_window_init (AtlasPrintWindow *self)
{
  self->settings = g_settings_new (ATLAS_APPLICATION_ID);
  self->preview = atlas_preview_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->preview, "notify::busy", G_CALLBACK (busy_cb), self,
                           G_CONNECT_SWAPPED);
  atlas_pages_view_set_sheets (self->pages, atlas_preview_get_sheets (self->preview));
  /* The print button has the focus, so that Enter repeats the last print. */
  gtk_window_set_focus (GTK_WINDOW (self), self->print_button);
}

static void
show_left_out (AtlasPrintWindow *self, AtlasDataset *dataset)
{
  g_autofree char *words = atlas_left_out_describe (dataset, atlas_language_get_default ());

  gtk_label_set_text (self->left_out, words);
  gtk_widget_set_visible (GTK_WIDGET (self->left_out), *words != '\0');
}

/**
 * atlas_print_window_new:
 * @parent: its transient parent
 * @navigation: the navigation, with a dataset; its scope is the default subject
 * @tours: (element-type AtlasTour): the tours to offer
 *
 * Returns: (transfer none): a window that belongs to GTK
 */
AtlasPrintWindow *
atlas_print_window_new (GtkWindow *parent, AtlasNavigation *navigation, GListModel *tours)
{
  AtlasPrintWindow *self = g_object_new (ATLAS_TYPE_PRINT_WINDOW, "transient-for", parent, NULL);
  AtlasSummaryOptions options;

  atlas_print_settings_load (self->settings, &options);
  atlas_print_options_set_navigation (self->options, navigation, tours);
  atlas_print_options_set (self->options, &options);
  show_left_out (self, atlas_navigation_get_dataset (navigation));
  changed_cb (self);
  return self;
}
