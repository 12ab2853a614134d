/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-office-package.h"

#include <glib/gi18n-lib.h>
#include <gsf/gsf-outfile-zip.h>
#include <gsf/gsf-outfile.h>
#include <gsf/gsf-output-memory.h>

#include "atlas-office-xml.h"

/*
 * AtlasOfficePackage: an office file according to ISO/IEC 29500-2: a zip file of parts, a list of
 * their types, and for each part that refers to others a list of these.
 */
typedef struct
{
  char *path;
  char *type;
  GBytes *bytes;
} Part;

typedef struct
{
  char *path; /* of the part that refers, or "" for the package */
  char *id;
  char *type;
  char *target; /* relative to the folder of that part */
} Relation;

struct _AtlasOfficePackage
{
  GArray *parts;     /* of Part */
  GArray *relations; /* of Relation */
};

#define TYPES_NAMESPACE "http://schemas.openxmlformats.org/package/2006/content-types"
#define RELATIONS_NAMESPACE "http://schemas.openxmlformats.org/package/2006/relationships"
#define RELATIONS_TYPE "application/vnd.openxmlformats-package.relationships+xml"

static void
clear_part (gpointer data)
{
  Part *part = data;

  g_free (part->path);
  g_free (part->type);
  g_bytes_unref (part->bytes);
}

static void
clear_relation (gpointer data)
{
  Relation *relation = data;

  g_free (relation->path);
  g_free (relation->id);
  g_free (relation->type);
  g_free (relation->target);
}

/**
 * atlas_office_package_new:
 *
 * Returns: (transfer full): a package without parts
 */
AtlasOfficePackage *
atlas_office_package_new (void)
{
  AtlasOfficePackage *self = g_new (AtlasOfficePackage, 1);

  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, clear_part);
  self->relations = g_array_new (FALSE, FALSE, sizeof (Relation));
  g_array_set_clear_func (self->relations, clear_relation);
  return self;
}

/**
 * atlas_office_package_free:
 * @self: (transfer full): a package
 */
void
atlas_office_package_free (AtlasOfficePackage *self)
{
  g_array_unref (self->parts);
  g_array_unref (self->relations);
  g_free (self);
}

/**
 * atlas_office_package_take_part:
 * @self: a package
 * @path: where the part is in the package, such as "word/document.xml"
 * @type: its media type
 * @bytes: (transfer full): its content
 *
 * Adds a part.
 */
void
atlas_office_package_take_part (AtlasOfficePackage *self,
                                const char *path,
                                const char *type,
                                GBytes *bytes)
{
  const Part part = { g_strdup (path), g_strdup (type), bytes };

  g_array_append_val (self->parts, part);
}

/**
 * atlas_office_package_relate:
 * @self: a package
 * @path: the path of a part, or "" for the package
 * @type: the type of the relation, a URI
 * @target: the path of another part, relative to the folder of @path
 *
 * Lets a part refer to another one.
 *
 * Returns: (transfer none): the id by which the part refers to it, valid as long as @self
 */
const char *
atlas_office_package_relate (AtlasOfficePackage *self,
                             const char *path,
                             const char *type,
                             const char *target)
{
  const Relation relation = {
    .path = g_strdup (path),
    .id = g_strdup_printf ("rId%u", self->relations->len + 1),
    .type = g_strdup (type),
    .target = g_strdup (target),
  };

  g_array_append_val (self->relations, relation);
  return relation.id;
}

/* Writing ------------------------------------------------------------------------------------- */

static GBytes *
list_types (AtlasOfficePackage *self)
{
  AtlasOfficeXml *xml = atlas_office_xml_new ();

  atlas_office_xml_begin (xml, "Types", "xmlns", TYPES_NAMESPACE, NULL);
  atlas_office_xml_add (xml, "Default", "Extension", "rels", "ContentType", RELATIONS_TYPE, NULL);
  for (guint i = 0; i < self->parts->len; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);
      g_autofree char *name = g_strconcat ("/", part->path, NULL);

      atlas_office_xml_add (xml, "Override", "PartName", name, "ContentType", part->type, NULL);
    }
  return atlas_office_xml_free_to_bytes (xml);
}

/* The relations of the part @path. */
static GBytes *
list_relations (AtlasOfficePackage *self, const char *path)
{
  AtlasOfficeXml *xml = atlas_office_xml_new ();

  atlas_office_xml_begin (xml, "Relationships", "xmlns", RELATIONS_NAMESPACE, NULL);
  for (guint i = 0; i < self->relations->len; i++)
    {
      const Relation *relation = &g_array_index (self->relations, Relation, i);

      if (g_str_equal (relation->path, path))
        atlas_office_xml_add (xml, "Relationship", "Id", relation->id, "Type", relation->type,
                              "Target", relation->target, NULL);
    }
  return atlas_office_xml_free_to_bytes (xml);
}

/* Takes the reference to @bytes. Every file of the zip has the same time. */
static gboolean
write_file (GsfOutfile *zip, GDateTime *date, const char *path, GBytes *bytes)
{
  GsfOutput *file = gsf_outfile_new_child_full (zip, path, FALSE, "modtime", date, NULL);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  gboolean written = file != NULL && gsf_output_write (file, size, data);

  if (file != NULL && !gsf_output_close (file))
    written = FALSE;
  g_clear_object (&file);
  g_bytes_unref (bytes);
  return written;
}

/* The path of the list of relations: "word/_rels/document.xml.rels" for "word/document.xml". */
static char *
dup_path_of_relations (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = *path != '\0' ? g_path_get_basename (path) : g_strdup ("");

  return g_str_equal (folder, ".") ? g_strdup_printf ("_rels/%s.rels", name)
                                   : g_strdup_printf ("%s/_rels/%s.rels", folder, name);
}

static gboolean
write_relations (AtlasOfficePackage *self, GsfOutfile *zip, GDateTime *date)
{
  g_autoptr (GHashTable) written = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self->relations->len; i++)
    {
      char *path = g_array_index (self->relations, Relation, i).path;
      g_autofree char *list = NULL;

      if (!g_hash_table_add (written, path))
        continue;
      list = dup_path_of_relations (path);
      if (!write_file (zip, date, list, list_relations (self, path)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_zip (AtlasOfficePackage *self, GsfOutput *output, GDateTime *date)
{
  GsfOutfile *zip = gsf_outfile_zip_new (output, NULL);
  gboolean written;

  /* Programs that guess the type of a file look at the first file of the zip. */
  written = write_file (zip, date, "[Content_Types].xml", list_types (self)) &&
            write_relations (self, zip, date);
  for (guint i = 0; i < self->parts->len && written; i++)
    {
      const Part *part = &g_array_index (self->parts, Part, i);

      written = write_file (zip, date, part->path, g_bytes_ref (part->bytes));
    }
  if (!gsf_output_close (GSF_OUTPUT (zip)))
    written = FALSE;
  g_object_unref (zip);
  return written;
}

/**
 * atlas_office_package_write:
 * @self: a package
 * @date: the date of all files in it
 * @error: return location for a #GError of %G_IO_ERROR
 *
 * Returns: (transfer full): the package as a zip file, or %NULL
 */
GBytes *
atlas_office_package_write (AtlasOfficePackage *self, GDateTime *date, GError **error)
{
  GsfOutput *output = gsf_output_memory_new ();
  GBytes *bytes = NULL;

  if (write_zip (self, output, date))
    bytes = g_bytes_new (gsf_output_memory_get_bytes (GSF_OUTPUT_MEMORY (output)),
                         (gsize) gsf_output_size (output));
  else
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                         _("The document could not be packed."));
  g_object_unref (output);
  return bytes;
}
