/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-recovering.h"

#include <glib/gi18n.h>

#include "atlas-format.h"
#include "atlas-library.h"

/*
 * Offers the edits that a crashed process left behind, one library after the other. Each recovered
 * library gets a window of its own.
 */
typedef struct
{
  AtlasWindow *window;
  GPtrArray *entries; /* of AtlasRecoveryEntry; the first one is offered */
} Offer;

static void
free_offer (Offer *offer)
{
  g_object_unref (offer->window);
  g_ptr_array_unref (offer->entries);
  g_free (offer);
}

static void offer_next (Offer *offer);

static void
recover (AtlasWindow *window, AtlasRecoveryEntry *entry)
{
  g_autoptr (AtlasDataset) base = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = atlas_recovery_entry_read (entry, &base, &error);
  g_autoptr (AtlasLibrary) library = NULL;

  if (dataset != NULL)
    library = atlas_library_new_recovered (entry, dataset, base, &error);
  if (library == NULL)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.show-toast", "s", error->message);
  else
    gtk_window_present (GTK_WINDOW (atlas_window_new_for_library (
      ATLAS_APPLICATION (gtk_window_get_application (GTK_WINDOW (window))), library)));
}

/* Debian 12 has libadwaita 1.2; AdwAlertDialog came with 1.5. */
G_GNUC_BEGIN_IGNORE_DEPRECATIONS
static void
response_cb (AdwMessageDialog *dialog, const char *response, gpointer user_data)
{
  Offer *offer = user_data;
  g_autoptr (AtlasRecoveryEntry) entry = g_ptr_array_steal_index (offer->entries, 0);

  if (g_str_equal (response, "recover"))
    recover (offer->window, entry);
  else if (g_str_equal (response, "discard"))
    atlas_recovery_entry_discard (entry);
  offer_next (offer);
}

static char *
describe (AtlasRecoveryEntry *entry)
{
  GDateTime *time = atlas_recovery_entry_get_time (entry);
  const AtlasDate day = { (guint16) g_date_time_get_year (time),
                          (guint8) g_date_time_get_month (time),
                          (guint8) g_date_time_get_day_of_month (time) };
  g_autofree char *date = atlas_format_date (&day, atlas_language_get_default ());
  g_autofree char *clock = g_date_time_format (time, "%H:%M");

  /* Translators: the title of a dataset, and the date and time of the last edit */
  return g_strdup_printf (_("The edits of “%s” from %s, %s were not saved when the program ended."),
                            atlas_recovery_entry_get_title (entry), date, clock);
}

static void
offer_next (Offer *offer)
{
  AdwMessageDialog *dialog;
  g_autofree char *body = NULL;

  if (offer->entries->len == 0)
    {
      free_offer (offer);
      return;
    }
  body = describe (offer->entries->pdata[0]);
  dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (GTK_WINDOW (offer->window),
                                                       _("Recover unsaved edits?"), NULL));
  adw_message_dialog_set_body (dialog, body);
  adw_message_dialog_add_responses (
    dialog, "later", _("_Later"), "discard", _("_Discard"), "recover", _("_Recover"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "recover", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "recover");
  adw_message_dialog_set_close_response (dialog, "later");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), offer);
  gtk_window_present (GTK_WINDOW (dialog));
}
G_GNUC_END_IGNORE_DEPRECATIONS

/**
 * atlas_recovering_offer:
 * @window: the window above which the questions stand
 *
 * Offers all unsaved edits that processes left behind, if there are any.
 */
void
atlas_recovering_offer (AtlasWindow *window)
{
  g_autoptr (GPtrArray) entries = atlas_recovery_list ();
  Offer *offer;

  g_return_if_fail (ATLAS_IS_WINDOW (window));

  if (entries->len == 0)
    return;
  offer = g_new (Offer, 1);
  *offer = (Offer) { g_object_ref (window), g_steal_pointer (&entries) };
  offer_next (offer);
}
