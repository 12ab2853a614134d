/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-command-line.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>
#include <stdlib.h>
#include <unistd.h>

#include "atlas-base-map.h"
#include "atlas-export.h"
#include "atlas-installation.h"
#include "atlas-output.h"
#include "atlas-place.h"
#include "atlas-reader.h"
#include "atlas-view.h"
#include "atlas-writer.h"

/*
 * The command line options that work without a display.
 *
 * GApplication parses them into these variables. The datasets, which are not options, are in the
 * dictionary of the options, so that a running instance gets them.
 */
static struct
{
  gboolean version;
  char *check;
  char *rewrite;
  char *export;
  char *scope;
  char *tour;
  char *language;
  char *paper;
  gboolean landscape;
  char *layout;
  gboolean by_stage;
  gboolean years;
  char *size;
  char *speed;
  char *parts;
  char *kind;
  char *page;
  char *format;
  char *resolution;
  gboolean outlines;
  char *from;
  char *until;
} arguments;

static const GOptionEntry entries[] = {
  { "version", 'v', 0, G_OPTION_ARG_NONE, &arguments.version, N_ ("Show the version"), NULL },
  { "check", 'c', 0, G_OPTION_ARG_FILENAME, &arguments.check,
    N_ ("Say everything that is wrong with a dataset"), N_ ("FILE") },
  { "rewrite", 0, 0, G_OPTION_ARG_FILENAME, &arguments.rewrite,
    N_ ("Put a dataset into its canonical form; “-” reads standard input and writes to standard "
        "output"),
    N_ ("FILE") },
  { "export", 'e', 0, G_OPTION_ARG_FILENAME, &arguments.export,
    N_ ("Write a summary as PDF, SVG, PNG, HTML, CSV or GeoJSON; “-” writes to standard output"),
    N_ ("FILE") },
  { "scope", 's', 0, G_OPTION_ARG_STRING, &arguments.scope,
    N_ ("Export the scope of one record, or of two places or links with a comma between"),
    N_ ("ID") },
  { "tour", 0, 0, G_OPTION_ARG_STRING, &arguments.tour,
    N_ ("Export a page for each view of a tour"), N_ ("ID") },
  { "language", 'l', 0, G_OPTION_ARG_STRING, &arguments.language, N_ ("Export in zh_CN, en or ko"),
    N_ ("LANGUAGE") },
  { "paper", 'p', 0, G_OPTION_ARG_STRING, &arguments.paper, N_ ("Paper: a4, a3 or letter"),
    N_ ("PAPER") },
  { "landscape", 0, 0, G_OPTION_ARG_NONE, &arguments.landscape,
    N_ ("Lay the paper on its long side"), NULL },
  { "layout", 0, 0, G_OPTION_ARG_STRING, &arguments.layout,
    N_ ("Layout: brief (one page), compact, official after GB/T 9704, or follow-up (next steps)"),
    N_ ("LAYOUT") },
  { "by-stage", 0, 0, G_OPTION_ARG_NONE, &arguments.by_stage,
    N_ ("Group the projects by stage instead of by kind"), NULL },
  { "years", 0, 0, G_OPTION_ARG_NONE, &arguments.years,
    N_ ("Write a numbered PNG for each month of the years; .gif and .webm play them"), NULL },
  { "size", 0, 0, G_OPTION_ARG_STRING, &arguments.size,
    N_ ("Size of the pictures of the years, in pixels (default: 1280x720)"), N_ ("SIZE") },
  { "speed", 0, 0, G_OPTION_ARG_STRING, &arguments.speed,
    N_ ("Months that a film plays in a second: 1 to 30 (default: 4)"), N_ ("MONTHS") },
  { "parts", 0, 0, G_OPTION_ARG_STRING, &arguments.parts,
    N_ ("What the summary holds, such as map,figures,timeline"), N_ ("PARTS") },
  { "kind", 'k', 0, G_OPTION_ARG_STRING, &arguments.kind,
    N_ ("What to put together: scope, or a page for each of the cities or pairs"), N_ ("KIND") },
  { "page", 0, 0, G_OPTION_ARG_STRING, &arguments.page,
    N_ ("Show this page as SVG or PNG instead of the map, or all in files of their own"),
    N_ ("PAGE") },
  { "format", 'f', 0, G_OPTION_ARG_STRING, &arguments.format,
    N_ ("Format, whatever FILE is called: pdf, docx, svg, png, html, csv, geojson, xlsx, gif or "
        "webm"),
    N_ ("FORMAT") },
  { "resolution", 0, 0, G_OPTION_ARG_STRING, &arguments.resolution,
    N_ ("Dots per inch of a PNG, from 96 to 600; 150 unless given"), N_ ("NUMBER") },
  { "outlines", 0, 0, G_OPTION_ARG_NONE, &arguments.outlines,
    N_ ("Write the letters of an SVG as outlines, for programs without the fonts"), NULL },
  { "from", 0, 0, G_OPTION_ARG_STRING, &arguments.from,
    N_ ("Leave out what happened before a date, such as 2018 or 2018-03"), N_ ("DATE") },
  { "until", 0, 0, G_OPTION_ARG_STRING, &arguments.until, N_ ("Leave out what began after a date"),
    N_ ("DATE") },
  /* Without a variable, this option is in the dictionary and reaches a running instance. */
  { "view", 0, 0, G_OPTION_ARG_STRING, NULL,
    N_ ("Show a view, or export it; LINK is from “Copy Link to This View”"), N_ ("LINK") },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[DATASET…]") },
  { NULL, 0, 0, 0, NULL, NULL, NULL },
};

