/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "atlas-comparison.h"

#include "atlas-belonging.h"
#include "atlas-labels.h"
#include "atlas-link.h"
#include "atlas-shown.h"
#include "atlas-translation.h"

/*
 * AtlasComparison: what two places or links have in common, and what only one has.
 *
 * It is computed once for a scope and a filter. It compares records, not text: two industries with
 * different names in the source are different, even within one group. Figures are paired only if
 * they measure the same in the same way: each belongs to only one of the places, and unit, status,
 * time and topic agree. A figure for both together is joint and belongs to neither.
 *
 * For a link, the records of the link's scope count. Its partners are its parties and the places
 * where they are. So two links with the same end have that place in common, and a place and a link
 * whose party it is are partners of each other.
 */
struct _AtlasComparison
{
  GObject parent_instance;

  AtlasFilter *filter;
  AtlasScope *scopes[ATLAS_N_SIDES];
  GPtrArray *partners[ATLAS_N_SHARES]; /* of AtlasPlace and AtlasOrganization */
  GPtrArray *links[ATLAS_N_SHARES];    /* of AtlasLink */
  GHashTable *ties[ATLAS_N_SIDES];     /* from partner to array of AtlasLink */
  GPtrArray *records[ATLAS_N_RECORD_KINDS][ATLAS_N_SHARES]; /* NULL for kinds not compared */
  GArray *figures;                                          /* of AtlasFigurePair */
  GPtrArray *joint_figures;                                 /* of AtlasFigure */
  GPtrArray *own_figures[ATLAS_N_SIDES];                    /* of AtlasFigure */
};

G_DEFINE_FINAL_TYPE (AtlasComparison, atlas_comparison, G_TYPE_OBJECT)

/* The kinds of records that are sorted into shares, beside links and partners. */
static const AtlasRecordKind shared_kinds[] = {
  ATLAS_RECORD_KIND_INDUSTRY,
  ATLAS_RECORD_KIND_PLAN,
  ATLAS_RECORD_KIND_PROJECT,
  ATLAS_RECORD_KIND_COMMITMENT,
};

/* The largest number of pairs of figures. */
#define MAX_FIGURES 40

static AtlasDataset *
get_dataset (AtlasComparison *self)
{
  return atlas_scope_get_dataset (self->scopes[ATLAS_SIDE_FIRST]);
}

static AtlasRecord *
get_subject (AtlasComparison *self, AtlasSide side)
{
  return atlas_scope_get_subject (self->scopes[side]);
}

/* Whether @place is in a compared place. */
static gboolean
is_within_side (AtlasComparison *self, AtlasSide side, AtlasPlace *place)
{
  AtlasRecord *subject = get_subject (self, side);

  return ATLAS_IS_PLACE (subject) &&
         atlas_place_is_within (place, get_dataset (self), ATLAS_PLACE (subject));
}

static GPtrArray *
list_shown (AtlasComparison *self, AtlasSide side, AtlasRecordKind kind)
{
  return atlas_shown_list (self->scopes[side], self->filter, ATLAS_SHOWN_PART_ALL, kind);
}

static GHashTable *
make_set (GPtrArray *records)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (set, records->pdata[i]);
  return set;
}

/* Divides the records of both sides into common ones and those of one side. */
static void
share (GPtrArray *first, GPtrArray *second, GPtrArray *shares[ATLAS_N_SHARES])
{
  g_autoptr (GHashTable) of_first = make_set (first);
  g_autoptr (GHashTable) of_second = make_set (second);

  for (guint i = 0; i < first->len; i++)
    g_ptr_array_add (shares[g_hash_table_contains (of_second, first->pdata[i]) ? ATLAS_SHARE_COMMON
                                                                               : ATLAS_SHARE_FIRST],
                     first->pdata[i]);
  for (guint i = 0; i < second->len; i++)
    if (!g_hash_table_contains (of_first, second->pdata[i]))
      g_ptr_array_add (shares[ATLAS_SHARE_SECOND], second->pdata[i]);
}

/* The scope of a place contains links that do not end in it, so check the ends; for a link, all
 * links in its scope count. */
static gboolean
has_link_of_its_own (AtlasComparison *self, AtlasSide side, AtlasLink *link)
{
  AtlasRecord *subject = get_subject (self, side);

  return !ATLAS_IS_PLACE (subject) ||
         atlas_link_joins (link, get_dataset (self), ATLAS_PLACE (subject));
}

