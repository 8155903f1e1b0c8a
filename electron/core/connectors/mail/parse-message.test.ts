import { expect, test } from 'vitest';
import { parseMessage } from './parse-message.ts';

const html = '<p>Where is <b>my parcel</b>? It was 5 &euro;.</p>';
const words = 'Where is my parcel? It was 5 €.';
const picture = 'Content-Type: image/png; name="a.png"\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n';
const parse = (text: string) =>
  parseMessage({
    bytes: Buffer.from(`From: carla@customer.example\n${text}`),
    receivedAt: 0,
    copy: null,
    place: 'received',
    ownAddresses: [],
  });

test.each(['multipart/related', 'multipart/mixed', 'multipart/alternative'])(
  'HTML with a picture beside it has words (%s)',
  async (type) => {
    const message = await parse(
      `Content-Type: ${type}; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n\n${html}\n--b\n${picture}--b--\n`,
    );
    expect(message.text).toBe(words);
    expect(message.html).toBe(html);
    expect(message.attachments.map(({ name }) => name)).toEqual(['a.png']);
  },
);

test('so has HTML alone, and HTML beside a text keeps to the text', async () => {
  expect((await parse(`Content-Type: text/html\n\n${html}\n`)).text).toBe(words);
  const both = await parse(
    `Content-Type: multipart/alternative; boundary=b\n\n--b\n\nPlain words\n--b\nContent-Type: text/html\n\n${html}\n--b--\n`,
  );
  expect([both.text, both.html]).toEqual(['Plain words', html]);
});