/* A place outside the land of the base map is no error in the format, but it may be a mistake, such
 * as exchanged coordinates or a lost digit. */
static void
warn_of_places (AtlasDataset *dataset, const char *path)
{
  GListModel *places = atlas_dataset_get_records (dataset, ATLAS_RECORD_KIND_PLACE);
  AtlasBaseMap *base_map = atlas_base_map_get_default ();

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (AtlasPlace) place = g_list_model_get_item (places, i);
      const double latitude = atlas_place_get_latitude (place);
      const double longitude = atlas_place_get_longitude (place);
      const char *id = atlas_record_get_id (ATLAS_RECORD (place));
      g_autofree char *warning = NULL;

      if (!atlas_base_map_covers (base_map, atlas_projection_x (longitude),
                                  atlas_projection_y (latitude)))
        /* Translators: the id of a place, then degrees north and east. */
        warning = g_strdup_printf (_("Warning: place “%s” at %.4f, %.4f is beyond the base map"),
                                     id, latitude, longitude);
      else if (!atlas_base_map_is_on_land (base_map, latitude, longitude))
        /* Translators: the id of a place, then degrees north and east. */
        warning =
          g_strdup_printf (_("Warning: place “%s” at %.4f, %.4f is in the sea on the base map"), id,
                             latitude, longitude);
      if (warning != NULL)
        g_print ("%s: %s\n", path, warning);
    }
}

/* Prints one fault per line, in a format that editors can follow. */
static int
check_file (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset =
    atlas_reader_read_file (file, ATLAS_READER_STRICT, NULL, &faults, &error);

  for (guint i = 0; faults != NULL && i < faults->len; i++)
    {
      g_autofree char *line = atlas_fault_to_string (g_ptr_array_index (faults, i), path);

      g_print ("%s\n", line);
    }
  /* Without faults the error is not about the content, such as a missing or too large file. */
  if (dataset == NULL && (faults == NULL || faults->len == 0))
    g_printerr ("%s\n", error->message);
  if (dataset != NULL)
    warn_of_places (dataset, path);
  return dataset != NULL ? EXIT_SUCCESS : EXIT_FAILURE;
}

/* Whether rewriting the file would lose data: invalid values, and the end of names that are too
 * long. */
static gboolean
is_lost (const AtlasFault *fault)
{
  return fault->severity == ATLAS_FAULT_SEVERITY_ERROR ||
         fault->code == ATLAS_READ_ERROR_OUT_OF_RANGE;
}

