import { useTranslation } from 'react-i18next';
import type { GuideLineKind } from '../../../../electron/shared/voice/guide-lines.ts';

const fieldNames = [
  'text',
  'instead',
  'texts',
  'from',
  'to',
  'address',
  'avoid',
  'use',
  'most',
  'least',
  'metric',
  'style',
  'decimal',
  'name',
  'wrong',
] as const;
const choiceNames = ['formal', 'informal', 'words', 'day-first', 'month-first', 'dots', 'iso'] as const;

/** What a field of a line is called. */
export function useFieldName(): (kind: GuideLineKind, field: string) => string {
  const { t } = useTranslation('guide');
  return (kind, field) => {
    if (kind === 'promise' && field === 'texts') return t('field.promises');
    if (kind === 'apology' && field === 'texts') return t('field.apologies');
    const known = fieldNames.find((name) => name === field);
    return known ? t(`field.${known}`) : field;
  };
}

/** Names of measures, signs and the like are the same in every language. */
export function useChoiceName(): (choice: string) => string {
  const { t } = useTranslation('guide');
  return (choice) => {
    if (choice === '.') return t('choice.point');
    if (choice === ',') return t('choice.comma');
    const known = choiceNames.find((name) => name === choice);
    return known ? t(`choice.${known}`) : choice;
  };
}
