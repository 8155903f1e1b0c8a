import { Table, Title } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { numberInWords } from '../../../electron/shared/figure-words.ts';
import type { Report } from '../../../electron/shared/reports.ts';
import classes from './reports.module.css';
import { useWords } from './use-words.ts';

const columns = ['opened', 'reopened', 'resolved', 'received', 'sent'] as const;

/** What each channel brought. */
export function ChannelTable({ report }: { readonly report: Report }) {
  const { t } = useTranslation('reports');
  const { language } = useWords();
  const headingId = useId();
  return (
    <section aria-labelledby={headingId}>
      <Title order={2} id={headingId}>
        {t('channels')}
      </Title>
      <Table.ScrollContainer minWidth={480}>
        <Table aria-labelledby={headingId}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('columns.channel')}</Table.Th>
              {columns.map((column) => (
                <Table.Th key={column} scope="col" className={classes['number'] ?? ''}>
                  {t(`columns.${column === 'opened' ? 'new' : column}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {report.channels.map((channel) => (
              <Table.Tr key={channel.channelId}>
                <Table.Th scope="row">
                  <bdi>{channel.name}</bdi>
                </Table.Th>
                {columns.map((column) => (
                  <Table.Td key={column} className={classes['number'] ?? ''}>
                    {numberInWords(channel[column], language)}
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