/* Lists the links that end in the place, or all in the scope of the link; partnerships before
 * routes. */
static GPtrArray *
list_links (AtlasComparison *self, AtlasSide side)
{
  static const AtlasRecordKind kinds[] = { ATLAS_RECORD_KIND_PARTNERSHIP, ATLAS_RECORD_KIND_ROUTE };
  GPtrArray *links = g_ptr_array_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) shown = list_shown (self, side, kinds[i]);

      for (guint j = 0; j < shown->len; j++)
        if (has_link_of_its_own (self, side, shown->pdata[j]))
          g_ptr_array_add (links, shown->pdata[j]);
    }
  return links;
}

/* Whether @member is outside both places; a member inside belongs to a link between the two. */
static gboolean
is_third_party (AtlasComparison *self, AtlasRecord *member)
{
  AtlasDataset *dataset = get_dataset (self);
  AtlasPlace *home = atlas_place_of (member, dataset);

  return home == NULL || (!is_within_side (self, ATLAS_SIDE_FIRST, home) &&
                          !is_within_side (self, ATLAS_SIDE_SECOND, home));
}

static void
add_tie (AtlasComparison *self,
         AtlasSide side,
         AtlasRecord *partner,
         AtlasLink *link,
         GPtrArray *partners)
{
  GPtrArray *ties = g_hash_table_lookup (self->ties[side], partner);

  if (ties == NULL)
    {
      ties = g_ptr_array_new ();
      g_hash_table_insert (self->ties[side], partner, ties);
      g_ptr_array_add (partners, partner);
    }
  g_ptr_array_add (ties, link);
}

static void
add_ties (AtlasComparison *self,
          AtlasSide side,
          GPtrArray *members,
          AtlasLink *link,
          GPtrArray *partners)
{
  for (guint i = 0; i < members->len; i++)
    if (is_third_party (self, members->pdata[i]))
      add_tie (self, side, members->pdata[i], link, partners);
}

static void
add_parties (AtlasComparison *self, AtlasSide side, AtlasLink *link, GPtrArray *partners)
{
  static const AtlasRole roles[] = { ATLAS_ROLE_MEMBERS, ATLAS_ROLE_FROM, ATLAS_ROLE_TO };

  for (gsize i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (GPtrArray) members =
        atlas_dataset_dup_references (get_dataset (self), ATLAS_RECORD (link), roles[i]);

      add_ties (self, side, members, link, partners);
    }
}

/* Adds the places where @link ends but which are not parties. */
static void
add_other_ends (AtlasComparison *self, AtlasSide side, AtlasLink *link, GPtrArray *partners)
{
  g_autoptr (GPtrArray) ends = atlas_link_dup_ends (link, get_dataset (self));

  for (guint i = 0; i < partners->len; i++)
    g_ptr_array_remove (ends, partners->pdata[i]);
  add_ties (self, side, ends, link, partners);
}

static GPtrArray *
list_partners (AtlasComparison *self, AtlasSide side, GPtrArray *links)
{
  AtlasRecord *subject = get_subject (self, side);
  GPtrArray *partners = g_ptr_array_new ();

  if (ATLAS_IS_LINK (subject))
    {
      add_parties (self, side, ATLAS_LINK (subject), partners);
      add_other_ends (self, side, ATLAS_LINK (subject), partners);
      return partners;
    }
  for (guint i = 0; i < links->len; i++)
    add_parties (self, side, links->pdata[i], partners);
  return partners;
}

static void
sort_links_by_kind (AtlasComparison *self)
{
  for (guint i = 0; i < ATLAS_N_SHARES; i++)
    {
      self->records[ATLAS_RECORD_KIND_PARTNERSHIP][i] = g_ptr_array_new ();
      self->records[ATLAS_RECORD_KIND_ROUTE][i] = g_ptr_array_new ();
      for (guint j = 0; j < self->links[i]->len; j++)
        g_ptr_array_add (self->records[atlas_record_get_kind (self->links[i]->pdata[j])][i],
                         self->links[i]->pdata[j]);
    }
}

static void
compare_links (AtlasComparison *self)
{
  g_autoptr (GPtrArray) first = list_links (self, ATLAS_SIDE_FIRST);
  g_autoptr (GPtrArray) second = list_links (self, ATLAS_SIDE_SECOND);
  g_autoptr (GPtrArray) first_partners = list_partners (self, ATLAS_SIDE_FIRST, first);
  g_autoptr (GPtrArray) second_partners = list_partners (self, ATLAS_SIDE_SECOND, second);

  share (first, second, self->links);
  share (first_partners, second_partners, self->partners);
  sort_links_by_kind (self);
}

