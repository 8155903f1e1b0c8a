import type { Generated } from 'kysely';
import type { AttachmentId, OperatorId, TemplateId } from '../../../shared/ids.ts';
import type { TemplateState, TemplateStepKind } from '../../../shared/templates.ts';
import type { Flag, Json } from './column-types.ts';

/** One version of a template. */
interface TemplateColumns {
  id: TemplateId;
  version: number;
  name: string;
  shortcut: string;
  locale: string;
  source: string;
  removed: Flag;
  created_at: number;
  operator_id: OperatorId | null;
  /** Names joined by slashes; empty: in no folder. */
  folder: string;
  tags: Json;
  /** Array of `{ locale, channel, source }` beside the main text. */
  variants: Json;
  attachment_ids: Json;
  /** `YYYY-MM-DD` in the client's time zone: the last day on which it is offered. */
  expires_on: string | null;
  state: TemplateState;
}

export interface TemplateTables {
  templates: TemplateColumns;
  /** Views: of each template that is not removed, the version worked on and the one in force. */
  newest_templates: TemplateColumns;
  published_templates: TemplateColumns;
  /** Who did what to a version of a template, in order. */
  template_steps: {
    seq: Generated<number>;
    template_id: TemplateId;
    version: number;
    step: TemplateStepKind;
    comment: string;
    at: number;
    operator_id: OperatorId | null;
  };
  template_favourites: { operator_id: OperatorId; template_id: TemplateId };
  /** Files of templates, sealed in the attachment folder under their id. */
  template_files: { id: AttachmentId; name: string; type: string; size: number; created_at: number };
}
