/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright 2026 The Jilin Atlas authors
 */

#include "config.h"

#include "atlas-field.h"

#include <glib/gi18n.h>

#include "atlas-labels.h"
#include "atlas-widget-tools.h"

/*
 * AtlasField: a row of a form, with one member of a draft.
 *
 * It has the title, the toggle “inferred”, and the message about what is wrong; derived classes add
 * the controls for a type of member. They write into the draft what the user enters, valid or not,
 * and the form then checks the whole draft and gives each field its faults.
 */
typedef struct
{
  /* Template widgets */
  GtkLabel *title;
  GtkToggleButton *inferred;
  GtkBox *content;
  GtkLabel *hint;
  GtkLabel *message;

  AtlasFormContext *context;
  const AtlasMember *member;
  GtkWidget *control; /* not owned: the widget whose name is the title, or NULL */
  char *fault;        /* what the field itself refuses, or NULL */
  gboolean is_touched;
  gboolean is_loading;
} AtlasFieldPrivate;

G_DEFINE_TYPE_WITH_PRIVATE (AtlasField, atlas_field, ADW_TYPE_PREFERENCES_ROW)

enum
{
  PROP_0,
  PROP_CONTEXT,
  PROP_MEMBER,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static AtlasFieldPrivate *
get_private (AtlasField *self)
{
  return atlas_field_get_instance_private (self);
}

static gboolean
is_inferred (AtlasField *self)
{
  return g_strv_contains (atlas_draft_get_list (atlas_field_get_draft (self), "inferred"),
                          atlas_field_get_name (self));
}

/* The list keeps its order, so that a file changes in one place. */
static void
inferred_toggled_cb (AtlasField *self)
{
  AtlasFieldPrivate *private = get_private (self);
  AtlasDraft *draft = atlas_field_get_draft (self);
  const char *const *old = atlas_draft_get_list (draft, "inferred");
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  if (private->is_loading)
    return;
  for (guint i = 0; old[i] != NULL; i++)
    if (!g_str_equal (old[i], private->member->name))
      g_ptr_array_add (names, g_strdup (old[i]));
  if (gtk_toggle_button_get_active (private->inferred))
    g_ptr_array_add (names, g_strdup (private->member->name));
  g_ptr_array_add (names, NULL);
  atlas_draft_set_list (draft, "inferred", (const char *const *) names->pdata);
  atlas_form_context_change (private->context, "inferred");
}

static gboolean
is_note_absent (AtlasDraft *draft)
{
  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    if (atlas_draft_get_text (draft, "note", (AtlasLanguage) language) != NULL)
      return FALSE;
  return TRUE;
}

static gboolean
is_absent (AtlasField *self)
{
  AtlasDraft *draft = atlas_field_get_draft (self);
  const char *name = atlas_field_get_name (self);

  if (atlas_draft_get_value (draft, name) != NULL || *atlas_draft_get_list (draft, name) != NULL)
    return FALSE;
  for (guint language = 0; language < ATLAS_N_LANGUAGES; language++)
    if (atlas_draft_get_text (draft, name, (AtlasLanguage) language) != NULL)
      return FALSE;
  return TRUE;
}

static void
describe_control (AtlasField *self, const char *message, gboolean is_wrong)
{
  AtlasFieldPrivate *private = get_private (self);
  const char *hint = gtk_label_get_text (private->hint);

  if (private->control == NULL)
    return;
  gtk_accessible_update_state (
    GTK_ACCESSIBLE (private->control), GTK_ACCESSIBLE_STATE_INVALID,
    is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (private->control),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  *message != '\0' ? message : hint, -1);
}

/* @severity is the style class "error" or "warning", or NULL for words that only help. */
static void
show_message (AtlasField *self, const char *message, const char *severity)
{
  AtlasFieldPrivate *private = get_private (self);
  const gboolean is_error = g_strcmp0 (severity, "error") == 0;
  const gboolean is_warning = g_strcmp0 (severity, "warning") == 0;

  gtk_label_set_text (private->message, message);
  gtk_widget_set_visible (GTK_WIDGET (private->message), *message != '\0');
  atlas_set_css_class (GTK_WIDGET (private->message), "dim-label", severity == NULL);
  atlas_set_css_class (GTK_WIDGET (private->message), "error", is_error);
  atlas_set_css_class (GTK_WIDGET (private->message), "warning", is_warning);
  atlas_set_css_class (GTK_WIDGET (self), "error", is_error);
  atlas_set_css_class (GTK_WIDGET (self), "warning", is_warning);
  describe_control (self, message, is_error);
}

/* The most severe fault of the member. */
static const AtlasDraftFault *
choose_fault (AtlasField *self, GPtrArray *faults)
{
  const AtlasDraftFault *chosen = NULL;

  for (guint i = 0; i < faults->len; i++)
    {
      const AtlasDraftFault *fault = faults->pdata[i];

      if (g_str_equal (fault->member, atlas_field_get_name (self)) &&
          (chosen == NULL || fault->severity > chosen->severity))
        chosen = fault;
    }
  return chosen;
}

static void
refresh_nothing (AtlasField *self)
{
}

static const char *
find_title (AtlasField *self)
{
  AtlasFieldPrivate *private = get_private (self);
  const char *name = private->member->name;

  if (private->member->form == ATLAS_MEMBER_FORM_ID)
    return _("Identifier");
  if (private->member->form == ATLAS_MEMBER_FORM_CITES)
    return atlas_label_for_record_kind (ATLAS_RECORD_KIND_SOURCE, atlas_language_get_default ());
  if (private->member->form == ATLAS_MEMBER_FORM_SECTIONS)
    return _("Sections");
  return atlas_label_for_member (atlas_draft_get_kind (atlas_field_get_draft (self)), name,
                                 atlas_language_get_default ());
}

static void
atlas_field_constructed (GObject *object)
{
  AtlasField *self = ATLAS_FIELD (object);
  AtlasFieldPrivate *private = get_private (self);

  G_OBJECT_CLASS (atlas_field_parent_class)->constructed (object);

  private->is_loading = TRUE;
  atlas_field_set_title (self, find_title (self));
  gtk_widget_set_visible (GTK_WIDGET (private->inferred),
                          atlas_member_can_be_inferred (private->member) &&
                            !atlas_form_context_is_entry (private->context));
  gtk_toggle_button_set_active (private->inferred, is_inferred (self));
  private->is_loading = FALSE;
  g_signal_connect_object (private->context, "dataset-changed", G_CALLBACK (atlas_field_refresh),
                           self, G_CONNECT_SWAPPED);
}

static void
atlas_field_dispose (GObject *object)
{
  AtlasFieldPrivate *private = get_private (ATLAS_FIELD (object));

  private->control = NULL;
  g_clear_object (&private->context);

  G_OBJECT_CLASS (atlas_field_parent_class)->dispose (object);
}

static void
atlas_field_finalize (GObject *object)
{
  g_free (get_private (ATLAS_FIELD (object))->fault);

  G_OBJECT_CLASS (atlas_field_parent_class)->finalize (object);
}

static void
atlas_field_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  AtlasFieldPrivate *private = get_private (ATLAS_FIELD (object));

