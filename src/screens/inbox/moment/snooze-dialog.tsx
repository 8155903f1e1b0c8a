import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../../electron/shared/time.ts';
import { MomentDialog } from './moment-dialog.tsx';

interface SnoozeDialogProps {
  readonly close: () => void;
  /** Null: until the customer writes. */
  readonly snooze: (until: Instant | null) => void;
}

export function SnoozeDialog({ close, snooze }: SnoozeDialogProps) {
  const { t } = useTranslation('moment');
  const untilReply = { words: t('snooze.reply'), at: null };
  return <MomentDialog purpose="snooze" choices={[untilReply]} close={close} choose={snooze} />;
}
