import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ConversationId } from '../../../../electron/shared/ids.ts';

interface MergedAwayProps {
  readonly from: ConversationId;
  readonly into: ConversationId;
}

/** Leads from a conversation that became part of another one to that one, and says so. */
export function MergedAway({ from, into }: MergedAwayProps) {
  const { t } = useTranslation('corrections');
  const [location, go] = useLocation();
  useEffect(() => {
    notifications.show({ id: `merged ${from}`, message: t('merged') });
    go(location.replace(from, into), { replace: true });
  }, [from, into, location, go, t]);
  return null;
}