/* Prints what would be lost, one fault per line; FALSE if nothing. */
static gboolean
print_lost (GPtrArray *faults, const char *path)
{
  guint n_lost = 0;

  for (guint i = 0; i < faults->len; i++)
    if (is_lost (faults->pdata[i]))
      {
        g_autofree char *line = atlas_fault_to_string (faults->pdata[i], path);

        g_printerr ("%s\n", line);
        n_lost++;
      }
  return n_lost > 0;
}

static AtlasDataset *
read_for_rewriting (const char *path, GPtrArray **faults, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GFile) file = NULL;

  if (strcmp (path, "-") == 0)
    {
      stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
      return atlas_reader_read_stream (path, stream, NULL, faults, error);
    }
  file = g_file_new_for_commandline_arg (path);
  return atlas_reader_read_file (file, ATLAS_READER_STRICT, NULL, faults, error);
}

/* Replaces the file atomically, after all of the new content is on disk. GIO does this for remote
 * files. */
static gboolean
replace_file (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (strcmp (path, "-") == 0)
    return atlas_output_write (path, bytes, NULL, error);
  file = g_file_new_for_commandline_arg (path);
  if (g_file_peek_path (file) != NULL)
    return atlas_output_write (g_file_peek_path (file), bytes, NULL, error);
  return g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                  NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, error);
}

/* Does not write a file that has faults. */
static int
rewrite_file (const char *path)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (AtlasDataset) dataset = read_for_rewriting (path, &faults, &error);
  g_autoptr (GBytes) bytes = NULL;

  if (print_lost (faults, path))
    return EXIT_FAILURE;
  if (dataset != NULL)
    {
      bytes = atlas_writer_write (dataset);
      if (replace_file (path, bytes, &error))
        return EXIT_SUCCESS;
    }
  g_printerr ("jilin-atlas: %s\n", error->message);
  return EXIT_FAILURE;
}

static gboolean
refuse (GError **error, const char *option, const char *value)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               /* Translators: the value of an option, then the option, such as --paper */
               _("“%s” is no value of %s"), value, option);
  return FALSE;
}

static gboolean
read_page (const char *text, guint *page)
{
  guint64 number;

  if (g_ascii_strcasecmp (text, "all") == 0)
    *page = ATLAS_EXPORT_EVERY_PAGE;
  else if (g_ascii_string_to_unsigned (text, 10, 1, 99999, &number, NULL))
    *page = (guint) number;
  else
    return FALSE;
  return TRUE;
}

static gboolean
read_resolution (const char *text, double *dots_per_inch)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, ATLAS_EXPORT_MIN_DOTS_PER_INCH,
                                   ATLAS_EXPORT_MAX_DOTS_PER_INCH, &number, NULL))
    return FALSE;
  *dots_per_inch = (double) number;
  return TRUE;
}

static gboolean
read_length (const char *text, guint *length)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, ATLAS_EXPORT_MIN_FRAME_SIZE,
                                   ATLAS_EXPORT_MAX_FRAME_SIZE, &number, NULL))
    return FALSE;
  *length = (guint) number;
  return number % 2 == 0;
}

/* Reads a size such as 1280x720; both numbers are even, because videos need that. */
static gboolean
read_size (const char *text, guint *width, guint *height)
{
  g_auto (GStrv) lengths = g_strsplit (text, "x", 2);

  return g_strv_length (lengths) == 2 && read_length (lengths[0], width) &&
         read_length (lengths[1], height);
}

static gboolean
read_speed (const char *text, guint *speed)
{
  guint64 number;

  if (!g_ascii_string_to_unsigned (text, 10, 1, ATLAS_EXPORT_MAX_SPEED, &number, NULL))
    return FALSE;
  *speed = (guint) number;
  return TRUE;
}

static gboolean
read_years (AtlasExportOptions *options, GError **error)
{
  options->plays_years = arguments.years;
  if (arguments.size != NULL &&
      !read_size (arguments.size, &options->frame_width, &options->frame_height))
    return refuse (error, "--size", arguments.size);
  if (arguments.speed != NULL && !read_speed (arguments.speed, &options->frames_per_second))
    return refuse (error, "--speed", arguments.speed);
  return TRUE;
}

