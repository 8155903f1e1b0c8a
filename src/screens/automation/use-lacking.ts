import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LiaisonError, type ErrorShape } from '../../../electron/shared/errors.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { failureOf } from '../../rpc/failure.ts';
import type { Lack } from './lacks.ts';

interface Lacking {
  /** What was lacking at the last look, else what the core said. */
  readonly failure: ErrorShape | null;
  /** Whether nothing is lacking; else all of it is said at once. */
  readonly isWhole: (lacks: readonly Lack[]) => boolean;
}

/** Looks before the core does, and says what is lacking in the words that stand at the fields. `refused`: what the core threw. */
export function useLacking(refused: unknown): Lacking {
  const { t } = useTranslation('automation');
  const formats = useFormats();
  const [names, setNames] = useState('');
  const say = (lack: Lack): string => {
    if (lack.in === 'name') return t('rules.name');
    if (lack.in === 'step')
      return t('lacks.step', { what: t(`action.${lack.what}`), number: formats.number(lack.number) });
    return t('lacks.condition', { what: t(`condition.kinds.${lack.what}`) });
  };
  const said = refused ? failureOf(refused) : null;
  return {
    failure: names === '' ? said : new LiaisonError('fields-missing', { detail: { names } }).shape,
    isWhole(lacks) {
      setNames(formats.list([...new Set(lacks.map(say))]));
      return lacks.length === 0;
    },
  };
}
