/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-date-popover.h"

#include <glib/gi18n.h>

#include "atlas-date-words.h"
#include "atlas-format.h"
#include "atlas-widget-tools.h"

/*
 * AtlasDatePopover: a popover in which the user types the dates between which the playback shows
 * time. The first date may be empty.
 *
 * It accepts every form in which the program writes dates, and explains why a date is not accepted.
 */
struct _AtlasDatePopover
{
  GtkPopover parent_instance;

  /* Template widgets */
  GtkEntry *from_entry;
  GtkEntry *entry;
  GtkLabel *help;

  AtlasPlayback *playback; /* owned */
};

G_DEFINE_FINAL_TYPE (AtlasDatePopover, atlas_date_popover, GTK_TYPE_POPOVER)

static void
mark_entry (GtkEntry *entry, gboolean is_wrong, const char *words)
{
  atlas_set_css_class (GTK_WIDGET (entry), "error", is_wrong);
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
    is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words, -1);
}

/* Shows @fault, the reason why the text of @entry is not accepted; NULL if it is accepted. */
static void
show_fault (AtlasDatePopover *self, GtkEntry *entry, const char *fault)
{
  const char *help = _("Year, month or day: 2020, 2020-08, 2020-08-10");

  atlas_set_css_class (GTK_WIDGET (self->help), "dim-label", fault == NULL);
  gtk_label_set_text (self->help, fault != NULL ? fault : help);
  mark_entry (self->from_entry, fault != NULL && entry == self->from_entry,
              fault != NULL && entry == self->from_entry ? fault : help);
  mark_entry (self->entry, fault != NULL && entry == self->entry,
              fault != NULL && entry == self->entry ? fault : help);
}

static char *
describe_years (AtlasDatePopover *self)
{
  const AtlasLanguage language = atlas_language_get_default ();
  const AtlasDate first_date = atlas_date_from_day (atlas_playback_get_first_day (self->playback));
  const AtlasDate last_date = atlas_date_from_day (atlas_playback_get_last_day (self->playback));
  g_autofree char *first = atlas_format_date (&first_date, language);
  g_autofree char *last = atlas_format_date (&last_date, language);

  /* Translators: two dates, between which the time bar can go. */
  return g_strdup_printf (_("The atlas shows the time from %s to %s."), first, last);
}

/* Parses the date in @entry; an empty entry sets no date. Returns the error message, or NULL. */
static const char *
read_entry (GtkEntry *entry, AtlasDate *date, gboolean *is_set)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (entry));

  *is_set = *words != '\0';
  if (!*is_set)
    return NULL;
  switch (atlas_date_parse_words (words, date))
    {
    case ATLAS_DATE_FAULT_FORM:
      return _("This is not a date. Write a year, a month or a day, such as 2020, 2020-08 or "
               "2020-08-10.");
    case ATLAS_DATE_FAULT_CALENDAR:
      return _("The calendar has no such month or day.");
    case ATLAS_DATE_FAULT_NONE:
    default:
      return NULL;
    }
}

/* Moves the playback to the typed dates, and sets @entry to the entry with an error. Returns the
 * error message, or NULL. */
static char *
seek (AtlasDatePopover *self, GtkEntry **entry)
{
  AtlasDate from = { 0 }, until = { 0 };
  gboolean has_from, has_until;
  const char *fault;

  *entry = self->from_entry;
  fault = read_entry (self->from_entry, &from, &has_from);
  if (fault != NULL)
    return g_strdup (fault);
  if (has_from && !atlas_playback_seek_interval (self->playback, &from, NULL))
    return describe_years (self);
  *entry = self->entry;
  fault = read_entry (self->entry, &until, &has_until);
  if (fault != NULL)
    return g_strdup (fault);
  if (has_from && has_until && atlas_date_first_day (&from) > atlas_date_last_day (&until))
    return g_strdup (_("This lies before the date at which the time begins."));
  return atlas_playback_seek_interval (self->playback, has_from ? &from : NULL,
                                       has_until ? &until : NULL)
           ? NULL
           : describe_years (self);
}

static void
changed_cb (AtlasDatePopover *self)
{
  show_fault (self, NULL, NULL);
}

static void
activate_cb (AtlasDatePopover *self)
{
  g_autofree char *fault = NULL;
  GtkEntry *entry = NULL;

  atlas_playback_set_playing (self->playback, FALSE);
  fault = seek (self, &entry);
  show_fault (self, entry, fault);
  if (fault == NULL)
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
show_date (GtkEntry *entry, double day)
{
  const AtlasDate date = atlas_date_from_day (day);
  g_autofree char *words = atlas_format_date_short (&date, atlas_language_get_default ());

  gtk_editable_set_text (GTK_EDITABLE (entry), words);
}

static void
atlas_date_popover_show (GtkWidget *widget)
{
  AtlasDatePopover *self = ATLAS_DATE_POPOVER (widget);

  GTK_WIDGET_CLASS (atlas_date_popover_parent_class)->show (widget);
  gtk_editable_set_text (GTK_EDITABLE (self->from_entry), "");
  if (atlas_playback_get_beginning (self->playback) > atlas_playback_get_first_day (self->playback))
    show_date (self->from_entry, atlas_playback_get_beginning (self->playback));
  show_date (self->entry, atlas_playback_get_position (self->playback));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
atlas_date_popover_dispose (GObject *object)
{
  AtlasDatePopover *self = ATLAS_DATE_POPOVER (object);

  g_clear_object (&self->playback);

  G_OBJECT_CLASS (atlas_date_popover_parent_class)->dispose (object);
}

static void
atlas_date_popover_class_init (AtlasDatePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atlas_date_popover_dispose;
  widget_class->show = atlas_date_popover_show;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/jilinatlas/JilinAtlas/atlas-date-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlasDatePopover, from_entry);
  gtk_widget_class_bind_template_child (widget_class, AtlasDatePopover, entry);
  gtk_widget_class_bind_template_child (widget_class, AtlasDatePopover, help);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
atlas_date_popover_init (AtlasDatePopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_fault (self, NULL, NULL);
}

/**
 * atlas_date_popover_set_playback:
 * @self: a date popover
 * @playback: the playback to which the typed dates are applied; set it before the popover is shown
 */
void
atlas_date_popover_set_playback (AtlasDatePopover *self, AtlasPlayback *playback)
{
  g_return_if_fail (ATLAS_IS_DATE_POPOVER (self));
  g_return_if_fail (ATLAS_IS_PLAYBACK (playback));

  g_set_object (&self->playback, playback);
}
