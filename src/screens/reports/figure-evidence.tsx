import { CloseButton, ScrollArea, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  durationInWords,
  figureInterval,
  figureValue,
  momentInWords,
  numberInWords,
  periodInWords,
} from '../../../electron/shared/figure-words.ts';
import type { Figure, Measure, Report } from '../../../electron/shared/reports.ts';
import classes from './reports.module.css';
import { useWords } from './use-words.ts';

interface FigureEvidenceProps {
  readonly report: Report;
  readonly measure: Measure;
  readonly close: () => void;
}

/** How a measure was counted: its definition, its numbers, and where they come from. */
export function FigureEvidence({ report, measure, close }: FigureEvidenceProps) {
  const { t } = useTranslation('reports');
  return (
    <ScrollArea className={classes['evidence'] ?? ''} type="auto">
      <aside className={classes['evidenceBody']} aria-label={t('evidence')}>
        <div className={classes['evidenceHead']}>
          <Title order={2}>{t(`measures.${measure}`)}</Title>
          <CloseButton aria-label={t('close')} onClick={close} />
        </div>
        <p>{t(`definitions.${measure}`)}</p>
        {report.figures
          .filter((figure) => figure.measure === measure)
          .map((figure) => (
            <FigureNumbers key={figure.id} figure={figure} />
          ))}
        <Proof report={report} />
      </aside>
    </ScrollArea>
  );
}

function FigureNumbers({ figure }: { readonly figure: Figure }) {
  const { t } = useTranslation('reports');
  const words = useWords();
  const { language } = words;
  const isTime = figure.unit === 'milliseconds';
  const interval = figureInterval(figure, words);
  return (
    <section>
      <Title order={3} className={classes['statistic'] ?? ''}>
        {t(`statistics.${figure.statistic}`)}
      </Title>
      <Facts
        rows={[
          [t('columns.value'), figureValue(figure, words)],
          [
            t('columns.numerator'),
            isTime ? durationInWords(figure.numerator, language) : numberInWords(figure.numerator, language),
          ],
          [t('columns.denominator'), numberInWords(figure.denominator, language)],
          [t('columns.n'), numberInWords(figure.n, language)],
          ...(interval ? [[t('proof.interval'), interval] as const] : []),
        ]}
      />
    </section>
  );
}

function Proof({ report }: { readonly report: Report }) {
  const { t } = useTranslation('reports');
  const { language } = useWords();
  const { period, proof } = report;
  const { timeZone } = period;
  return (
    <section>
      <Title order={3}>{t('proof.title')}</Title>
      <Facts
        rows={[
          [t('proof.period'), periodInWords(period, language)],
          [t('proof.timeZone'), timeZone],
          [t('proof.asOf'), momentInWords(period.asOf, { language, timeZone })],
          [t('proof.calendarVersions'), proof.calendarVersions.join(', ')],
          [t('proof.definitionsVersion'), String(proof.definitionsVersion)],
          [t('proof.quantiles'), proof.quantiles],
          [t('proof.segments'), numberInWords(proof.segments, language)],
          [t('proof.populationHash'), proof.populationHash],
          [t('proof.queryHash'), proof.queryHash],
        ]}
      />
    </section>
  );
}

function Facts({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <Table verticalSpacing={4} horizontalSpacing={0} layout="fixed">
      <Table.Tbody>
        {rows.map(([name, value]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" className={classes['factName'] ?? ''}>
              {name}
            </Table.Th>
            <Table.Td className={classes['factValue'] ?? ''}>
              <bdi>{value}</bdi>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
