// A process of its own: fills one client's store. Its errand comes as JSON on standard input.
import { createCalendars } from '../../../electron/core/features/calendars/service.ts';
import { createServiceLevels } from '../../../electron/core/features/service-levels/service.ts';
import { createConversations } from '../../../electron/core/features/conversations/service.ts';
import { createChanges } from '../../../electron/core/changes.ts';
import { createParsePool } from '../../../electron/core/connectors/mail/parse-pool.ts';
import { openClientStore } from '../../../electron/core/store/client/client-store.ts';
import { workerEntries } from '../../../electron/hosts/worker-entries.ts';
import { storeMail, type Errand } from './stored-mail.ts';
import { workOn } from './worked-on.ts';

let said = '';
for await (const chunk of process.stdin) said += String(chunk);
const errand = JSON.parse(said) as Errand;

/** Messages between two words of progress. */
const told = 100_000;

const clock = { now: () => Date.now() };
const changes = createChanges();
const calendars = createCalendars({ clock, changes });
const serviceLevels = createServiceLevels({ clock, changes, calendars });
const parsePool = createParsePool(workerEntries.parseMail);
const conversations = createConversations({ clock, changes, calendars, serviceLevels, parsePool });

const key = Buffer.from(errand.key, 'base64');
const store = openClientStore({ clientId: errand.clientId, folder: errand.folder, key });
// What is half made is thrown away: nothing has to survive a power cut, and nothing has to be written twice.
store.prepare('PRAGMA journal_mode=DELETE').get();
store.prepare('PRAGMA journal_mode=MEMORY').get();
store.script('PRAGMA synchronous=OFF; PRAGMA secure_delete=OFF; PRAGMA cache_size=-1500000;');
const messages = storeMail(store, {
  ...errand,
  calendarVersion: calendars.current(store).version,
  tell(done, total) {
    if (done % told === 0 || done === total)
      process.stderr.write(`  ${errand.desk.person.name}: ${done} of ${total} messages\n`);
  },
});
workOn(conversations, store, errand.operatorId);
store.prepare('PRAGMA journal_mode=WAL').get();
store.close();
process.stdout.write(JSON.stringify({ messages }));
