import type { ClientDetails } from '../../electron/shared/clients.ts';

const nineToFive = [{ from: '09:00', to: '17:00' }];

/** A client as an administrator would type it, with what the test cares about. */
export const aClient = (details: Partial<ClientDetails> = {}): ClientDetails => ({
  name: 'Northwind',
  mark: 'NW',
  colour: 'indigo',
  pattern: 'solid',
  languages: ['en'],
  timeZone: 'Europe/London',
  workingHours: [nineToFive, nineToFive, nineToFive, nineToFive, nineToFive, [], []],
  ...details,
});
