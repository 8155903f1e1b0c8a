import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { TemplateId } from '../../../../electron/shared/ids.ts';
import type { Template, TemplateBody } from '../../../../electron/shared/templates.ts';
import voice from '../voice.module.css';
import { TemplateActions } from './template-actions.tsx';
import { bodyOf } from './template-body.ts';
import { TemplateFilesField } from './template-files-field.tsx';
import { TemplatePlace } from './template-place.tsx';
import { TemplateTexts } from './template-texts.tsx';

interface TemplateFormProps {
  readonly client: Client;
  readonly template: Template | null;
  readonly folders: readonly string[];
  readonly onSaved: (id: TemplateId) => void;
  readonly onRemoved: () => void;
}

/** A template's texts beside what becomes of them, where it belongs and what may be done with it. */
export function TemplateForm({ client, template, folders, onSaved, onRemoved }: TemplateFormProps) {
  const { t } = useTranslation('voice');
  const [first] = useState(() => bodyOf(template, client.languages[0] ?? 'en'));
  const [body, setBody] = useState<TemplateBody>(first);
  const [files, setFiles] = useState(template?.files ?? []);
  const change = (part: Partial<TemplateBody>) => setBody((before) => ({ ...before, ...part }));
  return (
    <form className={voice['templateForm']} onSubmit={(event) => event.preventDefault()}>
      <div className={voice['templateFields']}>
        <TextInput
          required
          label={t('templateName')}
          dir="auto"
          value={body.name}
          maxLength={120}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <TextInput
          required
          label={t('shortcut')}
          leftSection="/"
          dir="ltr"
          value={body.shortcut}
          maxLength={40}
          onChange={(event) => change({ shortcut: event.currentTarget.value })}
        />
      </div>
      <TemplateTexts client={client} body={body} change={change} />
      <TemplatePlace body={body} folders={folders} change={change} />
      <TemplateFilesField
        clientId={client.id}
        files={files}
        onChange={(next) => {
          setFiles(next);
          change({ attachmentIds: next.map(({ id }) => id) });
        }}
      />
      <TemplateActions
        client={client}
        template={template}
        body={body}
        changed={body !== first}
        onSaved={onSaved}
        onRemoved={onRemoved}
      />
    </form>
  );
}