static gboolean
read_options (AtlasExportOptions *options, GError **error)
{
  AtlasPageSetup *page = &options->summary.page;

  page->language = atlas_language_get_default ();
  page->landscape = arguments.landscape;
  options->summary.by_stage = arguments.by_stage;
  options->has_outlines = arguments.outlines;
  options->summary.parts = ATLAS_SUMMARY_PARTS_ALL;
  if (arguments.language != NULL && !atlas_language_from_code (arguments.language, &page->language))
    return refuse (error, "--language", arguments.language);
  if (arguments.paper != NULL && !atlas_paper_from_name (arguments.paper, &page->paper))
    return refuse (error, "--paper", arguments.paper);
  if (arguments.layout != NULL && !atlas_page_layout_from_name (arguments.layout, &page->layout))
    return refuse (error, "--layout", arguments.layout);
  if (arguments.kind != NULL &&
      !atlas_summary_kind_from_name (arguments.kind, &options->summary.kind))
    return refuse (error, "--kind", arguments.kind);
  if (arguments.page != NULL && !read_page (arguments.page, &options->page))
    return refuse (error, "--page", arguments.page);
  if (arguments.format != NULL &&
      !atlas_export_format_from_name (arguments.format, &options->format))
    return refuse (error, "--format", arguments.format);
  if (arguments.resolution != NULL &&
      !read_resolution (arguments.resolution, &options->dots_per_inch))
    return refuse (error, "--resolution", arguments.resolution);
  if (!read_years (options, error))
    return FALSE;
  return arguments.parts == NULL ||
         atlas_summary_parts_parse (arguments.parts, &options->summary.parts, error);
}

static gboolean
read_time (AtlasFilter *filter, GError **error)
{
  AtlasDate from, until;

  if (arguments.from != NULL && !atlas_date_parse (arguments.from, &from))
    return refuse (error, "--from", arguments.from);
  if (arguments.until != NULL && !atlas_date_parse (arguments.until, &until))
    return refuse (error, "--until", arguments.until);
  if (arguments.from != NULL && arguments.until != NULL &&
      atlas_date_first_day (&from) > atlas_date_last_day (&until))
    {
      g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                   /* Translators: two dates, such as 2021 and 2019 */
                   _("--from “%s” is later than --until “%s”"), arguments.from, arguments.until);
      return FALSE;
    }
  if (arguments.from != NULL || arguments.until != NULL)
    atlas_filter_set_time (filter, arguments.from != NULL ? &from : NULL,
                           arguments.until != NULL ? &until : NULL);
  return TRUE;
}

static AtlasTour *
find_tour (GPtrArray *tours, const char *id)
{
  for (guint i = 0; i < tours->len; i++)
    if (g_str_equal (atlas_tour_get_id (tours->pdata[i]), id))
      return g_object_ref (tours->pdata[i]);
  return NULL;
}

/* The tours of the user that are kept beside the bundled dataset. */
static GPtrArray *
read_tours_beside (AtlasDataset *dataset, GError **error)
{
  g_autofree char *path = atlas_installation_dup_tours_file ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autoptr (GPtrArray) tours = NULL;
  g_autoptr (GError) fault = NULL;

  if (bytes == NULL)
    return g_ptr_array_new_with_free_func (g_object_unref);
  tours = atlas_reader_read_tours (path, bytes, dataset, &fault);
  if (fault == NULL)
    return g_steal_pointer (&tours);
  g_propagate_error (error, g_steal_pointer (&fault));
  return NULL;
}

/* Finds the tour to export, also among those that the user has changed. Each of its views is a
 * page, and a file of its own as a picture. */
