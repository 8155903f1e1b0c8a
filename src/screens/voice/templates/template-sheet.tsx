import type { Client } from '../../../../electron/shared/clients.ts';
import type { TemplateId } from '../../../../electron/shared/ids.ts';
import type { Template } from '../../../../electron/shared/templates.ts';
import { PreflightPanel } from './preflight-panel.tsx';
import { TemplateEffect } from './template-effect.tsx';
import { TemplateForm } from './template-form.tsx';
import { TemplateHistory } from './template-history.tsx';
import classes from './templates.module.css';

interface TemplateSheetProps {
  readonly client: Client;
  /** Null for a new one. */
  readonly template: Template | null;
  readonly folders: readonly string[];
  readonly onSaved: (id: TemplateId) => void;
  readonly onRemoved: () => void;
}

/** One template: what it says, what came of it, how it stands with awkward customers, and what it said before. */
export function TemplateSheet({ client, template, folders, onSaved, onRemoved }: TemplateSheetProps) {
  return (
    <div className={classes['sheet']}>
      <TemplateForm
        client={client}
        template={template}
        folders={folders}
        onSaved={onSaved}
        onRemoved={onRemoved}
      />
      {template && (
        <>
          <TemplateEffect clientId={client.id} id={template.id} />
          <PreflightPanel clientId={client.id} only={template.id} />
          <TemplateHistory client={client} template={template} />
        </>
      )}
    </div>
  );
}
