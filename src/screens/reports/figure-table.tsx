import { Table, Title, type TableProps } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { numberInWords } from '../../../electron/shared/figure-words.ts';
import classes from './reports.module.css';
import { useWords } from './use-words.ts';

interface Line {
  readonly key: string;
  /** The first of them is what the line is about. */
  readonly words: readonly ReactNode[];
  readonly figures: readonly number[];
}

interface FigureTableProps extends Pick<
  TableProps,
  'aria-label' | 'aria-labelledby' | 'stickyHeader' | 'verticalSpacing'
> {
  /** The heads of the words, and of the figures behind them. */
  readonly words: readonly string[];
  readonly figures: readonly string[];
  readonly lines: readonly Line[];
}

/** Figures below one another, each line with what it is about. */
export function FigureTable({ words, figures, lines, ...table }: FigureTableProps) {
  const { language } = useWords();
  const number = classes['number'] ?? '';
  return (
    <Table {...table}>
      <Table.Thead>
        <Table.Tr>
          {words.map((head) => (
            <Table.Th key={head} scope="col">
              {head}
            </Table.Th>
          ))}
          {figures.map((head) => (
            <Table.Th key={head} scope="col" className={number}>
              {head}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ key, words: [about, ...others], figures: own }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row">{about}</Table.Th>
            {others.map((word, index) => (
              <Table.Td key={words[index + 1]}>{word}</Table.Td>
            ))}
            {own.map((figure, index) => (
              <Table.Td key={figures[index]} className={number}>
                {numberInWords(figure, language)}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface FigureSectionProps extends Pick<FigureTableProps, 'words' | 'figures' | 'lines'> {
  readonly title: string;
  readonly definition?: string;
}

/** Such a table as a part of the report. */
export function FigureSection({ title, definition, ...table }: FigureSectionProps) {
  const headingId = useId();
  return (
    <section aria-labelledby={headingId}>
      <Title order={2} id={headingId}>
        {title}
      </Title>
      {definition && <p>{definition}</p>}
      <Table.ScrollContainer minWidth={480}>
        <FigureTable aria-labelledby={headingId} {...table} />
      </Table.ScrollContainer>
    </section>
  );
}
