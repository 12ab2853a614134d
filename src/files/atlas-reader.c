/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-reader.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "atlas-extras-reading-private.h"
#include "atlas-omission-private.h"
#include "atlas-reader-private.h"
#include "atlas-record-reading-private.h"
#include "atlas-references-private.h"
#include "atlas-tour-reading-private.h"
#include "atlas-value-private.h"

/*
 * The reader: turns a file into a dataset, or into a list of its faults.
 *
 * The scanner rejects invalid JSON and indexes the positions of all values. Then json-glib parses
 * one record at a time, so that its tree is never larger than a record. Finally the references
 * between records are resolved. Faults are collected in any order and sorted at the end.
 *
 * Strict reading refuses a file with faults. Lenient reading leaves out the records with faults:
 * see _atlas_omission_apply().
 *
 * The functions use no global state, so any thread may call them.
 */

/* The size of a block when the size of a stream is unknown. */
#define CHUNK (256 * 1024)

/* The members of the top level of a file. */
typedef struct
{
  guint format; /* index numbers; 0 when there is no such member */
  guint version;
  guint title;
  guint date;
  guint approval_number;
  guint records[ATLAS_N_RECORD_KINDS];
  guint tours;
} Head;

/* Parses a value with json-glib; returns NULL when it has a fault, which is already in the list. */
static JsonNode *
parse_value (AtlasReading *reading, JsonParser *parser, guint at)
{
  const AtlasJsonValue *value = _atlas_json_index_get (reading->index, at);
  g_autoptr (GError) error = NULL;

  if (value->faulty)
    return NULL;
  if (json_parser_load_from_data (parser, reading->text + value->offset, value->length, &error))
    return json_parser_get_root (parser);
  _atlas_reading_error (reading, ATLAS_READ_ERROR_NOT_JSON, at, "%s", error->message);
  return NULL;
}

static guint *
find_member (Head *head, const char *name)
{
  const struct
  {
    const char *name;
    guint *member;
  } members[] = {
    { "format", &head->format },
    { "version", &head->version },
    { "title", &head->title },
    { "date", &head->date },
    { "approval_number", &head->approval_number },
    { "tours", &head->tours },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (name, members[i].name))
      return members[i].member;
  for (gsize kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    if (g_str_equal (name, atlas_schema_get ((AtlasRecordKind) kind)->array))
      return &head->records[kind];
  return NULL;
}

/* Finds the members of the file; with @warn, adds warnings for those that the format does not
 * define. */
static void
find_members (AtlasReading *reading, Head *head, gboolean warn)
{
  const guint end = _atlas_json_index_get (reading->index, 0)->next;

  for (guint at = 1; at < end; at = _atlas_json_index_get (reading->index, at)->next)
    {
      g_autofree char *name = _atlas_json_index_dup_name (reading->index, at);
      guint *member = find_member (head, name);

      if (member != NULL)
        *member = at;
      else if (warn && !g_str_equal (name, "$schema"))
        _atlas_value_warn_of_unknown (reading, at);
    }
}

static gboolean
is_format (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) &&
         g_strcmp0 (json_node_get_string (node), ATLAS_DATASET_FORMAT) == 0;
}

static gboolean
is_version (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64 &&
         json_node_get_int (node) == ATLAS_DATASET_VERSION;
}

/* Returns whether @check rejects a member of the file; FALSE if the member has another fault
 * already. */
static gboolean
is_wrong (AtlasReading *reading, JsonParser *parser, guint at, gboolean (*check) (JsonNode *node))
{
  JsonNode *node;

  if (at == 0)
    return TRUE;
  node = parse_value (reading, parser, at);
  return node != NULL && !check (node);
}

/* Checks that the file is a dataset; if not, no other faults are reported. */
static gboolean
check_format (AtlasReading *reading, JsonParser *parser, const Head *head)
{
  if (is_wrong (reading, parser, head->format, is_format))
    _atlas_reading_error (reading, ATLAS_READ_ERROR_WRONG_FORMAT, head->format,
                          _("This is no dataset: in one, the member “format” is “%s”"),
                            ATLAS_DATASET_FORMAT);
  else if (is_wrong (reading, parser, head->version, is_version))
    _atlas_reading_error (reading, ATLAS_READ_ERROR_WRONG_FORMAT, head->version,
                          _("This program reads files of “version” %d only"),
                            ATLAS_DATASET_VERSION);
  else
    return TRUE;
  return FALSE;
}

static void
check_required (AtlasReading *reading, guint at, const char *name)
{
  if (at == 0)
    _atlas_reading_error (reading, ATLAS_READ_ERROR_MISSING_MEMBER, 0,
                          _("The member “%s” is missing"), name);
}

