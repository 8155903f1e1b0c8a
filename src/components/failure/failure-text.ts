import { useTranslation } from 'react-i18next';
import type { ErrorShape } from '../../../electron/shared/errors.ts';

/** The sentence of an error: what happened, whether anything was lost, what to do. */
export function useFailureText(): (error: ErrorShape) => string {
  const { t } = useTranslation('errors');
  return (error) => t(error.code, { ...error.detail });
}
