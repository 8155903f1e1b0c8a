import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/shared/clients.ts';
import { reportFormats, type ReportPeriod } from '../../../electron/shared/reports.ts';
import { useFailureText } from '../../components/failure/failure-text.ts';
import { Icon } from '../../components/icon/icon.tsx';
import { failureOf } from '../../rpc/failure.ts';
import { saveFile } from '../../rpc/save-file.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './reports.module.css';
import { useWords } from './use-words.ts';

interface ExportButtonsProps {
  readonly client: Client;
  readonly period: ReportPeriod;
}

/** The report as a file, in the language one reads it in. */
export function ExportButtons({ client, period }: ExportButtonsProps) {
  const { t } = useTranslation('reports');
  const { language } = useWords();
  const trpc = useTRPC();
  const say = useFailureText();
  const make = useMutation(
    trpc.reports.export.mutationOptions({
      onSuccess: ({ path }) => saveFile(path),
      onError: (error) => notifications.show({ color: 'red', message: say(failureOf(error)) }),
    }),
  );
  return (
    <div className={classes['exports']} role="group" aria-label={t('export')}>
      <Icon name="download" />
      {reportFormats.map((format) => (
        <Button
          key={format}
          size="compact-sm"
          variant="default"
          aria-label={t('exportAs', { format: t(`formats.${format}`) })}
          loading={make.isPending && make.variables.format === format}
          disabled={make.isPending}
          onClick={() => make.mutate({ clientId: client.id, ...period, format, language })}
        >
          {t(`formats.${format}`)}
        </Button>
      ))}
    </div>
  );
}
