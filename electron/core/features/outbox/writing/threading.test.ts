import { describe, expect, test } from 'vitest';
import { senderFor, referencesOf, replyRecipients, replySubject, type AnsweredMessage } from './threading.ts';

const help = { name: 'Help', address: 'help@northwind.example' };
const orders = { name: 'Orders', address: 'orders@northwind.example' };
const carla = { name: 'Carla', address: 'carla@customer.example' };
const dan = { name: 'Dan', address: 'Dan@customer.example' };
const inbound: AnsweredMessage = {
  kind: 'inbound',
  from: carla,
  to: [{ name: '', address: 'ORDERS@northwind.example' }, dan],
  cc: [help, carla],
  internetMessageId: 'a@customer.example',
};

test.each([
  ['Where is it?', 'Re: Where is it?'],
  ['Re: Where is it?', 'Re: Where is it?'],
  ['RE: Re[2]: AW: SV: Where is it?', 'Re: Where is it?'],
  ['رد: أين طلبي؟', 'Re: أين طلبي؟'],
  ['Regarding: a thing', 'Re: Regarding: a thing'],
  ['Hi\r\nBcc: evil@attacker.example', 'Re: Hi Bcc: evil@attacker.example'],
  ['', 'Re:'],
])('the answer to %j is called %j', (subject, expected) => {
  expect(replySubject(subject)).toBe(expected);
});

describe('the composer', () => {
  test('takes the alias that the customer wrote to, whatever its case, else the first', () => {
    expect(senderFor([help, orders], inbound)).toBe(orders);
    expect(senderFor([help, orders], { ...inbound, to: [dan], cc: [] })).toBe(help);
    expect(senderFor([help, orders], undefined)).toBe(help);
    expect(() => senderFor([], inbound)).toThrow('no-sender');
    expect(senderFor([help, orders], { ...inbound, kind: 'outbound', from: orders })).toBe(orders);
  });

  test('answers the writer, with everybody else who was addressed in copy, without ourselves, each once', () => {
    expect(replyRecipients([help, orders], inbound)).toEqual({ to: [carla], cc: [dan], bcc: [] });
  });

  test('follows up to the same people when nobody has answered yet', () => {
    const outbound: AnsweredMessage = {
      ...inbound,
      kind: 'outbound',
      from: help,
      to: [carla],
      cc: [dan, orders],
    };
    expect(replyRecipients([help, orders], outbound)).toEqual({ to: [carla], cc: [dan], bcc: [] });
  });
});

describe('references', () => {
  const message = (id: string | null, kind: 'inbound' | 'outbound' = 'inbound') => ({
    ...inbound,
    kind,
    internetMessageId: id,
  });

  test('name every message of the conversation, the answered one last', () => {
    const messages = [message('1@x'), message('2@y', 'outbound'), message('3@x'), message('4@y', 'outbound')];
    expect(referencesOf(messages)).toEqual({ inReplyTo: '3@x', references: ['1@x', '2@y', '4@y', '3@x'] });
  });

  test('keep the root and the newest of a long conversation', () => {
    const messages = Array.from({ length: 50 }, (_, i) => message(`${i}@x`));
    const { references } = referencesOf(messages);
    expect(references).toHaveLength(20);
    expect([references[0], references[1], references[19]]).toEqual(['0@x', '31@x', '49@x']);
  });

  test('leave out ids that could not stand between brackets', () => {
    expect(referencesOf([message('a b@x'), message('a>\r\nBcc: e@x'), message(null)])).toEqual({
      inReplyTo: null,
      references: [],
    });
  });
});
