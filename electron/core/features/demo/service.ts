import type { Client } from '../../../shared/clients.ts';
import type { OperatorId } from '../../../shared/ids.ts';
import type { Operator, Role } from '../../../shared/operators.ts';
import type { Brand, Script, Team } from '../../../shared/demo/script.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStores } from '../../store/client/stores.ts';
import type { WorkspaceStore } from '../../store/workspace/workspace-store.ts';
import type { Sync } from '../../sync/service.ts';
import type { Automations } from '../automations/service.ts';
import type { Calendars } from '../calendars/service.ts';
import type { Channels } from '../channels/service.ts';
import type { Clients } from '../clients/service.ts';
import type { Conversations } from '../conversations/service.ts';
import type { Fields } from '../fields/service.ts';
import type { Macros } from '../macros/service.ts';
import type { Operators } from '../operators/service.ts';
import type { Quality } from '../quality/service.ts';
import type { ServiceLevelsOf } from '../service-levels/service.ts';
import type { Statuses } from '../statuses/service.ts';
import type { Templates } from '../templates/service.ts';
import type { Voice } from '../voice/service.ts';
import { assignTo, tellAll, writeAll } from './history.ts';
import { recordReviews, recordSurveys } from './opinions.ts';
import { planConversations, scheduleOf, type Hand } from './plan.ts';
import { clearUnfinished, readUnfinished, writeUnfinished } from './queries.ts';
import { readScripts, readTeam } from './scripts.ts';
import { nameStatuses } from './named-statuses.ts';
import { fillFields, makeRoutines } from './routines.ts';

/** Three fictional clients with eight weeks of conversations, written for this project; nothing leaves the machine. */
export interface Demo {
  /** Does nothing where the demo exists. `visitor`: who looks at it, and gets a few conversations of their own. */
  open(visitor?: OperatorId | null): Promise<void>;
  /** Removes the demo's clients with all their files, and its operators. */
  remove(): Promise<void>;
  /** Takes away what a run that died has left of it; gives whether it was being filled, and for whom. */
  tidy(): Promise<{ refillFor: OperatorId | null } | null>;
}

export interface DemoOptions {
  readonly workspace: WorkspaceStore;
  readonly clock: Clock;
  readonly clients: Clients;
  readonly stores: ClientStores;
  readonly operators: Operators;
  readonly calendars: Calendars;
  readonly serviceLevels: ServiceLevelsOf;
  readonly channels: Channels;
  readonly conversations: Conversations;
  readonly voice: Voice;
  readonly templates: Templates;
  readonly quality: Quality;
  readonly statuses: Statuses;
  readonly fields: Fields;
  readonly macros: Macros;
  readonly automations: Automations;
  readonly sync: Sync;
  readonly resources: string;
}

/** Reserved for examples (RFC 2606): no real operator has an address here. */
const teamHost = '@liaison-demo.example';
const isOfTeam = (operator: Operator) => operator.email?.endsWith(teamHost) ?? false;

export function createDemo(options: DemoOptions): Demo {
  const { workspace, clients, operators, sync, resources } = options;
  let opening: Promise<void> | null = null;

  async function make(visitor: OperatorId | null): Promise<void> {
    writeUnfinished(workspace, { work: 'filling', visitor });
    const made: { brand: Brand; script: Script; client: Client }[] = [];
    for (const { brand, script } of readScripts(resources)) {
      made.push({ brand, script, client: await clients.add(script.details, { demo: true }) });
    }
    const team = hire(operators, readTeam(resources), made);
    for (const { script, client, brand } of made) {
      await furnish(options, { script, client, team: team.filter((one) => one.brand === brand), visitor });
    }
    clearUnfinished(workspace);
  }
  async function remove(): Promise<void> {
    writeUnfinished(workspace, { work: 'removing', visitor: null });
    for (const client of clients.list().filter((one) => one.demo)) {
      await sync.stopClient(client.id);
      await clients.remove(client.id);
    }
    for (const operator of operators.list().filter(isOfTeam)) operators.remove(operator.id);
    clearUnfinished(workspace);
  }

  return {
    async open(visitor = null) {
      if (opening) return opening;
      if (clients.list().some((client) => client.demo)) return;
      opening = make(visitor);
      try {
        await opening;
      } catch (error) {
        await remove();
        throw error;
      } finally {
        opening = null;
      }
    },
    async remove() {
      await opening?.catch(() => undefined);
      await remove();
    },
    async tidy() {
      const unfinished = readUnfinished(workspace);
      if (!unfinished) return null;
      await remove();
      return unfinished.work === 'filling' ? { refillFor: unfinished.visitor } : null;
    },
  };
}

interface Member extends Hand {
  readonly brand: Brand;
  readonly role: Role;
}

/** Makes the vendor's people; one row for each brand that somebody works for. */
function hire(operators: Operators, team: Team, made: readonly { brand: Brand; client: Client }[]): Member[] {
  return team.flatMap(({ name, email, grants, locales }) => {
    const held = made.flatMap(({ brand, client }) => {
      const role = grants[brand];
      return role ? [{ brand, role, clientId: client.id }] : [];
    });
    const given = held.map(({ clientId, role }) => ({ clientId, role }));
    const { id } = operators.add({ name, email, grants: given });
    return held.map(({ brand, role }) => ({ id, name, email, locales, brand, role }));
  });
}

async function furnish(
  options: DemoOptions,
  about: { script: Script; client: Client; team: readonly Member[]; visitor: OperatorId | null },
): Promise<void> {
  const { clock, stores, calendars, channels, conversations, quality, sync } = options;
  const { script, client, team, visitor } = about;
  const store = stores.of(client.id);
  const now = clock.now();
  const lead = team.find((member) => member.role === 'quality-lead');
  const hands = team.filter((member) => member.role === 'agent');
  if (!lead || hands.length === 0) throw new RangeError('a demo client has a quality lead and agents');

  options.serviceLevels.define(store, script.serviceLevels);
  options.voice.save(store, lead.id, script.guide);
  for (const body of script.templates) await options.templates.save(store, lead.id, { id: null, body });
  quality.saveScorecard(store, lead.id, script.scorecard);
  const channel = channels.add(store, {
    name: script.details.name,
    identities: script.mailbox,
    settings: { kind: 'demo' },
    secret: null,
  });

  const plans = planConversations(script, { seed: script.details.mark, now, hands });
  const written = await writeAll(plans);
  const scene = { store, conversations, channelId: channel.id, schedule: scheduleOf(script), now };
  const told = tellAll(scene, plans, written);
  fillFields(store, told, { fields: options.fields, routine: script });
  options.voice.scoreSent(store);
  recordSurveys(store, told, { quality, script, now });
  recordReviews(store, {
    quality,
    script,
    reviewerId: lead.id,
    now,
    dayAt: (at) => calendars.dayAt(store, at),
  });
  nameStatuses({ ...options, store }, script, hands);
  if (visitor !== null) assignTo(scene, told, visitor);
  makeRoutines(store, options, { ...script, operatorId: lead.id });
  sync.startChannel(store, channel.id);
}
