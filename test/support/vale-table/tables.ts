import { capitalizationRows } from './capitalization.ts';
import { conditionalRows } from './conditional.ts';
import { consistencyRows } from './consistency.ts';
import { existenceRows } from './existence.ts';
import { metricRows } from './metric.ts';
import { occurrenceRows } from './occurrence.ts';
import { packageRows } from './packages.ts';
import { readabilityRows } from './readability.ts';
import { repetitionRows } from './repetition.ts';
import type { RuleRows } from './rows.ts';
import { scopeRows } from './scopes.ts';
import { spellingRows } from './spelling.ts';
import { substitutionRows } from './substitution.ts';

/** Every table, by the kind of its rules, and those of scopes and of the public packages' shapes. */
export const tables: Readonly<Record<string, readonly RuleRows[]>> = {
  existence: existenceRows,
  substitution: substitutionRows,
  occurrence: occurrenceRows,
  repetition: repetitionRows,
  consistency: consistencyRows,
  conditional: conditionalRows,
  capitalization: capitalizationRows,
  readability: readabilityRows,
  metric: metricRows,
  spelling: spellingRows,
  scope: scopeRows,
  packages: packageRows,
};
