import { LiaisonError } from '../../../shared/errors.ts';
import type { OperatorId, TemplateId } from '../../../shared/ids.ts';
import type { Template, TemplateBody, TemplateState, TemplateStep } from '../../../shared/templates.ts';
import { toInstant } from '../../../shared/time.ts';
import type { Changes } from '../../changes.ts';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { mustBeFree, mustBeOne, mustHaveFiles } from './library-checks.ts';
import {
  bodyOf,
  insertStep,
  insertVersion,
  listSteps,
  listVersions,
  newestVersion,
  setFavourite,
  setState,
  type TemplateRow,
} from './queries.ts';
import type { Rendering } from './rendering.ts';
import type { Shelf } from './shelf.ts';

interface Saved {
  readonly id: TemplateId | null;
  readonly body: TemplateBody;
}

/** The templates of a client as they are written: versions, drafts, approval and history. */
export interface Library {
  /** The newest version of each, by name, whatever its state. */
  list(store: ClientStore, operatorId: OperatorId): readonly Template[];
  /** A new version that is offered at once. @throws LiaisonError `template-invalid`, `conflict`, `invalid-input` */
  save(store: ClientStore, operatorId: OperatorId, template: Saved): Promise<Template>;
  /** A new version that waits; what was published before stays offered. */
  saveDraft(store: ClientStore, operatorId: OperatorId, template: Saved): Promise<Template>;
  /** A draft asks for approval. */
  submit(store: ClientStore, operatorId: OperatorId, id: TemplateId): Template;
  /** Publishes what is written, or sends it back with a comment. */
  decide(
    store: ClientStore,
    operatorId: OperatorId,
    decision: { id: TemplateId; publish: boolean; comment: string },
  ): Promise<Template>;
  /** An earlier version as the newest draft. */
  restore(
    store: ClientStore,
    operatorId: OperatorId,
    from: { id: TemplateId; version: number },
  ): Promise<Template>;
  history(store: ClientStore, id: TemplateId): readonly TemplateStep[];
  remove(store: ClientStore, operatorId: OperatorId, id: TemplateId): void;
  favourite(store: ClientStore, operatorId: OperatorId, choice: { id: TemplateId; favourite: boolean }): void;
  /** Brings in what was read from elsewhere, all or nothing; gives how many. */
  bringIn(
    store: ClientStore,
    operatorId: OperatorId | null,
    replies: readonly { body: TemplateBody; state: TemplateState }[],
  ): number;
}

