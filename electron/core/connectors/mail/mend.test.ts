import { expect, test } from 'vitest';
import { mended } from './mend.ts';

const lines = (...text: readonly string[]): Buffer => Buffer.from(text.join('\r\n'), 'latin1');
const mend = (...text: readonly string[]): string => mended(lines(...text)).toString('utf8');

test('a message without any of these faults is handed on as the very same bytes', () => {
  const message = lines(
    'Subject: Größe',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    '',
    'Hi',
    '--b--',
  );
  const utf8 = Buffer.from(message.toString('latin1'));
  expect(mended(utf8).buffer).toBe(utf8.buffer);
});

test('blanks after a delimiter go', () => {
  const mixed = ['Content-Type: multipart/mixed; boundary="b"', ''];
  expect(mend(...mixed, '--b \t', '', 'Hi', '--b-- ')).toBe(
    [...mixed, '--b', '', 'Hi', '--b--'].join('\r\n'),
  );
});

test('a multipart that nobody closed ends where the one around it goes on', () => {
  const start = [
    'Content-Type: multipart/mixed; boundary=outer',
    '',
    '--outer',
    'Content-Type: multipart/alternative; boundary=inner',
    '',
    '--inner',
    '',
    'Hi',
  ];
  expect(mend(...start, '--outer', '', 'after', '--outer--')).toBe(
    [...start, '--inner--', '--outer', '', 'after', '--outer--'].join('\r\n'),
  );
});

test('a part of a digest is a message', () => {
  const digest = ['Content-Type: multipart/digest; boundary=1', ''];
  expect(mend(...digest, '--1', '', 'Subject: inside', '', 'Hi', '--1--')).toBe(
    [
      ...digest,
      '--1',
      'Content-Type: message/rfc822',
      'Content-Disposition: inline',
      '',
      'Subject: inside',
      '',
      'Hi',
      '--1--',
    ].join('\r\n'),
  );
});

test('UTF-7 is read where it is declared, in words and in names', () => {
  const mail = mend(
    'Subject: =?utf-7?Q?Gr+APY-=C3=9Fe?=',
    'Content-Type: text/plain; charset=UTF-7',
    '',
    'Gr+APY-+AN8-e +- 1',
  );
  expect(mail).toContain(`Subject: =?utf-8?B?${Buffer.from('Größe').toString('base64')}?=`);
  expect(mail).toContain('charset=utf-8');
  expect(mail.endsWith(Buffer.from('Größe + 1').toString('base64'))).toBe(true);
});

test('a file keeps its bytes, whatever charset it claims', () => {
  const file = [
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-7',
    'Content-Disposition: attachment; filename=a.txt',
    '',
    'Gr+APY-',
    '--b--',
  ];
  expect(mend(...file)).toBe(file.join('\r\n'));
});

test('undeclared bytes are read as the message hints', () => {
  const russian = Buffer.from('cff0e8e2e5f2', 'hex').toString('latin1');
  expect(mend('Content-Type: text/plain', '', 'Gr\xf6\xdfe')).toContain('charset=windows-1252');
  expect(mend('Content-Language: ru', 'Content-Type: text/plain', '', russian)).toContain(
    'charset=windows-1251',
  );
  expect(mend(`Subject: ${russian}`, 'Content-Type: text/plain; charset=windows-1251', '', 'x')).toContain(
    'Subject: Привет',
  );
  expect(mend('Content-Type: text/plain; charset=utf-8', '', 'Gr\xf6\xdfe')).toContain('charset=utf-8');
});

test('delimiters without end are no more work than there is text', () => {
  const nested = Array.from({ length: 20_000 }, (_none, level) => [
    `--${level}`,
    `Content-Type: multipart/mixed; boundary=${level + 1}`,
    '',
  ]);
  const bomb = lines(
    'Content-Type: multipart/mixed; boundary=0',
    '',
    ...nested.flat(),
    '--0',
    '--'.repeat(100_000),
  );
  expect(mended(bomb).length).toBeGreaterThanOrEqual(bomb.length);
});