static void
compare_kind (AtlasComparison *self, AtlasRecordKind kind)
{
  g_autoptr (GPtrArray) first = list_shown (self, ATLAS_SIDE_FIRST, kind);
  g_autoptr (GPtrArray) second = list_shown (self, ATLAS_SIDE_SECOND, kind);

  for (guint i = 0; i < ATLAS_N_SHARES; i++)
    self->records[kind][i] = g_ptr_array_new ();
  share (first, second, self->records[kind]);
}

/* Whether a figure belongs to one place and no other. */
static gboolean
is_of_place_alone (AtlasFigure *figure, AtlasDataset *dataset, AtlasPlace *place)
{
  const AtlasRecords places =
    atlas_dataset_get_references (dataset, ATLAS_RECORD (figure), ATLAS_ROLE_PLACES);

  for (guint i = 0; i < places.len; i++)
    if (!atlas_place_is_within (ATLAS_PLACE (atlas_records_get (&places, i)), dataset, place))
      return FALSE;
  return places.len > 0;
}

static gboolean
is_of_side_alone (AtlasComparison *self, AtlasSide side, AtlasFigure *figure)
{
  AtlasRecord *subject = get_subject (self, side);

  return ATLAS_IS_PLACE (subject)
           ? is_of_place_alone (figure, get_dataset (self), ATLAS_PLACE (subject))
           : atlas_belonging_of (self->scopes[side], figure, NULL) == ATLAS_BELONGING_OWN;
}

static gboolean
have_same_time (AtlasFigure *a, AtlasFigure *b)
{
  const AtlasPeriod *p = atlas_figure_get_period (a), *q = atlas_figure_get_period (b);

  if (atlas_date_compare (atlas_figure_get_as_of (a), atlas_figure_get_as_of (b)) != 0)
    return FALSE;
  if (p == NULL || q == NULL)
    return p == q;
  return atlas_date_compare (&p->from, &q->from) == 0 && atlas_date_compare (&p->to, &q->to) == 0;
}

/* Returns the counterpart of @record on the other side: of two compared links the other one; else
 * @record itself. */
static AtlasRecord *
get_counterpart (AtlasComparison *self, AtlasRecord *record)
{
  AtlasRecord *first = get_subject (self, ATLAS_SIDE_FIRST);
  AtlasRecord *second = get_subject (self, ATLAS_SIDE_SECOND);

  if (!ATLAS_IS_LINK (first) || !ATLAS_IS_LINK (second))
    return record;
  return record == first ? second : record == second ? first : record;
}

/* Whether @b is about everything that @a is about. Topics that differ by side, such as the figure
 * whose growth is measured or the compared link itself, are matched by their counterparts. */
static gboolean
is_about_all_of (AtlasComparison *self, AtlasFigure *a, AtlasFigure *b)
{
  const AtlasRecords subjects =
    atlas_dataset_get_references (get_dataset (self), ATLAS_RECORD (a), ATLAS_ROLE_ABOUT);
  guint n_shared = 0;

  for (guint i = 0; i < subjects.len; i++)
    {
      AtlasRecord *subject = atlas_records_get (&subjects, i);

      if (ATLAS_IS_FIGURE (subject))
        continue;
      if (!atlas_record_refers_to (ATLAS_RECORD (b), ATLAS_ROLE_ABOUT,
                                   get_counterpart (self, subject)))
        return FALSE;
      n_shared++;
    }
  return n_shared > 0;
}

static gboolean
measure_the_same (AtlasComparison *self, AtlasFigure *a, AtlasFigure *b)
{
  return atlas_figure_get_unit (a) == atlas_figure_get_unit (b) &&
         atlas_figure_get_status (a) == atlas_figure_get_status (b) && have_same_time (a, b) &&
         is_about_all_of (self, a, b) && is_about_all_of (self, b, a);
}

/* Whether a figure counts something in both places, and nothing elsewhere. */
static gboolean
counts_both_places (AtlasComparison *self, AtlasFigure *figure)
{
  AtlasDataset *dataset = get_dataset (self);
  const AtlasRecords places =
    atlas_dataset_get_references (dataset, ATLAS_RECORD (figure), ATLAS_ROLE_PLACES);
  guint n_of[ATLAS_N_SIDES] = { 0, 0 };

  for (guint i = 0; i < places.len; i++)
    {
      AtlasPlace *place = ATLAS_PLACE (atlas_records_get (&places, i));

      if (is_third_party (self, ATLAS_RECORD (place)))
        return FALSE;
      for (int side = 0; side < ATLAS_N_SIDES; side++)
        n_of[side] += is_within_side (self, (AtlasSide) side, place);
    }
  return n_of[ATLAS_SIDE_FIRST] > 0 && n_of[ATLAS_SIDE_SECOND] > 0;
}

