import { useTranslation } from 'react-i18next';
import { statusColumns, type Report } from '../../../electron/shared/reports.ts';
import { FigureSection } from './figure-table.tsx';

/** Backlog and what was resolved, by category and by the client's own names within it. */
export function StatusTable({ report }: { readonly report: Report }) {
  const { t } = useTranslation('reports');
  if (report.statuses.length === 0) return null;
  return (
    <FigureSection
      title={t('byStatus.title')}
      definition={t('byStatus.definition')}
      words={[t('columns.status'), t('columns.category')]}
      figures={statusColumns.map(([, measure]) => t(`measures.${measure}`))}
      lines={report.statuses.map((volume) => {
        const category = t(`statuses.${volume.status}`);
        return {
          key: volume.named?.id ?? volume.status,
          words: [<bdi key="name">{volume.named?.name ?? category}</bdi>, category],
          figures: statusColumns.map(([column]) => volume[column]),
        };
      })}
    />
  );
}
