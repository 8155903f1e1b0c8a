import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { Template } from '../../../../electron/shared/templates.ts';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import voice from '../voice.module.css';
import classes from './templates.module.css';

interface TemplateHistoryProps {
  readonly client: Client;
  readonly template: Template;
}

/** Who did what to it, newest first; every text of it can come back. */
export function TemplateHistory({ client, template }: TemplateHistoryProps) {
  const { t } = useTranslation('templates');
  const formats = useFormats();
  const trpc = useTRPC();
  const at = { clientId: client.id, id: template.id };
  const { data: steps = [] } = useQuery(trpc.templates.history.queryOptions(at));
  const { data: operators = [] } = useQuery(trpc.operators.list.queryOptions());
  const restore = useMutation(trpc.templates.restore.mutationOptions());
  return (
    <details className={classes['history']}>
      <summary>{t('history.name')}</summary>
      <ol>
        {steps.map((step, index) => (
          <li key={`${step.version} ${step.step} ${step.at} ${index}`}>
            <span>
              <strong>{t('history.version', { version: step.version })}</strong>{' '}
              {t(`history.step.${step.step}`)}
              {' · '}
              <bdi>{operators.find(({ id }) => id === step.operatorId)?.name ?? t('history.somebody')}</bdi>
              {' · '}
              {formats.exactTime(step.at, client.timeZone)}
              {step.comment !== '' && (
                <>
                  {' · '}
                  <q dir="auto">{step.comment}</q>
                </>
              )}
            </span>
            {step.version !== template.version && (
              <Button
                size="compact-xs"
                variant="default"
                loading={restore.isPending}
                onClick={() => restore.mutate({ ...at, version: step.version })}
              >
                {t('history.restore')}
              </Button>
            )}
            <details>
              <summary className={voice['quiet']}>{t('history.show')}</summary>
              <p className={voice['previewText']} dir="auto" lang={step.body.locale}>
                {step.body.source}
              </p>
            </details>
          </li>
        ))}
      </ol>
      {restore.error && <FailureNotice failure={failureOf(restore.error)} />}
    </details>
  );
}