static void
read_head (AtlasReading *reading, JsonParser *parser, const Head *head)
{
  g_autoptr (AtlasText) title = NULL;
  g_autofree char *approval_number = NULL;
  AtlasDate date;
  gboolean has_date = FALSE;
  JsonNode *node;

  check_required (reading, head->title, "title");
  check_required (reading, head->records[ATLAS_RECORD_KIND_SOURCE], "sources");
  check_required (reading, head->records[ATLAS_RECORD_KIND_PLACE], "places");
  if (head->title != 0 && (node = parse_value (reading, parser, head->title)) != NULL)
    title = _atlas_value_read_name (reading, head->title, node);
  if (head->date != 0 && (node = parse_value (reading, parser, head->date)) != NULL)
    has_date = _atlas_value_read_date (reading, head->date, node, &date);
  if (head->approval_number != 0 &&
      (node = parse_value (reading, parser, head->approval_number)) != NULL)
    approval_number = g_strdup (_atlas_value_read_string (reading, head->approval_number, node));
  atlas_dataset_set_head (reading->dataset, title, has_date ? &date : NULL, approval_number);
  reading->head[0] = head->title;
  reading->head[1] = head->date;
  reading->head[2] = head->approval_number;
  reading->head[3] = head->tours;
  _atlas_extras_take_head (reading);
}

static void
read_records (AtlasReading *reading,
              JsonParser *parser,
              AtlasRecordKind kind,
              guint array,
              GCancellable *cancellable)
{
  const AtlasSchema *schema = atlas_schema_get (kind);
  guint end;

  if (_atlas_json_index_peek (reading->index, array) != '[')
    {
      _atlas_reading_error (reading, ATLAS_READ_ERROR_WRONG_TYPE, array,
                            _("An array, in “[” and “]”, is expected"));
      reading->incomplete = TRUE;
      return;
    }
  end = _atlas_json_index_get (reading->index, array)->next;
  for (guint at = array + 1; at < end && !g_cancellable_is_cancelled (cancellable);
       at = _atlas_json_index_get (reading->index, at)->next)
    {
      JsonNode *node = parse_value (reading, parser, at);
      AtlasEntry entry = { .at = at, .kind = kind };

      if (node != NULL)
        entry.record = _atlas_reading_read_record (reading, schema, at, node);
      else
        reading->incomplete = TRUE;
      g_array_append_val (reading->entries, entry);
    }
}

static gboolean
has_tour (GPtrArray *tours, const char *id)
{
  for (guint i = 0; i < tours->len; i++)
    if (g_str_equal (atlas_tour_get_id (tours->pdata[i]), id))
      return TRUE;
  return FALSE;
}

/* Tours need the records to which they lead, so they are read last. */
static GPtrArray *
read_tours (AtlasReading *reading, JsonParser *parser, guint array, GCancellable *cancellable)
{
  GPtrArray *tours = g_ptr_array_new_with_free_func (g_object_unref);
  guint end;

  if (_atlas_json_index_peek (reading->index, array) != '[')
    {
      _atlas_reading_error (reading, ATLAS_READ_ERROR_WRONG_TYPE, array,
                            _("An array, in “[” and “]”, is expected"));
      return tours;
    }
  end = _atlas_json_index_get (reading->index, array)->next;
  for (guint at = array + 1; at < end && !g_cancellable_is_cancelled (cancellable);
       at = _atlas_json_index_get (reading->index, at)->next)
    {
      JsonNode *node = parse_value (reading, parser, at);
      g_autoptr (AtlasTour) tour = node != NULL ? _atlas_tour_read (reading, at, node) : NULL;

      if (tour != NULL && has_tour (tours, atlas_tour_get_id (tour)))
        _atlas_reading_error (reading, ATLAS_READ_ERROR_DUPLICATE_ID, at,
                              _("Another tour has this id"));
      else if (tour != NULL)
        g_ptr_array_add (tours, g_steal_pointer (&tour));
    }
  return tours;
}