  switch (prop_id)
    {
    case PROP_CONTEXT:
      private
      ->context = g_value_dup_object (value);
      break;
    case PROP_MEMBER:
      private
      ->member = g_value_get_pointer (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static gboolean
atlas_field_grab_focus (GtkWidget *widget)
{
  AtlasFieldPrivate *private = get_private (ATLAS_FIELD (widget));

  return private->control != NULL ? gtk_widget_grab_focus (private->control)
                                  : gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
atlas_field_class_init (AtlasFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = atlas_field_constructed;
  object_class->dispose = atlas_field_dispose;
  object_class->finalize = atlas_field_finalize;
  object_class->set_property = atlas_field_set_property;
  widget_class->grab_focus = atlas_field_grab_focus;
  klass->refresh = refresh_nothing;

  properties[PROP_CONTEXT] =
    g_param_spec_object ("context", NULL, NULL, ATLAS_TYPE_FORM_CONTEXT,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_MEMBER] = g_param_spec_pointer (
    "member", NULL, NULL, G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/jilinatlas/JilinAtlas/atlas-field.ui");
  gtk_widget_class_bind_template_child_private (widget_class, AtlasField, title);
  gtk_widget_class_bind_template_child_private (widget_class, AtlasField, inferred);
  gtk_widget_class_bind_template_child_private (widget_class, AtlasField, content);
  gtk_widget_class_bind_template_child_private (widget_class, AtlasField, hint);
  gtk_widget_class_bind_template_child_private (widget_class, AtlasField, message);
  gtk_widget_class_bind_template_callback (widget_class, inferred_toggled_cb);
}

static void
atlas_field_init (AtlasField *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atlas_field_new:
 * @type: a class of fields
 * @context: the context of the form
 * @member: the name of the member, which the kind of the draft must have
 *
 * Returns: (transfer floating): a field that shows the member
 */
AtlasField *
atlas_field_new (GType type, AtlasFormContext *context, const char *member)
{
  AtlasDraft *draft;
  const AtlasMember *found;

  g_return_val_if_fail (g_type_is_a (type, ATLAS_TYPE_FIELD), NULL);
  g_return_val_if_fail (ATLAS_IS_FORM_CONTEXT (context), NULL);

  draft = atlas_form_context_get_draft (context);
  found = atlas_schema_lookup (atlas_schema_get (atlas_draft_get_kind (draft)), member);
  g_return_val_if_fail (found != NULL, NULL);
  return g_object_new (type, "context", context, "member", found, NULL);
}

/**
 * atlas_field_get_context:
 * @self: a field
 *
 * Returns: (transfer none): its context
 */
AtlasFormContext *
atlas_field_get_context (AtlasField *self)
{
  g_return_val_if_fail (ATLAS_IS_FIELD (self), NULL);

  return get_private (self)->context;
}

/**
 * atlas_field_get_draft:
 * @self: a field
 *
 * Returns: (transfer none): the draft whose member it shows
 */
AtlasDraft *
atlas_field_get_draft (AtlasField *self)
{
  return atlas_form_context_get_draft (atlas_field_get_context (self));
}

/**
 * atlas_field_get_dataset:
 * @self: a field
 *
 * Returns: (transfer none): the dataset to which it can refer
 */
AtlasDataset *
atlas_field_get_dataset (AtlasField *self)
{
  return atlas_form_context_get_dataset (atlas_field_get_context (self));
}

/**
 * atlas_field_get_member:
 * @self: a field
 *
 * Returns: (transfer none): its member
 */
const AtlasMember *
atlas_field_get_member (AtlasField *self)
{
  g_return_val_if_fail (ATLAS_IS_FIELD (self), NULL);

  return get_private (self)->member;
}

/**
 * atlas_field_get_name:
 * @self: a field
 *
 * Returns: (transfer none): the name of its member in a file
 */
const char *
atlas_field_get_name (AtlasField *self)
{
  return atlas_field_get_member (self)->name;
}

/**
 * atlas_field_get_title:
 * @self: a field
 *
 * Returns: (transfer none): the label of its member
 */
const char *
atlas_field_get_title (AtlasField *self)
{
  g_return_val_if_fail (ATLAS_IS_FIELD (self), NULL);

  return gtk_label_get_text (get_private (self)->title);
}

/**
 * atlas_field_set_title:
 * @self: a field
 * @title: a label in place of that of its member
 */
void
atlas_field_set_title (AtlasField *self, const char *title)
{
  AtlasFieldPrivate *private = get_private (self);
  g_autofree char *words = NULL;

  g_return_if_fail (ATLAS_IS_FIELD (self));
  g_return_if_fail (title != NULL);

  words = g_strdup_printf (_("Inferred: %s"), title);
  gtk_label_set_text (private->title, title);
  atlas_set_accessible_label (self, title);
  atlas_set_accessible_label (private->inferred, words);
  if (private->control != NULL)
    atlas_set_accessible_label (private->control, title);
}

/**
 * atlas_field_add:
 * @self: a field
 * @widget: (transfer floating): a widget to be shown below the title and the other ones
 */
void
atlas_field_add (AtlasField *self, GtkWidget *widget)
{
  g_return_if_fail (ATLAS_IS_FIELD (self));

  gtk_box_append (get_private (self)->content, widget);
}

/**
 * atlas_field_set_control:
 * @self: a field
 * @control: a widget within it, which gets the title as its name, and the message as its
 *   description
 */
void
atlas_field_set_control (AtlasField *self, GtkWidget *control)
{
  AtlasFieldPrivate *private = get_private (self);

  g_return_if_fail (ATLAS_IS_FIELD (self));

  private->control = control;
  atlas_set_accessible_label (control, atlas_field_get_title (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_REQUIRED,
                                  private->member->required, -1);
}

/**
 * atlas_field_set_hint:
 * @self: a field
 * @hint: (nullable): words that help, below the control
 */
void
atlas_field_set_hint (AtlasField *self, const char *hint)
{
  AtlasFieldPrivate *private = get_private (self);

  g_return_if_fail (ATLAS_IS_FIELD (self));

  gtk_label_set_text (private->hint, hint != NULL ? hint : "");
  gtk_widget_set_visible (GTK_WIDGET (private->hint), hint != NULL && *hint != '\0');
}

/**
 * atlas_field_get_message:
 * @self: a field
 *
 * Returns: (transfer none): what it says about its value, or ""
 */
const char *
atlas_field_get_message (AtlasField *self)
{
  g_return_val_if_fail (ATLAS_IS_FIELD (self), NULL);

  return gtk_label_get_text (get_private (self)->message);
}

/**
 * atlas_field_set_fault:
 * @self: a field
 * @fault: (nullable): why it cannot write into the draft what the user has entered
 *
 * Says what is wrong in place of the draft. While there is such a fault, the form has no record.
 */
void
atlas_field_set_fault (AtlasField *self, const char *fault)
{
  AtlasFieldPrivate *private = get_private (self);
  char *copy = g_strdup (fault);

  g_return_if_fail (ATLAS_IS_FIELD (self));

  g_free (private->fault);
  private->fault = copy;
}

/**
 * atlas_field_has_fault:
 * @self: a field
 *
 * Returns: whether atlas_field_set_fault() has set a fault
 */
gboolean
atlas_field_has_fault (AtlasField *self)
{
  g_return_val_if_fail (ATLAS_IS_FIELD (self), FALSE);

  return get_private (self)->fault != NULL;
}

/**
 * atlas_field_change:
 * @self: a field
 *
 * A derived class calls this after it has written into the draft what the user has entered.
 */
void
atlas_field_change (AtlasField *self)
{
  AtlasFieldPrivate *private = get_private (self);

  g_return_if_fail (ATLAS_IS_FIELD (self));

  private->is_touched = TRUE;
  atlas_form_context_change (private->context, private->member->name);
}

/**
 * atlas_field_refresh:
 * @self: a field
 *
 * Shows the names of the dataset and the title anew.
 */
void
atlas_field_refresh (AtlasField *self)
{
  g_return_if_fail (ATLAS_IS_FIELD (self));

  ATLAS_FIELD_GET_CLASS (self)->refresh (self);
}

/**
 * atlas_field_show_faults:
 * @self: a field
 * @faults: (element-type AtlasDraftFault): the faults of the draft
 *
 * Shows what is wrong with the member. That a value is needed is no error before the user has been
 * at the field, or each new form would be full of errors.
 */
void
atlas_field_show_faults (AtlasField *self, GPtrArray *faults)
{
  AtlasFieldPrivate *private = get_private (self);
  const AtlasDraftFault *fault;

  g_return_if_fail (ATLAS_IS_FIELD (self));

  fault = choose_fault (self, faults);
  if (private->fault != NULL)
    show_message (self, private->fault, "error");
  else if (fault != NULL && fault->severity == ATLAS_FAULT_SEVERITY_WARNING)
    show_message (self, fault->message, "warning");
  else if (fault != NULL)
    show_message (self, fault->message, private->is_touched || !is_absent (self) ? "error" : NULL);
  else if (is_inferred (self) && is_note_absent (atlas_field_get_draft (self)))
    show_message (self, _("Say in the note why this is inferred"), "warning");
  else
    show_message (self, "", NULL);
}
