/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-office-xml.h"

#include <libxml/xmlwriter.h>

#include "atlas-office-text.h"

/*
 * AtlasOfficeXml: a part of an office file, which is XML, written element by element.
 *
 * The writer of libxml2 escapes markup but lets characters pass that XML does not allow, so they
 * are replaced here.
 */
struct _AtlasOfficeXml
{
  xmlBufferPtr buffer;
  xmlTextWriterPtr writer;
};

/**
 * atlas_office_xml_new:
 *
 * Returns: (transfer full): a document in UTF-8 without elements
 */
AtlasOfficeXml *
atlas_office_xml_new (void)
{
  AtlasOfficeXml *self = g_new (AtlasOfficeXml, 1);

  self->buffer = xmlBufferCreate ();
  self->writer = xmlNewTextWriterMemory (self->buffer, 0);
  xmlTextWriterStartDocument (self->writer, "1.0", "UTF-8", "yes");
  return self;
}

static void
begin (AtlasOfficeXml *self, const char *name, va_list attributes)
{
  xmlTextWriterStartElement (self->writer, (const xmlChar *) name);
  for (const char *key = va_arg (attributes, const char *); key != NULL;
       key = va_arg (attributes, const char *))
    {
      g_autofree char *value = atlas_office_text_clean (va_arg (attributes, const char *));

      xmlTextWriterWriteAttribute (self->writer, (const xmlChar *) key, (const xmlChar *) value);
    }
}

/**
 * atlas_office_xml_begin:
 * @self: a document
 * @name: the name of an element
 * @...: names and values of its attributes, with %NULL at the end
 *
 * Begins an element.
 */
void
atlas_office_xml_begin (AtlasOfficeXml *self, const char *name, ...)
{
  va_list attributes;

  va_start (attributes, name);
  begin (self, name, attributes);
  va_end (attributes);
}

/**
 * atlas_office_xml_add:
 * @self: a document
 * @name: the name of an element
 * @...: names and values of its attributes, with %NULL at the end
 *
 * Adds an element without content.
 */
void
atlas_office_xml_add (AtlasOfficeXml *self, const char *name, ...)
{
  va_list attributes;

  va_start (attributes, name);
  begin (self, name, attributes);
  va_end (attributes);
  xmlTextWriterEndElement (self->writer);
}

/**
 * atlas_office_xml_add_text:
 * @self: a document
 * @text: text in UTF-8, which may contain any character
 *
 * Adds text to the last element.
 */
void
atlas_office_xml_add_text (AtlasOfficeXml *self, const char *text)
{
  g_autofree char *clean = atlas_office_text_clean (text);

  xmlTextWriterWriteString (self->writer, (const xmlChar *) clean);
}

/**
 * atlas_office_xml_end:
 * @self: a document
 *
 * Ends the last element.
 */
void
atlas_office_xml_end (AtlasOfficeXml *self)
{
  xmlTextWriterEndElement (self->writer);
}

/**
 * atlas_office_xml_free_to_bytes:
 * @self: (transfer full): a document
 *
 * Ends all elements.
 *
 * Returns: (transfer full): the document
 */
GBytes *
atlas_office_xml_free_to_bytes (AtlasOfficeXml *self)
{
  GBytes *bytes;

  xmlTextWriterEndDocument (self->writer);
  xmlFreeTextWriter (self->writer);
  bytes = g_bytes_new (xmlBufferContent (self->buffer), (gsize) xmlBufferLength (self->buffer));
  xmlBufferFree (self->buffer);
  g_free (self);
  return bytes;
}