/* For links, which have no places of their own, a figure in the scopes of both is joint. */
static gboolean
is_joint (AtlasComparison *self, AtlasFigure *figure)
{
  if (!atlas_comparison_has_link (self))
    return counts_both_places (self, figure);
  return atlas_scope_contains (self->scopes[ATLAS_SIDE_FIRST], ATLAS_RECORD (figure)) &&
         atlas_scope_contains (self->scopes[ATLAS_SIDE_SECOND], ATLAS_RECORD (figure));
}

static void
sort_figures (AtlasComparison *self, AtlasSide side)
{
  g_autoptr (GPtrArray) figures = list_shown (self, side, ATLAS_RECORD_KIND_FIGURE);

  for (guint i = 0; i < figures->len; i++)
    if (is_joint (self, figures->pdata[i]))
      {
        if (side == ATLAS_SIDE_FIRST)
          g_ptr_array_add (self->joint_figures, figures->pdata[i]);
      }
    else if (is_of_side_alone (self, side, figures->pdata[i]))
      g_ptr_array_add (self->own_figures[side], figures->pdata[i]);
}

static void
compare_figures (AtlasComparison *self)
{
  GPtrArray *first = self->own_figures[ATLAS_SIDE_FIRST];
  GPtrArray *second = self->own_figures[ATLAS_SIDE_SECOND];

  sort_figures (self, ATLAS_SIDE_FIRST);
  sort_figures (self, ATLAS_SIDE_SECOND);
  for (guint i = 0; i < first->len; i++)
    for (guint j = 0; j < second->len && self->figures->len < MAX_FIGURES; j++)
      {
        AtlasFigurePair pair = { { first->pdata[i], second->pdata[j] } };

        if (measure_the_same (self, pair.figures[0], pair.figures[1]))
          g_array_append_val (self->figures, pair);
      }
}

static void
atlas_comparison_finalize (GObject *object)
{
  AtlasComparison *self = ATLAS_COMPARISON (object);

  for (guint i = 0; i < ATLAS_N_SHARES; i++)
    {
      for (guint kind = 0; kind < ATLAS_N_RECORD_KINDS; kind++)
        g_clear_pointer (&self->records[kind][i], g_ptr_array_unref);
      g_ptr_array_unref (self->partners[i]);
      g_ptr_array_unref (self->links[i]);
    }
  g_array_unref (self->figures);
  g_ptr_array_unref (self->joint_figures);
  for (guint i = 0; i < ATLAS_N_SIDES; i++)
    {
      g_ptr_array_unref (self->own_figures[i]);
      g_hash_table_unref (self->ties[i]);
      g_clear_object (&self->scopes[i]);
    }
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (atlas_comparison_parent_class)->finalize (object);
}

static void
atlas_comparison_class_init (AtlasComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atlas_comparison_finalize;
}

static void
atlas_comparison_init (AtlasComparison *self)
{
  for (guint i = 0; i < ATLAS_N_SHARES; i++)
    {
      self->partners[i] = g_ptr_array_new ();
      self->links[i] = g_ptr_array_new ();
    }
  for (guint i = 0; i < ATLAS_N_SIDES; i++)
    {
      self->ties[i] = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
      self->own_figures[i] = g_ptr_array_new ();
    }
  self->joint_figures = g_ptr_array_new ();
  self->figures = g_array_new (FALSE, FALSE, sizeof (AtlasFigurePair));
}

/**
 * atlas_comparison_new:
 * @scope: the scope of a comparison
 * @filter: the filter to apply; later changes of it do not change the comparison
 *
 * Returns: (transfer full): the comparison of the two subjects of @scope
 */
