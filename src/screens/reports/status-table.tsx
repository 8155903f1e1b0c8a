import { Table, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { numberInWords } from '../../../electron/shared/figure-words.ts';
import { statusColumns, type Report } from '../../../electron/shared/reports.ts';
import classes from './reports.module.css';
import { useWords } from './use-words.ts';

const columns = ['backlogStart', 'backlogEnd', 'resolved'] as const;

/** Backlog and what was resolved, by category and by the client's own names within it. */
export function StatusTable({ report }: { readonly report: Report }) {
  const { t } = useTranslation('reports');
  const { language } = useWords();
  const headingId = useId();
  if (report.statuses.length === 0) return null;
  return (
    <section aria-labelledby={headingId}>
      <Title order={2} id={headingId}>
        {t('byStatus.title')}
      </Title>
      <p>{t('byStatus.definition')}</p>
      <Table.ScrollContainer minWidth={480}>
        <Table aria-labelledby={headingId}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('columns.status')}</Table.Th>
              <Table.Th scope="col">{t('columns.category')}</Table.Th>
              {columns.map((column) => (
                <Table.Th key={column} scope="col" className={classes['number'] ?? ''}>
                  {t(`measures.${statusColumns[column]}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {report.statuses.map((volume) => (
              <Table.Tr key={volume.named?.id ?? volume.status}>
                <Table.Th scope="row">
                  <bdi>{volume.named?.name ?? t(`statuses.${volume.status}`)}</bdi>
                </Table.Th>
                <Table.Td>{t(`statuses.${volume.status}`)}</Table.Td>
                {columns.map((column) => (
                  <Table.Td key={column} className={classes['number'] ?? ''}>
                    {numberInWords(volume[column], language)}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}
