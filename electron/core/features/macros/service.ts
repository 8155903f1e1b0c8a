import type { Macro, MacroDraft, MacroPreview } from '../../../shared/actions.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type { BatchId, ConversationId, MacroId, OperatorId, TemplateId } from '../../../shared/ids.ts';
import type { Changes } from '../../changes.ts';
import { newId } from '../../ids.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Actions } from '../actions/service.ts';
import { deleteMacro, listMacros, placeMacros, putMacro } from './queries.ts';

export interface MacroRun {
  /** Takes all of it back. */
  readonly batchId: BatchId;
  /** To be put into the reply, in this order: the composer is the page's. */
  readonly templates: readonly TemplateId[];
}

/** Several steps of a client's routine under one name. */
export interface Macros {
  list(store: ClientStore): readonly Macro[];
  save(store: ClientStore, draft: MacroDraft): MacroId;
  remove(store: ClientStore, id: MacroId): void;
  /** In the order in which they are offered. */
  arrange(store: ClientStore, ids: readonly MacroId[]): void;
  /** What it would do, as the conversation stands. */
  preview(store: ClientStore, operatorId: OperatorId, of: MacroRef): MacroPreview;
  /** All of it or, where one step is refused, nothing. @throws LiaisonError of the step that is refused */
  run(store: ClientStore, operatorId: OperatorId, of: MacroRef): MacroRun;
}
interface MacroRef {
  readonly macroId: MacroId;
  readonly conversationId: ConversationId;
}

export function createMacros(options: {
  clock: Clock;
  changes: Changes;
  actions: Pick<Actions, 'batches' | 'asKept' | 'standing' | 'foretell'>;
}): Macros {
  const { clock, changes, actions } = options;
  const told = (store: ClientStore) => changes.announce('automation', { clientId: store.clientId });

  function stepsOf(store: ClientStore, id: MacroId) {
    const macro = listMacros(store).find((each) => each.id === id);
    if (!macro) throw new LiaisonError('not-found', { detail: { what: 'macro' } });
    return actions.asKept(store, macro.actions);
  }

  return {
    list: listMacros,
    save(store, { id: known, name, actions: steps }) {
      if (known !== null) stepsOf(store, known);
      const id = known ?? newId<MacroId>(clock.now());
      putMacro(store, { id, name, actions: steps });
      told(store);
      return id;
    },
    remove(store, id) {
      deleteMacro(store, id);
      told(store);
    },
    arrange(store, ids) {
      store.transaction(() => placeMacros(store, ids));
      told(store);
    },
    preview(store, operatorId, { macroId, conversationId }) {
      const standing = actions.standing(store, conversationId);
      const doing = { operatorId, now: clock.now() };
      const { effects, refusal } = actions.foretell(store, standing, {
        actions: stepsOf(store, macroId),
        doing,
      });
      return { effects, refusal };
    },
    run(store, operatorId, { macroId, conversationId }) {
      const steps = stepsOf(store, macroId);
      const batchId = actions.batches.one(store, operatorId, { id: conversationId, actions: steps });
      const templates = steps.flatMap((step) => (step.kind === 'template' ? [step.templateId] : []));
      return { batchId, templates };
    },
  };
}