static void
read_root (AtlasReading *reading, GCancellable *cancellable)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  Head head = { 0 };

  if (_atlas_json_index_peek (reading->index, 0) != '{')
    {
      _atlas_reading_error (reading, ATLAS_READ_ERROR_WRONG_FORMAT, 0,
                            _("This is no dataset: one is an object, in “{” and “}”"));
      return;
    }
  find_members (reading, &head, FALSE);
  if (!check_format (reading, parser, &head))
    return;
  find_members (reading, &head, TRUE);
  read_head (reading, parser, &head);
  for (gsize kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
    if (head.records[kind] != 0)
      read_records (reading, parser, (AtlasRecordKind) kind, head.records[kind], cancellable);
  if (g_cancellable_is_cancelled (cancellable))
    return;
  _atlas_references_check (reading->references, reading);
  if (head.tours != 0)
    {
      g_autoptr (GPtrArray) tours = read_tours (reading, parser, head.tours, cancellable);

      atlas_dataset_set_tours (reading->dataset, tours);
    }
}

/* Sorts the faults and adds the position and the record to each. */
static GPtrArray *
finish_faults (AtlasReading *reading)
{
  GPtrArray *faults;

  _atlas_omission_name_records (reading);
  faults = _atlas_fault_list_finish (reading->faults);

  for (guint i = 0; i < faults->len; i++)
    {
      AtlasFault *fault = g_ptr_array_index (faults, i);

      if (fault->place == NULL)
        fault->place = _atlas_json_index_dup_place (reading->index, fault->number);
    }
  return faults;
}

static void
set_error (GError **error, const char *name, GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    {
      const AtlasFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *message = NULL;

      if (fault->severity != ATLAS_FAULT_SEVERITY_ERROR)
        continue;
      message = atlas_fault_to_string (fault, name);
      g_set_error_literal (error, ATLAS_READ_ERROR, (int) fault->code, message);
      return;
    }
}

/* Completes the dataset with all records, or with those that can be kept; FALSE if neither is
 * possible. */
static gboolean
join_records (AtlasReading *reading, AtlasReaderMode mode)
{
  if (!_atlas_fault_list_has_errors (reading->faults))
    {
      _atlas_references_join (reading->references, reading, NULL);
      return TRUE;
    }
  return mode == ATLAS_READER_LENIENT && reading->index != NULL && _atlas_omission_apply (reading);
}

/**
 * atlas_reader_read_bytes:
 * @name: the name of the file for error messages
 * @bytes: the contents of the file; may be any bytes
 * @mode: what to do with records that have faults
 * @cancellable: (nullable): a cancellable
 * @faults: (out) (optional) (transfer container) (element-type AtlasFault): return location for all
 *   faults, in the order of the file, including warnings, which do not make the function fail. In
 *   %ATLAS_READER_LENIENT, a record that is left out because of another one has the code
 *   %ATLAS_READ_ERROR_LEFT_OUT
 * @error: return location for an error of %ATLAS_READ_ERROR, with file, line and path of the first
 *   fault that is an error; or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): a complete dataset, or %NULL with @error set
 */
AtlasDataset *
atlas_reader_read_bytes (const char *name,
                         GBytes *bytes,
                         AtlasReaderMode mode,
                         GCancellable *cancellable,
                         GPtrArray **faults,
                         GError **error)
{
  gsize length;
  const char *text;
  g_autoptr (AtlasFaultList) list = NULL;
  g_autoptr (AtlasJsonIndex) index = NULL;
  g_autoptr (AtlasReferences) references = _atlas_references_new ();
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (AtlasEntry));
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (GPtrArray) found = NULL;
  AtlasReading reading;
  gboolean can_show;

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  if (length == 0)
    text = ""; /* because the data of empty bytes is NULL */
  list = _atlas_fault_list_new (text, length);
  if (length > ATLAS_READER_MAX_BYTES)
    _atlas_fault_list_add (
      list, ATLAS_FAULT_SEVERITY_ERROR, ATLAS_READ_ERROR_TOO_LARGE, 0, 0, g_strdup (""),
      _("The file is larger than %u MiB"), (guint) (ATLAS_READER_MAX_BYTES / (1024 * 1024)));
  else
    index = _atlas_json_index_new (text, length, list, cancellable);

  reading = (AtlasReading) {
    .text = text,
    .index = index,
    .faults = list,
    .dataset = atlas_dataset_new (),
    .references = references,
    .entries = entries,
  };
  if (index != NULL)
    read_root (&reading, cancellable);
  can_show = !g_cancellable_is_cancelled (cancellable) && join_records (&reading, mode);
  found = finish_faults (&reading);
  dataset = reading.dataset;
  if (faults != NULL)
    *faults = g_ptr_array_ref (found);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (!can_show)
    {
      set_error (error, name, found);
      return NULL;
    }
  atlas_dataset_complete (dataset);
  return g_steal_pointer (&dataset);
}

