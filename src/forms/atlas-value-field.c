/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-value-field.h"

#include <glib/gi18n.h>

#include "atlas-amount.h"
#include "atlas-date-words.h"
#include "atlas-enum-types.h"
#include "atlas-format.h"

/*
 * AtlasValueField: a date, a period, a number, an amount or a string, typed into an entry.
 *
 * It accepts more forms than a file has, writes the form of the file into the draft, and shows
 * below the entry how it has understood the text. What it cannot read goes into the draft as it is,
 * so that the reader refuses it with its own words.
 */
struct _AtlasValueField
{
  AtlasField parent_instance;

  GtkEditable *entry;
};

G_DEFINE_FINAL_TYPE (AtlasValueField, atlas_value_field, ATLAS_TYPE_FIELD)

/* What the field has understood; each is NULL or to be freed. */
typedef struct
{
  char *code;        /* as in a file */
  char *words;       /* for people, in the language of the interface */
  const char *fault; /* why the text cannot be understood, in place of the words of the reader */
} Reading;

static void
clear_reading (Reading *reading)
{
  g_free (reading->code);
  g_free (reading->words);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, clear_reading)

static void
read_date (const char *text, Reading *reading)
{
  AtlasDate date;
  const AtlasDateFault fault = atlas_date_parse_words (text, &date);

  if (fault == ATLAS_DATE_FAULT_CALENDAR)
    reading->fault = _("The calendar has no such month or day");
  if (fault != ATLAS_DATE_FAULT_NONE)
    return;
  reading->code = atlas_date_to_iso (&date);
  reading->words = atlas_format_date (&date, atlas_language_get_default ());
}

static void
read_period (const char *text, Reading *reading)
{
  AtlasPeriod period;
  const AtlasDateFault fault = atlas_period_parse_words (text, &period);

  if (fault == ATLAS_DATE_FAULT_CALENDAR)
    reading->fault = _("The calendar has no such month or day");
  if (fault != ATLAS_DATE_FAULT_NONE)
    return;
  reading->code = atlas_period_to_iso (&period);
  reading->words = atlas_format_period (&period, atlas_language_get_default ());
}

/* The unit in which the member counts. That of a figure is a member of its own. */
static AtlasUnit
get_unit (AtlasValueField *self)
{
  const char *name = atlas_field_get_name (ATLAS_FIELD (self));
  const char *nick;
  g_autoptr (GEnumClass) units = g_type_class_ref (ATLAS_TYPE_UNIT);
  GEnumValue *unit = NULL;

  if (g_str_equal (name, "length_km"))
    return ATLAS_UNIT_KM;
  if (g_str_equal (name, "trips_per_day"))
    return ATLAS_UNIT_TRIP_PER_DAY;
  if (g_str_equal (name, "vehicles"))
    return ATLAS_UNIT_VEHICLE;
  nick = atlas_draft_get_value (atlas_field_get_draft (ATLAS_FIELD (self)), "unit");
  if (nick != NULL)
    unit = g_enum_get_value_by_nick (units, nick);
  return unit != NULL ? (AtlasUnit) unit->value : ATLAS_UNIT_ITEM;
}

static const char *
describe_amount_fault (AtlasAmountFault fault, AtlasUnit unit)
{
  switch (fault)
    {
    case ATLAS_AMOUNT_FAULT_FORM:
      return unit == ATLAS_UNIT_CNY_100M
        ? _("This is no amount such as “653.33 亿元” or “65.333 billion”")
        : _("This is no number");
    case ATLAS_AMOUNT_FAULT_UNIT:
      return _("What follows the number is not the unit of this value");
    case ATLAS_AMOUNT_FAULT_RANGE:
      return _("The number has more than four decimal places, or is beyond ±10¹¹");
    case ATLAS_AMOUNT_FAULT_NONE:
    default:
      return NULL;
    }
}

static GType
get_value_type (AtlasValueField *self)
{
  return G_PARAM_SPEC_VALUE_TYPE (atlas_field_get_member (ATLAS_FIELD (self))->pspec);
}

static gboolean
is_count (AtlasValueField *self)
{
  return get_value_type (self) == G_TYPE_UINT;
}

