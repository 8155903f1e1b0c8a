import { useQuery } from '@tanstack/react-query';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useTRPC } from '../../rpc/trpc.ts';
import { places } from '../places.ts';
import { RailPlace } from './rail-place.tsx';

/** The way to the outbox, with how many replies want a person. */
export const RailOutbox = memo(function RailOutbox({ here }: { readonly here: boolean }) {
  const { t } = useTranslation();
  const trpc = useTRPC();
  const { data = [] } = useQuery(trpc.outbox.counts.queryOptions());
  const count = data.reduce((sum, each) => sum + each.attention, 0);
  return (
    <RailPlace
      to={places.outbox}
      here={here}
      icon="send"
      label={t('rail.outbox')}
      count={count}
      countLabel={t('rail.outboxWants', { count })}
    />
  );
});
