import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OperatorId } from '../../../../electron/shared/ids.ts';
import { useTRPC } from '../../../rpc/trpc.ts';

/** The name of who did something, also where they have left since. */
export function useOperatorName(): (id: OperatorId | null) => string {
  const { t } = useTranslation('brands');
  const trpc = useTRPC();
  const { data: operators = [] } = useQuery(trpc.operators.list.queryOptions());
  return (id) => operators.find((operator) => operator.id === id)?.name ?? t('exceptions.nobody');
}
