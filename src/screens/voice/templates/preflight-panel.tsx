import { Checkbox, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientId, TemplateId } from '../../../../electron/shared/ids.ts';
import { awkwardCustomers, type PreflightLine } from '../../../../electron/shared/template-preflight.ts';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import voice from '../voice.module.css';
import { useChannelNames } from './channel-names.ts';
import classes from './templates.module.css';

interface PreflightPanelProps {
  readonly clientId: ClientId;
  /** One template, or all. */
  readonly only: TemplateId | null;
  readonly choose?: (id: TemplateId) => void;
}

/** What goes wrong when texts meet awkward customers. */
export function PreflightPanel({ clientId, only, choose }: PreflightPanelProps) {
  const { t } = useTranslation('templates');
  const trpc = useTRPC();
  const [showsPlaceholders, setShowsPlaceholders] = useState(false);
  const { data: report, error } = useQuery(trpc.templates.preflight.queryOptions({ clientId, id: only }));
  if (error) return <FailureNotice failure={failureOf(error)} />;
  const lines = report?.lines.filter(({ kind }) => showsPlaceholders || kind !== 'placeholder') ?? [];
  return (
    <section className={classes['preflight']} aria-label={t('preflight.name')}>
      <h2>{t('preflight.name')}</h2>
      <p className={voice['quiet']} role="status">
        {report
          ? t('preflight.counts', {
              templates: report.templates,
              texts: report.texts,
              renders: report.renders,
            })
          : t('preflight.running')}{' '}
        {report && lines.length === 0 && t('preflight.clean')}
      </p>
      <Checkbox
        size="xs"
        label={t('preflight.showPlaceholders')}
        checked={showsPlaceholders}
        onChange={(event) => setShowsPlaceholders(event.currentTarget.checked)}
      />
      {lines.length > 0 && (
        <table className={classes['table']}>
          <thead>
            <tr>
              {only === null && <th scope="col">{t('preflight.template')}</th>}
              <th scope="col">{t('preflight.finding')}</th>
              <th scope="col">{t('preflight.where')}</th>
              <th scope="col">{t('preflight.customers')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Line
                key={`${line.templateId} ${line.version} ${line.locale} ${line.channel} ${line.kind} ${line.excerpt}`}
                line={line}
                named={only === null}
                choose={choose}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface LineProps {
  readonly line: PreflightLine;
  readonly named: boolean;
  readonly choose: ((id: TemplateId) => void) | undefined;
}

function Line({ line, named, choose }: LineProps) {
  const { t } = useTranslation('templates');
  const formats = useFormats();
  const channelName = useChannelNames();
  const customers =
    line.customers.length === awkwardCustomers.length
      ? t('preflight.everybody')
      : formats.list(line.customers.map((customer) => t(`preflight.customer.${customer}`)));
  return (
    <tr>
      {named && (
        <td>
          <UnstyledButton
            className={classes['link'] ?? ''}
            dir="auto"
            onClick={() => choose?.(line.templateId)}
          >
            {line.name}
          </UnstyledButton>
        </td>
      )}
      <td>{t(`preflight.kind.${line.kind}`)}</td>
      <td>
        <bdi className={classes['excerpt']} lang={line.locale}>
          {line.excerpt}
        </bdi>{' '}
        <span className={voice['quiet']}>
          {line.locale}
          {line.channel !== null && ` · ${channelName(line.channel)}`}
          {!line.isOffered && ` · ${t('preflight.waiting', { version: line.version })}`}
        </span>
      </td>
      <td>{customers}</td>
    </tr>
  );
}
