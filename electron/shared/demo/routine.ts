import { z } from 'zod';
import { MacroAction, MacroDraft, RuleAction } from '../actions.ts';
import { RuleDraft } from '../automations.ts';
import { FieldDraft, FieldValue } from '../fields.ts';

/** What has an id only once it is kept goes by its name: a field, and a template by its shortcut. */
const FieldStep = z.object({ kind: z.literal('field'), field: z.string(), value: FieldValue });
const TemplateStep = z.object({ kind: z.literal('template'), shortcut: z.string() });
const macroSteps = z.union([FieldStep, TemplateStep, MacroAction]);
const ruleSteps = z.union([FieldStep, TemplateStep, RuleAction]);
export type NamedStep = z.infer<typeof FieldStep> | z.infer<typeof TemplateStep>;

const { name, trigger, condition } = RuleDraft.shape;

/** What a fictional client asks of its conversations, and what is done to them by hand and by itself. */
export const Routine = z.object({
  fields: z.array(FieldDraft.omit({ id: true })),
  macros: z.array(z.object({ name: MacroDraft.shape.name, actions: z.array(macroSteps).min(1) })),
  rules: z.array(z.object({ name, trigger, condition, actions: z.array(ruleSteps).min(1) })),
});
export type Routine = z.infer<typeof Routine>;
