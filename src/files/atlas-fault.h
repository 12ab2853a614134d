/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AtlasReadError:
 * @ATLAS_READ_ERROR_NOT_UTF8: save the file in another encoding
 * @ATLAS_READ_ERROR_NOT_JSON: correct the punctuation or the spelling of a value
 * @ATLAS_READ_ERROR_TOO_DEEP: nest fewer arrays and objects
 * @ATLAS_READ_ERROR_TOO_LARGE: split the file
 * @ATLAS_READ_ERROR_WRONG_FORMAT: open another file, or a newer program
 * @ATLAS_READ_ERROR_DUPLICATE_MEMBER: keep one of two members of one name
 * @ATLAS_READ_ERROR_MISSING_MEMBER: add what is missing
 * @ATLAS_READ_ERROR_UNKNOWN_MEMBER: check the name; its value is not shown (a warning)
 * @ATLAS_READ_ERROR_WRONG_TYPE: write a value of another type
 * @ATLAS_READ_ERROR_OUT_OF_RANGE: correct the value
 * @ATLAS_READ_ERROR_UNKNOWN_WORD: use a word of the vocabulary
 * @ATLAS_READ_ERROR_UNKNOWN_REFERENCE: correct the id, or add the record
 * @ATLAS_READ_ERROR_WRONG_REFERENCE: refer to a record of another kind
 * @ATLAS_READ_ERROR_DUPLICATE_ID: give one of two records another id
 * @ATLAS_READ_ERROR_CYCLE: remove the cycle
 * @ATLAS_READ_ERROR_NOT_CITED: add a citation (a warning)
 * @ATLAS_READ_ERROR_TOO_MANY: correct the listed faults first; the others are not listed
 * @ATLAS_READ_ERROR_LEFT_OUT: correct the record to which this one refers, which was left out
 *
 * The kinds of faults of a dataset, with what its author can do.
 */
typedef enum
{
  ATLAS_READ_ERROR_NOT_UTF8,
  ATLAS_READ_ERROR_NOT_JSON,
  ATLAS_READ_ERROR_TOO_DEEP,
  ATLAS_READ_ERROR_TOO_LARGE,
  ATLAS_READ_ERROR_WRONG_FORMAT,
  ATLAS_READ_ERROR_DUPLICATE_MEMBER,
  ATLAS_READ_ERROR_MISSING_MEMBER,
  ATLAS_READ_ERROR_UNKNOWN_MEMBER,
  ATLAS_READ_ERROR_WRONG_TYPE,
  ATLAS_READ_ERROR_OUT_OF_RANGE,
  ATLAS_READ_ERROR_UNKNOWN_WORD,
  ATLAS_READ_ERROR_UNKNOWN_REFERENCE,
  ATLAS_READ_ERROR_WRONG_REFERENCE,
  ATLAS_READ_ERROR_DUPLICATE_ID,
  ATLAS_READ_ERROR_CYCLE,
  ATLAS_READ_ERROR_NOT_CITED,
  ATLAS_READ_ERROR_TOO_MANY,
  ATLAS_READ_ERROR_LEFT_OUT,
} AtlasReadError;

#define ATLAS_READ_ERROR (atlas_read_error_quark ())

GQuark atlas_read_error_quark (void);

/**
 * AtlasFaultSeverity:
 * @ATLAS_FAULT_SEVERITY_WARNING: the record can be used
 * @ATLAS_FAULT_SEVERITY_ERROR: the record, or the whole dataset, cannot be used
 */
typedef enum
{
  ATLAS_FAULT_SEVERITY_WARNING,
  ATLAS_FAULT_SEVERITY_ERROR,
} AtlasFaultSeverity;

/**
 * AtlasFault:
 * @severity: whether the record can be used
 * @code: the kind of the fault
 * @line: the line in the file, from 1
 * @column: the character in the line, from 1
 * @place: the path of the value in the file, such as "partnerships[3].members[1]", or ""
 * @record: (nullable): the record that contains it, in the language of the interface, such as kind
 *   and name; plain text, not markup; %NULL for a fault of the whole file
 * @message: a sentence without full stop, in the language of the interface; plain text, not markup
 *
 * One fault of a file. It does not change once the file has been read.
 */
typedef struct
{
  AtlasFaultSeverity severity;
  AtlasReadError code;
  guint line;
  guint column;
  char *place;
  char *record;
  char *message;

  /*< private >*/
  gsize offset;
  guint number;
} AtlasFault;

void atlas_fault_free (AtlasFault *self);
char *atlas_fault_to_string (const AtlasFault *self, const char *file);

G_END_DECLS
