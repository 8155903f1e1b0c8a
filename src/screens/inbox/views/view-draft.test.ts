import { expect, test } from 'vitest';
import type { ChannelId, ClientId, FieldId, StatusId } from '../../../../electron/shared/ids.ts';
import { newView, withClients } from './view-draft.ts';

const [northwind, acorn] = ['northwind', 'acorn'].map((id) => id as ClientId) as [ClientId, ClientId];

test('over other clients a view asks for nothing that one client alone has', () => {
  const blank = newView(northwind);
  const filter = {
    ...blank.filter,
    statuses: ['open' as const, 'courier' as StatusId, 'resolved' as const],
    tags: ['vip'],
    channels: ['mail' as ChannelId],
    fields: [{ fieldId: 'order' as FieldId, how: 'filled' as const, values: [] }],
  };
  const draft = { ...blank, audience: 'team' as const, filter };
  expect(withClients(draft, [northwind])).toBe(draft);
  const kept = { ...filter, statuses: ['open', 'resolved'], channels: [], fields: [] };
  expect(withClients(draft, [acorn])).toMatchObject({ audience: 'team', filter: kept });
  for (const clientIds of [null, [northwind, acorn]])
    expect(withClients(draft, clientIds)).toMatchObject({ clientIds, audience: 'everyone', filter: kept });
});
