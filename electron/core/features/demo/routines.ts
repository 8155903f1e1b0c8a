import type { MacroAction, RuleAction } from '../../../shared/actions.ts';
import type { NamedStep, Routine } from '../../../shared/demo/routine.ts';
import type { Field } from '../../../shared/fields.ts';
import type { OperatorId } from '../../../shared/ids.ts';
import type { Template } from '../../../shared/templates.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import type { Automations } from '../automations/service.ts';
import type { Fields } from '../fields/service.ts';
import type { Macros } from '../macros/service.ts';
import type { Templates } from '../templates/service.ts';
import type { Told } from './history.ts';

type Named = <One>(items: readonly One[], is: (item: One) => boolean) => One;

/** The script names nothing that it does not have. */
const the: Named = (items, is) => {
  const found = items.find(is);
  if (!found) throw new RangeError('a demo client has the fields and templates that its routines name');
  return found;
};

/** What the client asks of its conversations, as its operators have written it down with their first answer. */
export function fillFields(
  store: ClientStore,
  told: readonly Told[],
  { fields, routine }: { fields: Fields; routine: Pick<Routine, 'fields'> },
): void {
  store.transaction(() => {
    const drafts = routine.fields.map((field) => ({ ...field, id: null }));
    const defined = fields.define(store, { fields: drafts, removed: [] });
    for (const { id, plan } of told) {
      const answer = plan.turns.find((turn) => turn.by === 'agent');
      if (!answer) continue;
      const actor = { kind: 'operator', id: plan.hand.id } as const;
      for (const [name, value] of Object.entries(plan.fields)) {
        const fieldId = the(defined, (field) => field.name === name).id;
        fields.set(store, actor, { id, fieldId, value, at: answer.at - 2 });
      }
    }
  });
}

/** The client's macros and rules. A rule counts from now on: what has been told before is none of its business. */
export function makeRoutines(
  store: ClientStore,
  services: { fields: Fields; templates: Templates; macros: Macros; automations: Automations },
  { macros, rules, operatorId }: Pick<Routine, 'macros' | 'rules'> & { operatorId: OperatorId },
): void {
  const kept = { fields: services.fields.list(store), templates: services.templates.list(store, operatorId) };
  for (const { name, actions } of macros)
    services.macros.save(store, { id: null, name, actions: actions.map((step) => actionOf(step, kept)) });
  for (const { name, trigger, condition, actions } of rules) {
    const steps = actions.map((step) => actionOf(step, kept));
    services.automations.save(store, { id: null, enabled: true, name, trigger, condition, actions: steps });
  }
}

function actionOf<Own extends MacroAction | RuleAction>(
  step: Own | NamedStep,
  kept: { readonly fields: readonly Field[]; readonly templates: readonly Template[] },
): Own | Extract<MacroAction, { kind: 'field' | 'template' }> {
  if ('field' in step) {
    const { id } = the(kept.fields, ({ name }) => name === step.field);
    return { kind: 'field', fieldId: id, value: step.value };
  }
  if ('shortcut' in step) {
    const { id } = the(kept.templates, ({ shortcut }) => shortcut === step.shortcut);
    return { kind: 'template', templateId: id };
  }
  return step;
}