static gboolean
read_tour (AtlasDataset *dataset,
           gboolean is_bundled,
           AtlasExportOptions *options,
           AtlasTour **tour,
           GError **error)
{
  const AtlasExportFormat format = options->format != ATLAS_EXPORT_FORMAT_FROM_NAME
                                     ? options->format
                                     : atlas_export_format_from_path (arguments.export);
  g_autoptr (GPtrArray) beside = NULL;

  if (is_bundled)
    {
      beside = read_tours_beside (dataset, error);
      if (beside == NULL)
        return FALSE;
      *tour = find_tour (beside, arguments.tour);
    }
  if (*tour == NULL)
    *tour = find_tour (atlas_dataset_get_tours (dataset), arguments.tour);
  if (*tour == NULL || atlas_tour_get_n_steps (*tour) == 0)
    return refuse (error, "--tour", arguments.tour);
  options->summary.kind = ATLAS_SUMMARY_KIND_TOUR;
  options->summary.tour = *tour;
  if (options->page == 0 &&
      (format == ATLAS_EXPORT_FORMAT_SVG || format == ATLAS_EXPORT_FORMAT_PNG))
    options->page = ATLAS_EXPORT_EVERY_PAGE;
  return TRUE;
}

/* Exports what @view shows, unless other options say something else. */
static gboolean
export_dataset (const char *dataset_path, const AtlasView *view, GError **error)
{
  g_autofree char *bundled = atlas_installation_dup_data_file ("jilin.json");
  g_autoptr (GFile) file =
    g_file_new_for_commandline_arg (dataset_path != NULL ? dataset_path : bundled);
  g_autoptr (AtlasDataset) dataset = NULL;
  g_autoptr (AtlasScope) scope = NULL;
  g_autoptr (AtlasTour) tour = NULL;
  const char *ids = arguments.scope != NULL ? arguments.scope : view->scope;
  AtlasExportOptions options = { 0 };

  if (!read_options (&options, error) || !read_time (view->filter, error))
    return FALSE;
  dataset = atlas_reader_read_file (file, ATLAS_READER_STRICT, NULL, NULL, error);
  if (dataset == NULL)
    return FALSE;
  if (arguments.tour != NULL && !read_tour (dataset, dataset_path == NULL, &options, &tour, error))
    return FALSE;
  /* An empty id is a mistake, such as an unset variable of a script. */
  if (arguments.scope == NULL || *arguments.scope != '\0')
    scope = atlas_scope_new_from_ids (dataset, ids);
  if (scope == NULL)
    return refuse (error, arguments.scope != NULL ? "--scope" : "--view", ids);
  return atlas_export_file (dataset, scope, view->filter, &options, arguments.export, NULL, error);
}

/**
 * atlas_command_line_add_options:
 * @application: the application
 *
 * Adds the options of the program, and the datasets that are its arguments.
 */
void
atlas_command_line_add_options (GApplication *application)
{
  g_application_add_main_option_entries (application, entries);
}

/**
 * atlas_command_line_run:
 * @options: the options that the application has parsed
 *
 * Runs the options that need no display.
 *
 * Returns: the exit status, or -1 if a window is to be opened
 */
int
atlas_command_line_run (GVariantDict *options)
{
  g_autofree const char **datasets = NULL;
  g_autoptr (AtlasView) view = NULL;
  g_autoptr (GError) error = NULL;
  const char *link = ATLAS_VIEW_SCHEME ":";

  if (arguments.version)
    {
      g_print ("jilin-atlas %s\n", ATLAS_VERSION);
      return EXIT_SUCCESS;
    }
  if (arguments.check != NULL)
    return check_file (arguments.check);
  if (arguments.rewrite != NULL)
    return rewrite_file (arguments.rewrite);
  g_variant_dict_lookup (options, "view", "&s", &link);
  view = atlas_view_parse (link, &error);
  if (view != NULL && arguments.export == NULL)
    return -1;
  g_variant_dict_lookup (options, G_OPTION_REMAINING, "^a&ay", &datasets);
  if (view != NULL && export_dataset (datasets != NULL ? datasets[0] : NULL, view, &error))
    return EXIT_SUCCESS;
  g_printerr ("jilin-atlas: %s\n", error->message);
  return EXIT_FAILURE;
}
