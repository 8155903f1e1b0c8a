import { Button, FileButton, NativeSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import { importSources, type ImportSource } from '../../../../electron/shared/template-import.ts';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { languageName } from '../../../i18n/language-name.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { readBase64 } from '../../../components/files/read-base64.ts';
import voice from '../voice.module.css';
import { ImportTable } from './import-table.tsx';
import classes from './templates.module.css';

const names: Readonly<Record<Exclude<ImportSource, 'csv'>, string>> = {
  zendesk: 'Zendesk (macros.json)',
  gorgias: 'Gorgias (macros.json)',
  chatwoot: 'Chatwoot (canned_responses.json)',
  front: 'Front (message_templates.json)',
};

/** Canned replies of another desk: what would come in stands there before anything does. */
export function ImportPanel({ client, close }: { readonly client: Client; readonly close: () => void }) {
  const { t, i18n } = useTranslation('templates');
  const { t: own } = useTranslation('voice');
  const trpc = useTRPC();
  const [source, setSource] = useState<ImportSource>('zendesk');
  const [locale, setLocale] = useState(client.languages[0] ?? 'en');
  const [file, setFile] = useState<{ readonly name: string; readonly base64: string } | null>(null);
  const plan = useMutation(trpc.templates.planImport.mutationOptions());
  const run = useMutation(trpc.templates.import.mutationOptions());
  const request = (base64: string) => ({ clientId: client.id, source, locale, base64 });
  const forget = () => {
    plan.reset();
    run.reset();
    setFile(null);
  };
  async function read(chosen: File | null): Promise<void> {
    forget();
    const base64 = chosen && (await readBase64(chosen));
    if (!chosen || base64 === null) return;
    setFile({ name: chosen.name, base64 });
    plan.mutate(request(base64));
  }
  const error = plan.error ?? run.error;
  const coming = plan.data ? plan.data.counts.new + plan.data.counts.renamed : 0;
  return (
    <section className={classes['import']} aria-label={t('import.name')}>
      <h2>{t('import.name')}</h2>
      <p className={voice['quiet']}>{t('import.fileText')}</p>
      <div className={voice['halves']}>
        <NativeSelect
          label={t('import.source')}
          data={importSources.map((each) => ({
            value: each,
            label: each === 'csv' ? t('import.csv') : names[each],
          }))}
          value={source}
          onChange={({ currentTarget: { value } }) => {
            forget();
            setSource(importSources.find((each) => each === value) ?? 'csv');
          }}
        />
        <NativeSelect
          label={own('language')}
          data={client.languages.map((each) => ({ value: each, label: languageName(each, i18n.language) }))}
          value={locale}
          onChange={({ currentTarget: { value } }) => {
            forget();
            setLocale(value);
          }}
        />
      </div>
      <div className={voice['actions']}>
        <FileButton accept=".json,.csv,.txt" onChange={(chosen) => void read(chosen)}>
          {(button) => (
            <Button variant="default" loading={plan.isPending} {...button}>
              {t('import.file')}
            </Button>
          )}
        </FileButton>
        {file && <bdi>{file.name}</bdi>}
        {file && plan.data && !run.data && (
          <Button
            disabled={coming === 0}
            loading={run.isPending}
            onClick={() => run.mutate(request(file.base64))}
          >
            {t('import.run', { count: coming })}
          </Button>
        )}
        <Button variant="subtle" onClick={close}>
          {t('close')}
        </Button>
      </div>
      {error && <FailureNotice failure={failureOf(error)} />}
      {run.data && <output>{t('import.done', { count: coming })}</output>}
      {plan.data && <ImportTable plan={plan.data} />}
    </section>
  );
}
