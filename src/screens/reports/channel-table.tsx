import { useTranslation } from 'react-i18next';
import type { Report } from '../../../electron/shared/reports.ts';
import { FigureSection } from './figure-table.tsx';

const columns = ['opened', 'reopened', 'resolved', 'received', 'sent'] as const;

/** What each channel brought. */
export function ChannelTable({ report }: { readonly report: Report }) {
  const { t } = useTranslation('reports');
  return (
    <FigureSection
      title={t('channels')}
      words={[t('columns.channel')]}
      figures={columns.map((column) => t(`columns.${column === 'opened' ? 'new' : column}`))}
      lines={report.channels.map((channel) => ({
        key: channel.channelId,
        words: [<bdi key="name">{channel.name}</bdi>],
        figures: columns.map((column) => channel[column]),
      }))}
    />
  );
}