AtlasComparison *
atlas_comparison_new (AtlasScope *scope, AtlasFilter *filter)
{
  AtlasComparison *self;
  AtlasDataset *dataset;

  g_return_val_if_fail (ATLAS_IS_SCOPE (scope), NULL);
  g_return_val_if_fail (atlas_scope_get_other (scope) != NULL, NULL);
  g_return_val_if_fail (ATLAS_IS_FILTER (filter), NULL);

  self = g_object_new (ATLAS_TYPE_COMPARISON, NULL);
  dataset = atlas_scope_get_dataset (scope);
  self->filter = g_object_ref (filter);
  self->scopes[ATLAS_SIDE_FIRST] = atlas_scope_new (dataset, atlas_scope_get_subject (scope));
  self->scopes[ATLAS_SIDE_SECOND] = atlas_scope_new (dataset, atlas_scope_get_other (scope));
  compare_links (self);
  for (gsize i = 0; i < G_N_ELEMENTS (shared_kinds); i++)
    compare_kind (self, shared_kinds[i]);
  compare_figures (self);
  return self;
}

/**
 * atlas_comparison_get_subject:
 * @self: a comparison
 * @side: the side
 *
 * Returns: (transfer none): the place or link on that side
 */
AtlasRecord *
atlas_comparison_get_subject (AtlasComparison *self, AtlasSide side)
{
  g_return_val_if_fail (ATLAS_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (side < ATLAS_N_SIDES, NULL);

  return get_subject (self, side);
}

/**
 * atlas_comparison_has_link:
 * @self: a comparison
 *
 * Returns: whether at least one of the two is a link
 */
gboolean
atlas_comparison_has_link (AtlasComparison *self)
{
  g_return_val_if_fail (ATLAS_IS_COMPARISON (self), FALSE);

  return ATLAS_IS_LINK (get_subject (self, ATLAS_SIDE_FIRST)) ||
         ATLAS_IS_LINK (get_subject (self, ATLAS_SIDE_SECOND));
}

/**
 * atlas_comparison_get_links:
 * @self: a comparison
 * @share: the share; common links are those between the two, or of both with others
 *
 * Returns: (transfer none) (element-type AtlasLink): partnerships, then bus routes
 */
GPtrArray *
atlas_comparison_get_links (AtlasComparison *self, AtlasShare share)
{
  g_return_val_if_fail (ATLAS_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (share < ATLAS_N_SHARES, NULL);

  return self->links[share];
}

/**
 * atlas_comparison_get_links_with:
 * @self: a comparison
 * @side: the side
 * @partner: one of its partners
 *
 * Returns: (transfer none) (element-type AtlasLink): the links between that place and @partner, or
 *   the compared link itself
 */
GPtrArray *
atlas_comparison_get_links_with (AtlasComparison *self, AtlasSide side, AtlasRecord *partner)
{
  g_return_val_if_fail (ATLAS_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (side < ATLAS_N_SIDES, NULL);

  return g_hash_table_lookup (self->ties[side], partner);
}

/**
 * atlas_comparison_get_figures:
 * @self: a comparison
 *
 * Returns: (transfer none) (element-type AtlasFigurePair): the pairs of comparable figures, up to a
 *   maximum
 */
GArray *
atlas_comparison_get_figures (AtlasComparison *self)
{
  g_return_val_if_fail (ATLAS_IS_COMPARISON (self), NULL);

  return self->figures;
}

/* Stands for the partners among the kinds of records. */
#define PARTNERS ATLAS_N_RECORD_KINDS

/* The sections in display order, for two places and for a comparison with a link. */
static const guint sections[][ATLAS_COMPARISON_MAX_SECTIONS] = {
  { ATLAS_RECORD_KIND_INDUSTRY, PARTNERS, ATLAS_RECORD_KIND_PLAN, ATLAS_RECORD_KIND_PROJECT,
    ATLAS_RECORD_KIND_COMMITMENT },
  { PARTNERS, ATLAS_RECORD_KIND_PARTNERSHIP, ATLAS_RECORD_KIND_ROUTE, ATLAS_RECORD_KIND_INDUSTRY,
    ATLAS_RECORD_KIND_PLAN, ATLAS_RECORD_KIND_PROJECT, ATLAS_RECORD_KIND_COMMITMENT },
};

/**
 * atlas_comparison_get_n_sections:
 * @self: a comparison
 *
 * Returns: the number of sections with what both have in common and apart
 */
guint
atlas_comparison_get_n_sections (AtlasComparison *self)
{
  return atlas_comparison_has_link (self) ? ATLAS_COMPARISON_MAX_SECTIONS
                                          : ATLAS_COMPARISON_MAX_SECTIONS - 2;
}

/**
 * atlas_comparison_get_section:
 * @self: a comparison
 * @section: an index less than atlas_comparison_get_n_sections()
 * @share: the records to get
 *
 * Returns: (transfer none) (element-type AtlasRecord): the records of a section, in the order of
 *   the file: all records of a kind that are in the scope of only one or of both; or partners,
 * which are the other places and organizations with which only one place or both are linked, and
 * for a link its parties or ends, and the places of the parties
 */
GPtrArray *
atlas_comparison_get_section (AtlasComparison *self, guint section, AtlasShare share)
{
  const guint kind = sections[atlas_comparison_has_link (self)][section];

  g_return_val_if_fail (share < ATLAS_N_SHARES, NULL);

  return kind == PARTNERS ? self->partners[share] : self->records[kind][share];
}

/**
 * atlas_comparison_name_section:
 * @self: a comparison
 * @section: an index less than atlas_comparison_get_n_sections()
 * @language: the language of the text
 *
 * Returns: (transfer none): the heading of a section
 */
const char *
atlas_comparison_name_section (AtlasComparison *self, guint section, AtlasLanguage language)
{
  const guint kind = sections[atlas_comparison_has_link (self)][section];

  if (kind != PARTNERS)
    return atlas_label_for_record_kind ((AtlasRecordKind) kind, language);
  return atlas_comparison_has_link (self)
           /* Translators: a heading over those whom links join, and where these are. */
           ? atlas_translate (language, "Places and organizations")
           : atlas_translate_context (language, "section", "Partners");
}

/**
 * atlas_comparison_dup_common:
 * @self: a comparison
 *
 * Returns: (transfer container) (element-type AtlasRecord): all that both have in common, except
 *   links
 */
GPtrArray *
atlas_comparison_dup_common (AtlasComparison *self)
{
  GPtrArray *common = g_ptr_array_new ();

  for (guint i = 0; i < atlas_comparison_get_n_sections (self); i++)
    {
      GPtrArray *section = atlas_comparison_get_section (self, i, ATLAS_SHARE_COMMON);

      for (guint j = 0; j < section->len; j++)
        if (!ATLAS_IS_LINK (section->pdata[j]))
          g_ptr_array_add (common, section->pdata[j]);
    }
  return common;
}

/**
 * atlas_comparison_get_joint_figures:
 * @self: a comparison
 *
 * Returns: (transfer none) (element-type AtlasFigure): the figures for both places together and no
 *   other; if one is a link, those in the scopes of both
 */
GPtrArray *
atlas_comparison_get_joint_figures (AtlasComparison *self)
{
  g_return_val_if_fail (ATLAS_IS_COMPARISON (self), NULL);

  return self->joint_figures;
}

/**
 * atlas_comparison_get_own_figures:
 * @self: a comparison
 * @side: the side
 *
 * Returns: (transfer none) (element-type AtlasFigure): the figures that belong only to that side
 */
GPtrArray *
atlas_comparison_get_own_figures (AtlasComparison *self, AtlasSide side)
{
  g_return_val_if_fail (ATLAS_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (side < ATLAS_N_SIDES, NULL);

  return self->own_figures[side];
}

static gboolean
is_side_in_doubt (AtlasComparison *self, AtlasSide side, AtlasRecord *record)
{
  GPtrArray *ties = g_hash_table_lookup (self->ties[side], record);

  if (ties == NULL)
    return atlas_shown_is_in_doubt (self->scopes[side], self->filter, record);
  for (guint i = 0; i < ties->len; i++)
    if (!atlas_filter_is_in_doubt (self->filter, get_dataset (self), ties->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * atlas_comparison_is_in_doubt:
 * @self: a comparison
 * @record: a partner, or one of the records of @share
 * @share: the share
 *
 * Returns: whether it is not known if @record belongs to @share in the time shown: it is undated,
 *   or only undated links connect it to one side
 */
gboolean
atlas_comparison_is_in_doubt (AtlasComparison *self, AtlasRecord *record, AtlasShare share)
{
  g_return_val_if_fail (ATLAS_IS_COMPARISON (self), FALSE);
  g_return_val_if_fail (ATLAS_IS_RECORD (record), FALSE);
  g_return_val_if_fail (share < ATLAS_N_SHARES, FALSE);

  if (share != ATLAS_SHARE_COMMON)
    return is_side_in_doubt (self, (AtlasSide) share, record);
  return is_side_in_doubt (self, ATLAS_SIDE_FIRST, record) ||
         is_side_in_doubt (self, ATLAS_SIDE_SECOND, record);
}