/**
 * atlas_reader_read_tours:
 * @name: the name of the file for error messages
 * @bytes: the contents of the file, as atlas_writer_write_tours() writes it; may be any bytes
 * @dataset: the complete dataset to whose records the tours lead
 * @error: return location for an error of %ATLAS_READ_ERROR about the first fault
 *
 * Reads tours that are kept beside a dataset. Steps with faults are left out.
 *
 * Returns: (transfer full) (element-type AtlasTour): the tours; with @error set if any part has a
 *   fault
 */
GPtrArray *
atlas_reader_read_tours (const char *name, GBytes *bytes, AtlasDataset *dataset, GError **error)
{
  gsize length;
  const char *text;
  g_autoptr (AtlasFaultList) list = NULL;
  g_autoptr (AtlasJsonIndex) index = NULL;
  g_autoptr (AtlasReferences) references = _atlas_references_new ();
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (AtlasEntry));
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) found = NULL;
  GPtrArray *tours = NULL;
  AtlasReading reading;
  Head head = { 0 };

  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (ATLAS_IS_DATASET (dataset), NULL);

  text = g_bytes_get_data (bytes, &length);
  if (length == 0)
    text = ""; /* because the data of empty bytes is NULL */
  list = _atlas_fault_list_new (text, length);
  index = _atlas_json_index_new (text, length, list, NULL);
  reading = (AtlasReading) {
    .text = text,
    .index = index,
    .faults = list,
    .dataset = dataset,
    .references = references,
    .entries = entries,
  };
  if (index != NULL && _atlas_json_index_peek (index, 0) == '{')
    find_members (&reading, &head, FALSE);
  if (index != NULL && check_format (&reading, parser, &head) && head.tours != 0)
    tours = read_tours (&reading, parser, head.tours, NULL);
  found = finish_faults (&reading);
  set_error (error, name, found);
  return tours != NULL ? tours : g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * _atlas_reader_read_record:
 * @text: a file with one record
 * @dataset: the complete dataset to whose records the record may refer
 * @faults: (out) (transfer container) (element-type AtlasFault): return location for all faults
 *
 * Returns: (transfer full) (nullable): the record, which belongs to no complete dataset yet; %NULL
 *   if there are errors among the faults
 */
AtlasRecord *
_atlas_reader_read_record (const char *text, AtlasDataset *dataset, GPtrArray **faults)
{
  const gsize length = strlen (text);
  g_autoptr (AtlasFaultList) list = _atlas_fault_list_new (text, length);
  g_autoptr (AtlasJsonIndex) index = _atlas_json_index_new (text, length, list, NULL);
  g_autoptr (AtlasReferences) references = _atlas_references_new ();
  g_autoptr (GArray) entries = g_array_new (FALSE, FALSE, sizeof (AtlasEntry));
  g_autoptr (AtlasDataset) one = atlas_dataset_new ();
  AtlasRecord *record = NULL;
  AtlasReading reading = {
    .text = text,
    .index = index,
    .faults = list,
    .dataset = one,
    .base = dataset,
    .references = references,
    .entries = entries,
  };

  if (index != NULL)
    read_root (&reading, NULL);
  if (!_atlas_fault_list_has_errors (list) && entries->len == 1)
    {
      _atlas_references_join (references, &reading, NULL);
      record = g_object_ref (g_array_index (entries, AtlasEntry, 0).record);
    }
  *faults = finish_faults (&reading);
  return record;
}

/* Opens a pipe without blocking, so that it can be polled together with the cancellable.
 * g_file_read() would block until something writes into the pipe, and could not be cancelled. */
static GInputStream *
open_pipe (const char *path, GError **error)
{
  const int handle = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0);
  const int saved = errno;

  if (handle >= 0)
    return g_unix_input_stream_new (handle, TRUE);
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (saved), g_strerror (saved));
  return NULL;
}

/* Opens local files and pipes; refuses devices, which may never end. */
static GInputStream *
open_stream (GFile *file, GCancellable *cancellable, GError **error)
{
  const char *path = g_file_peek_path (file);
  struct stat status;

  if (path == NULL || g_stat (path, &status) != 0 || S_ISREG (status.st_mode) ||
      S_ISDIR (status.st_mode))
    return (GInputStream *) g_file_read (file, cancellable, error);
  if (S_ISFIFO (status.st_mode))
    return open_pipe (path, error);
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                       _("This is neither a file nor a pipe"));
  return NULL;
}

/* Loads a stream up to the size limit plus one byte. Mapping the file is not faster, and would
 * crash the program if another process truncates the file. */