static void
read_amount (AtlasValueField *self, const char *text, Reading *reading)
{
  const AtlasUnit unit = get_unit (self);
  AtlasDecimal amount;
  const AtlasAmountFault fault = atlas_amount_parse (text, unit, &amount);

  reading->fault = describe_amount_fault (fault, unit);
  if (fault == ATLAS_AMOUNT_FAULT_NONE && is_count (self) && amount % ATLAS_DECIMAL_ONE != 0)
    reading->fault = _("A whole number is needed here");
  if (reading->fault != NULL)
    return;
  reading->code = atlas_decimal_to_string (amount);
  reading->words = atlas_format_quantity (amount, unit, atlas_language_get_default ());
}

/* Full-width digits are digits too. */
static void
read_plain_number (const char *text, Reading *reading)
{
  g_autofree char *plain = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  reading->code = plain != NULL ? g_strstrip (g_steal_pointer (&plain)) : NULL;
}

static void
read_text (AtlasValueField *self, const char *text, Reading *reading)
{
  const GType type = get_value_type (self);

  if (*text == '\0')
    return;
  if (type == ATLAS_TYPE_DATE)
    read_date (text, reading);
  else if (type == ATLAS_TYPE_PERIOD)
    read_period (text, reading);
  else if (type == ATLAS_TYPE_DECIMAL || is_count (self))
    read_amount (self, text, reading);
  else if (type == G_TYPE_DOUBLE)
    read_plain_number (text, reading);
}

/* Shows how the text was understood if the text does not say so itself. */
static void
show_reading (AtlasValueField *self, const char *text, const Reading *reading)
{
  const gboolean is_plain = reading->words == NULL || g_strcmp0 (text, reading->words) == 0 ||
                            (g_strcmp0 (text, reading->code) == 0 &&
                             !g_str_equal (atlas_field_get_name (ATLAS_FIELD (self)), "value"));

  atlas_field_set_hint (ATLAS_FIELD (self), is_plain ? NULL : reading->words);
}

static void
read_entry (AtlasValueField *self)
{
  AtlasField *field = ATLAS_FIELD (self);
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  g_auto (Reading) reading = { .code = NULL };

  read_text (self, text, &reading);
  atlas_draft_set_value (atlas_field_get_draft (field), atlas_field_get_name (field),
                         reading.code != NULL ? reading.code : text);
  atlas_field_set_fault (field, reading.fault);
  show_reading (self, text, &reading);
}

static void
changed_cb (AtlasValueField *self)
{
  read_entry (self);
  atlas_field_change (ATLAS_FIELD (self));
}

static void
atlas_value_field_constructed (GObject *object)
{
  AtlasValueField *self = ATLAS_VALUE_FIELD (object);
  AtlasField *field = ATLAS_FIELD (object);
  g_auto (Reading) reading = { .code = NULL };
  const char *value;

  G_OBJECT_CLASS (atlas_value_field_parent_class)->constructed (object);

  value = atlas_draft_get_value (atlas_field_get_draft (field), atlas_field_get_name (field));
  self->entry = GTK_EDITABLE (gtk_entry_new ());
  gtk_editable_set_width_chars (self->entry, 8);
  gtk_editable_set_text (self->entry, value != NULL ? value : "");
  if (value != NULL)
    {
      read_text (self, value, &reading);
      show_reading (self, value, &reading);
    }
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  atlas_field_add (field, GTK_WIDGET (self->entry));
  atlas_field_set_control (field, GTK_WIDGET (self->entry));
}

static void
atlas_value_field_class_init (AtlasValueFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->constructed = atlas_value_field_constructed;
}

static void
atlas_value_field_init (AtlasValueField *self)
{
}

/**
 * atlas_value_field_set_text:
 * @self: a field
 * @text: a text as the user would type it
 */
void
atlas_value_field_set_text (AtlasValueField *self, const char *text)
{
  g_return_if_fail (ATLAS_IS_VALUE_FIELD (self));

  gtk_editable_set_text (self->entry, text);
}

/**
 * atlas_value_field_read_again:
 * @self: a field
 *
 * Reads the text anew, after the unit has changed.
 */
void
atlas_value_field_read_again (AtlasValueField *self)
{
  g_return_if_fail (ATLAS_IS_VALUE_FIELD (self));

  read_entry (self);
}

/**
 * atlas_value_field_set_editable:
 * @self: a field
 * @is_editable: whether the user can change the value
 */
void
atlas_value_field_set_editable (AtlasValueField *self, gboolean is_editable)
{
  g_return_if_fail (ATLAS_IS_VALUE_FIELD (self));

  gtk_editable_set_editable (self->entry, is_editable);
}