export function createLibrary(options: {
  clock: Clock;
  changes: Changes;
  rendering: Rendering;
  shelf: Shelf;
}): Library {
  const { clock, changes, rendering, shelf } = options;

  const announce = (store: ClientStore, id: TemplateId) =>
    changes.announce('templates', { clientId: store.clientId, id });
  function shown(store: ClientStore, operatorId: OperatorId, id: TemplateId): Template {
    const template = shelf.list(store, operatorId).find((each) => each.id === id);
    if (!template) throw new LiaisonError('not-found', { detail: { what: 'template' } });
    return template;
  }

  /** The next version, inside the caller's transaction. */
  function append(
    store: ClientStore,
    { id, body, state, removed = false }: Saved & { state: TemplateState; removed?: boolean },
    operatorId: OperatorId | null,
  ): { id: TemplateId; version: number } {
    const saved = id ?? newId<TemplateId>(clock.now());
    const version = id === null ? 1 : mustFind(store, id).version + 1;
    insertVersion(store, { id: saved, version, body, state, removed, operatorId, now: clock.now() });
    return { id: saved, version };
  }
  async function write(
    store: ClientStore,
    operatorId: OperatorId,
    template: Saved & { state: TemplateState; step: 'drafted' | 'published' | 'restored' },
  ): Promise<Template> {
    mustBeOne(template.body);
    await rendering.mustRender(store, operatorId, template.body);
    const { id } = store.transaction(() => {
      mustBeFree(store, template);
      mustHaveFiles(store, template.body);
      const at = append(store, template, operatorId);
      insertStep(store, { ...at, step: template.step, operatorId, now: clock.now() });
      return at;
    });
    announce(store, id);
    return shown(store, operatorId, id);
  }

  return {
    list: shelf.list,
    save: (store, operatorId, { id, body }) =>
      write(store, operatorId, { id, body, state: 'published', step: 'published' }),
    saveDraft: (store, operatorId, { id, body }) =>
      write(store, operatorId, { id, body, state: 'draft', step: 'drafted' }),
    submit(store, operatorId, id) {
      store.transaction(() => {
        const { version, state } = mustFind(store, id);
        mustBeIn(state, ['draft']);
        setState(store, { id, version, state: 'submitted' });
        insertStep(store, { id, version, step: 'submitted', operatorId, now: clock.now() });
      });
      announce(store, id);
      return shown(store, operatorId, id);
    },
    async decide(store, operatorId, { id, publish, comment }) {
      const read = mustFind(store, id);
      mustBeIn(read.state, publish ? ['draft', 'submitted'] : ['submitted']);
      if (publish) await rendering.mustRender(store, operatorId, bodyOf(read));
      store.transaction(() => {
        const { version, state } = mustFind(store, id);
        if (version !== read.version || state !== read.state)
          throw new LiaisonError('conflict', { detail: { what: 'template-version' } });
        if (publish) mustBeFree(store, { id, body: bodyOf(read) });
        setState(store, { id, version, state: publish ? 'published' : 'draft' });
        const step = publish ? 'published' : 'returned';
        insertStep(store, { id, version, step, comment, operatorId, now: clock.now() });
      });
      announce(store, id);
      return shown(store, operatorId, id);
    },
    restore(store, operatorId, { id, version }) {
      const row = listVersions(store, id).find((each) => each.version === version);
      if (!row) throw new LiaisonError('not-found', { detail: { what: 'template' } });
      return write(store, operatorId, { id, body: bodyOf(row), state: 'draft', step: 'restored' });
    },
    history(store, id) {
      mustFind(store, id);
      const bodies = new Map(listVersions(store, id).map((row) => [row.version, bodyOf(row)]));
      return listSteps(store, id).flatMap(({ version, step, comment, at, operator_id: operatorId }) => {
        const body = bodies.get(version);
        return body ? { version, step, comment, at: toInstant(at), operatorId, body } : [];
      });
    },
    remove(store, operatorId, id) {
      store.transaction(() => {
        const row = mustFind(store, id);
        const body = bodyOf(row);
        const at = append(store, { id, body, state: row.state, removed: true }, operatorId);
        insertStep(store, { ...at, step: 'removed', operatorId, now: clock.now() });
      });
      announce(store, id);
    },
    favourite(store, operatorId, choice) {
      mustFind(store, choice.id);
      setFavourite(store, { ...choice, operatorId });
      announce(store, choice.id);
    },
    bringIn(store, operatorId, replies) {
      store.transaction(() => {
        for (const { body, state } of replies) {
          mustBeFree(store, { id: null, body });
          const at = append(store, { id: null, body, state }, operatorId);
          insertStep(store, { ...at, step: 'imported', operatorId, now: clock.now() });
        }
      });
      changes.announce('templates', { clientId: store.clientId });
      return replies.length;
    },
  };
}

/** @throws LiaisonError `not-found` for one that was never there or has been removed */
function mustFind(store: ClientStore, id: TemplateId): TemplateRow {
  const row = newestVersion(store, id);
  if (!row || row.removed === 1) throw new LiaisonError('not-found', { detail: { what: 'template' } });
  return row;
}

/** @throws LiaisonError `conflict` where somebody has moved it on meanwhile */
function mustBeIn(state: TemplateState, allowed: readonly TemplateState[]): void {
  if (!allowed.includes(state))
    throw new LiaisonError('conflict', { detail: { what: 'template-state', state } });
}