static GBytes *
load (GInputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gsize n_read;

  do
    {
      const guint length = bytes->len;

      g_byte_array_set_size (bytes, MIN (length + CHUNK, (guint) ATLAS_READER_MAX_BYTES + 1));
      if (!g_input_stream_read_all (stream, bytes->data + length, bytes->len - length, &n_read,
                                    cancellable, error))
        return NULL;
      g_byte_array_set_size (bytes, length + (guint) n_read);
    }
  while (n_read > 0);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* Reads @stream, which may be %NULL with @error set. */
static AtlasDataset *
read_stream (const char *name,
             GInputStream *stream,
             AtlasReaderMode mode,
             GCancellable *cancellable,
             GPtrArray **faults,
             GError **error)
{
  g_autoptr (GBytes) bytes = stream != NULL ? load (stream, cancellable, error) : NULL;

  if (bytes != NULL)
    return atlas_reader_read_bytes (name, bytes, mode, cancellable, faults, error);
  if (faults != NULL)
    *faults = g_ptr_array_new_with_free_func ((GDestroyNotify) atlas_fault_free);
  return NULL;
}

/**
 * atlas_reader_read_stream:
 * @name: the name of the stream for error messages
 * @stream: a stream, such as the standard input
 * @cancellable: (nullable): a cancellable
 * @faults: (out) (optional) (transfer container) (element-type AtlasFault): as for
 *   atlas_reader_read_bytes(); empty when the stream cannot be read
 * @error: as for atlas_reader_read_bytes(), or an error of %G_IO_ERROR
 *
 * Reads in %ATLAS_READER_STRICT. Blocks until the stream ends.
 *
 * Returns: (transfer full) (nullable): a complete dataset, or %NULL with @error set
 */
AtlasDataset *
atlas_reader_read_stream (const char *name,
                          GInputStream *stream,
                          GCancellable *cancellable,
                          GPtrArray **faults,
                          GError **error)
{
  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  return read_stream (name, stream, ATLAS_READER_STRICT, cancellable, faults, error);
}

/**
 * atlas_reader_read_file:
 * @file: a file, or anything else that can be read as a stream
 * @mode: what to do with records that have faults
 * @cancellable: (nullable): a cancellable
 * @faults: (out) (optional) (transfer container) (element-type AtlasFault): as for
 *   atlas_reader_read_bytes(); empty when the file cannot be opened
 * @error: as for atlas_reader_read_bytes(), or an error of %G_IO_ERROR
 *
 * Blocks until the file is read; see also atlas_reader_read_async().
 *
 * Returns: (transfer full) (nullable): a complete dataset, or %NULL with @error set
 */
AtlasDataset *
atlas_reader_read_file (GFile *file,
                        AtlasReaderMode mode,
                        GCancellable *cancellable,
                        GPtrArray **faults,
                        GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GInputStream) stream = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = g_file_get_parse_name (file);
  stream = open_stream (file, cancellable, error);
  return read_stream (name, stream, mode, cancellable, faults, error);
}

typedef struct
{
  GFile *file;
  GPtrArray *faults;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_object_unref (job->file);
  g_clear_pointer (&job->faults, g_ptr_array_unref);
  g_free (job);
}

static void
read_in_thread (GTask *task, gpointer source_object, gpointer task_data, GCancellable *cancellable)
{
  Job *job = task_data;
  g_autoptr (GError) error = NULL;
  AtlasDataset *dataset =
    atlas_reader_read_file (job->file, ATLAS_READER_LENIENT, cancellable, &job->faults, &error);

  if (dataset != NULL)
    g_task_return_pointer (task, dataset, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

/**
 * atlas_reader_read_async:
 * @file: a file
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context of the caller when reading has ended
 * @user_data: data for @callback
 *
 * Reads in a thread, in %ATLAS_READER_LENIENT.
 */
void
atlas_reader_read_async (GFile *file,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (G_IS_FILE (file));

  job = g_new0 (Job, 1);
  job->file = g_object_ref (file);
  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, atlas_reader_read_async);
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, read_in_thread);
}

/**
 * atlas_reader_read_finish:
 * @result: the result that the callback got
 * @faults: (out) (optional) (transfer container) (element-type AtlasFault): as for
 *   atlas_reader_read_file()
 * @error: as for atlas_reader_read_file()
 *
 * Returns: (transfer full) (nullable): a complete dataset, or %NULL with @error set
 */
AtlasDataset *
atlas_reader_read_finish (GAsyncResult *result, GPtrArray **faults, GError **error)
{
  Job *job;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  job = g_task_get_task_data (G_TASK (result));
  if (faults != NULL)
    *faults = g_steal_pointer (&job->faults);
  return g_task_propagate_pointer (G_TASK (result), error);
}
