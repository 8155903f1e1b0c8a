import { expect, test } from 'vitest';
import { compileRules } from '../../electron/core/features/voice/rule-compiler.ts';
import { alertsOf, formatOf, type ValeAlert } from '../../electron/core/features/voice/vale-alerts.ts';
import { check } from '../../electron/shared/voice/check.ts';
import { compileGuide } from '../../electron/shared/voice/guide.ts';
import { severities } from '../../electron/shared/voice/rule-definition.ts';
import { tables } from '../support/vale-table/tables.ts';
import type { Row, RuleRows } from '../support/vale-table/rows.ts';
import { someWords } from '../support/vale-table/some-words.ts';

interface Case {
  readonly name: string;
  readonly rows: RuleRows;
  readonly row: Row;
}

const cases = Object.entries(tables).flatMap(([kind, groups]) =>
  groups.flatMap((rows) =>
    rows.rows.map((row): Case => ({
      name: `${kind}, ${rows.why}: ${JSON.stringify(textOf(row))}`,
      rows,
      row,
    })),
  ),
);

function textOf(row: Row): string {
  return typeof row === 'string' ? row : row[0];
}

/** The alerts that a row is marked with, as Vale writes them, and the text without its marks. */
function read({ rows, row }: Case): { text: string; alerts: ValeAlert[] } {
  const messages = typeof row === 'string' ? [] : row.slice(1);
  const alerts: ValeAlert[] = [];
  let text = '';
  for (const piece of textOf(row).split('⟦')) {
    const [match, rest] = piece.includes('⟧') ? piece.split('⟧') : [null, piece];
    if (match !== null && match !== undefined) {
      const line = text.split('\n').length;
      const first = [...(text.split('\n').at(-1) ?? '')].length + 1;
      alerts.push(alertFor(rows, { match, line, first, message: messages[alerts.length] }));
      text += match;
    }
    text += rest ?? '';
  }
  return { text, alerts };
}

function alertFor(
  { rule, action }: RuleRows,
  {
    match,
    line,
    first,
    message,
  }: { match: string; line: number; first: number; message: string | undefined },
): ValeAlert {
  const inLine = match.includes('\n') ? `${match.split('\n')[0] ?? ''}\n` : match;
  const own = /^message: (?:"(.*)"|'(.*)'|(.*))$/m.exec(rule);
  return {
    Action: action?.(match) ?? { Name: '', Params: null },
    Span: [first, Math.max(1, first + [...inLine].length - 1)],
    Check: 'House.Rule',
    Description: '',
    Link: '',
    Message: message ?? (own?.[1] ?? own?.[2] ?? own?.[3] ?? '').replace('%s', match),
    Severity: severities.find((level) => rule.includes(`level: ${level}`)) ?? 'warning',
    Match: match,
    Line: line,
  };
}

test.each(cases)('$name', (each) => {
  const { rule, as = 'txt', accept = [] } = each.rows;
  const { definitions, problems } = compileRules([{ name: 'House.Rule', yaml: rule }]);
  expect(problems).toEqual([]);
  const settings = { accept: [...accept], tokenIgnores: [], blockIgnores: [] };
  const guide = compileGuide(definitions, { settings, speller: someWords });
  const { text, alerts } = read(each);
  expect(alertsOf(text, check(guide, text, formatOf(`a.${as}`)))).toEqual(alerts);
});

test('the table has at least 300 rows, and some of every kind', () => {
  expect(cases.length).toBeGreaterThanOrEqual(300);
  for (const groups of Object.values(tables))
    expect(groups.flatMap(({ rows }) => rows).length).toBeGreaterThan(10);
});
