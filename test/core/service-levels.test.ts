import { expect, test } from 'vitest';
import { startCore } from '../support/start-core.ts';
import { aClient } from '../support/a-client.ts';

test('promises are kept by version, and shown beside every conversation of the client alone', async () => {
  const { call, core, clock } = await startCore();
  const one = await call.clients.add(aClient({ name: 'Northwind' }));
  const other = await call.clients.add(aClient({ name: 'Fabrikam', mark: 'FA' }));
  const levels = { firstResponse: 60, nextResponse: null, resolution: 480 };
  await call.serviceLevels.define({ clientId: one.id, levels });
  clock.advance(1000);
  await call.serviceLevels.define({ clientId: one.id, levels: { ...levels, firstResponse: 30 } });
  expect(await call.serviceLevels.read({ clientId: one.id })).toEqual({ ...levels, firstResponse: 30 });
  expect(await call.serviceLevels.read({ clientId: other.id })).toEqual({
    firstResponse: null,
    nextResponse: null,
    resolution: null,
  });
  const store = core.services.stores.of(one.id);
  const kept = store.all(store.sql.selectFrom('service_levels').select(['version', 'first_response']));
  expect(kept).toEqual([
    { version: 1, first_response: 60 },
    { version: 2, first_response: 30 },
  ]);
  await expect(
    call.serviceLevels.define({ clientId: one.id, levels: { ...levels, resolution: 0 } }),
  ).rejects.toMatchObject({ code: 'BAD_REQUEST' });
});
