import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ConversationId } from '../../../../electron/shared/ids.ts';
import { lastWordsKept } from '../composer/follow-merged.ts';

interface MergedAwayProps {
  readonly from: ConversationId;
  readonly into: ConversationId;
}

/** Leads from a conversation that became part of another one to that one, with what was being written, and says so. */
export function MergedAway({ from, into }: MergedAwayProps) {
  const { t } = useTranslation('corrections');
  const [location, go] = useLocation();
  useEffect(() => {
    let isGone = false;
    void lastWordsKept().then(() => {
      if (isGone) return;
      notifications.show({ id: `merged ${from}`, message: t('merged') });
      go(location.replace(from, into), { replace: true });
    });
    return () => {
      isGone = true;
    };
  }, [from, into, location, go, t]);
  return null;
}
