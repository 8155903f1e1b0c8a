import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClaimStanding } from '../../../../electron/shared/people.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useNow } from '../../../i18n/use-now.ts';
import { useTRPCClient } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';
import classes from './claimed-panel.module.css';

/** Who writes here, before anybody else begins. */
export function WriterLine({ at }: { readonly at: ConversationRef }) {
  const { t } = useTranslation('people');
  const formats = useFormats();
  const now = useNow();
  const standing = useWriter(at);
  if (standing?.state !== 'taken') return null;
  const name = standing.name || t('claim.somebody');
  return (
    <span className={classes['writer']} role="status">
      <Icon name="write" size={14} mirrored />
      <span>{t('claim.taken', { name, time: formats.shortTime(standing.since, now) })}</span>
    </span>
  );
}

function useWriter({ clientId, conversationId }: ConversationRef): ClaimStanding | null {
  const rpc = useTRPCClient();
  const [standing, setStanding] = useState<ClaimStanding | null>(null);
  useEffect(() => {
    const watched = rpc.claims.watch.subscribe({ clientId, conversationId }, { onData: setStanding });
    return () => {
      watched.unsubscribe();
      setStanding(null);
    };
  }, [rpc, clientId, conversationId]);
  return standing;
}
