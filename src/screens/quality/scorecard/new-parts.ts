import type { Question, ScorecardForm, Section } from '../../../../electron/shared/quality.ts';

const newPartId = (): string => crypto.randomUUID();

export const aQuestion = (): Question => ({
  id: newPartId(),
  text: '',
  guidance: '',
  scale: { kind: 'binary' },
  weight: 1,
  mayBeNotApplicable: false,
  critical: 'none',
});

export const aSection = (): Section => ({ id: newPartId(), title: '', weight: 1, questions: [aQuestion()] });

/** Where a client has no scorecard yet. */
export const firstForm = (): ScorecardForm => ({
  weighting: 'normalised',
  notApplicable: 'excluded',
  passAt: 0.8,
  sections: [aSection()],
});
