import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/shared/clients.ts';
import type { TemplateId } from '../../../electron/shared/ids.ts';
import type { Template, TemplateBody } from '../../../electron/shared/templates.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { replaceText } from '../../components/voice-editor/replace-text.ts';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import { TemplatePreview } from './template-preview.tsx';
import { VariableMenu } from './variable-menu.tsx';
import classes from './voice.module.css';

interface TemplateFormProps {
  readonly client: Client;
  /** Null for a new one. */
  readonly template: Template | null;
  readonly onSaved: (id: TemplateId) => void;
  readonly onRemoved: () => void;
}

/** A template's text beside what becomes of it. */
export function TemplateForm({ client, template, onSaved, onRemoved }: TemplateFormProps) {
  const { t, i18n } = useTranslation('voice');
  const trpc = useTRPC();
  const clientId = client.id;
  const locales = [...new Set([...client.languages, ...(template ? [template.locale] : [])])];
  const [body, setBody] = useState<TemplateBody>(() => bodyOf(template, locales[0] ?? 'en'));
  const source = useRef<HTMLTextAreaElement>(null);
  const save = useMutation(trpc.templates.save.mutationOptions({ onSuccess: ({ id }) => onSaved(id) }));
  const remove = useMutation(trpc.templates.remove.mutationOptions({ onSuccess: onRemoved }));
  const change = (part: Partial<TemplateBody>) => setBody({ ...body, ...part });
  const error = save.error ?? remove.error;
  return (
    <form
      className={classes['templateForm']}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ clientId, id: template?.id ?? null, body });
      }}
    >
      <div className={classes['templateFields']}>
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
        <NativeSelect
          label={t('language')}
          data={locales.map((locale) => ({ value: locale, label: languageName(locale, i18n.language) }))}
          value={body.locale}
          onChange={(event) => change({ locale: event.currentTarget.value })}
        />
      </div>
      <Textarea
        ref={source}
        required
        label={t('templateText')}
        description={t('templateTextText', { open: '{{', close: '}}', tags: 'if, unless, case, assign' })}
        dir="auto"
        lang={body.locale}
        autosize
        minRows={8}
        maxRows={24}
        value={body.source}
        onChange={(event) => change({ source: event.currentTarget.value })}
      />
      <VariableMenu
        onInsert={(insert) => {
          const { current } = source;
          if (current)
            replaceText(current, { start: current.selectionStart, end: current.selectionEnd, insert });
        }}
      />
      <TemplatePreview clientId={clientId} source={body.source} locale={body.locale} />
      <div className={classes['actions']}>
        <Button type="submit" loading={save.isPending}>
          {t('saveTemplate')}
        </Button>
        {template && (
          <Button
            variant="default"
            loading={remove.isPending}
            onClick={() => remove.mutate({ clientId, id: template.id })}
          >
            {t('removeTemplate')}
          </Button>
        )}
        {save.isSuccess && <output className={classes['quiet']}>{t('templateSaved')}</output>}
      </div>
      {error && <FailureNotice failure={failureOf(error)} />}
    </form>
  );
}

const bodyOf = (template: Template | null, locale: string): TemplateBody =>
  template
    ? { name: template.name, shortcut: template.shortcut, locale: template.locale, source: template.source }
    : { name: '', shortcut: '', locale, source: '' };

/** "Spanish" where one reads English; a tag that nobody knows stays as it is. */
const languageName = (locale: string, reader: string): string =>
  new Intl.DisplayNames([reader], { type: 'language' }).of(locale) ?? locale;
