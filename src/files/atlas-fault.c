/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-fault.h"

#include <glib/gi18n-lib.h>

/*
 * AtlasFault: one fault of a file and its position.
 */
G_DEFINE_QUARK (atlas - read - error, atlas_read_error)

/**
 * atlas_fault_free:
 * @self: (transfer full): a fault
 */
void
atlas_fault_free (AtlasFault *self)
{
  g_free (self->place);
  g_free (self->record);
  g_free (self->message);
  g_free (self);
}

/**
 * atlas_fault_to_string:
 * @self: a fault
 * @file: the name of the file, as shown to the user
 *
 * A fault of the whole file has no path; then the column is printed instead.
 *
 * Returns: (transfer full): one line, `FILE:LINE: PLACE: MESSAGE`, without a newline
 */
char *
atlas_fault_to_string (const AtlasFault *self, const char *file)
{
  g_autofree char *column = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (file != NULL, NULL);

  if (*self->place == '\0')
    /* Translators: the character of a line in a file, counted from 1 */
    column = g_strdup_printf (_("column %u"), self->column);
  return g_strdup_printf ("%s:%u: %s: %s", file, self->line, column != NULL ? column : self->place,
                          self->message);
}
