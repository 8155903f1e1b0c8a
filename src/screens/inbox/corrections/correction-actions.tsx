import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ToldBody, ToldEvent } from '../../../../electron/shared/told-events.ts';
import { useSession } from '../../../app/session.tsx';
import type { ConversationRef } from '../inbox-place.ts';
import classes from './corrections.module.css';
import { useCorrections } from './use-corrections.tsx';

interface CorrectionActionsProps {
  readonly at: ConversationRef;
  readonly body: Extract<ToldBody, { readonly type: 'corrected' }>;
  /** Everything that is told of the conversation: some of it may be undone. */
  readonly events: readonly ToldEvent[];
}

/** Beside the line that tells of a correction: a way to the other conversation, and back to before. */
export function CorrectionActions({ at, body, events }: CorrectionActionsProps) {
  const { t } = useTranslation('corrections');
  const { may } = useSession();
  const { undo, open, isBusy } = useCorrections(at);
  const isUndone = events.some(
    (event) => event.body.type === 'correction-undone' && event.body.correctionId === body.correctionId,
  );
  // What was merged into this one is no more.
  const mayOpen = body.kind !== 'merge' && !(isUndone && body.kind === 'split');
  return (
    <span className={classes['actions']}>
      {mayOpen && (
        <UnstyledButton
          className={classes['link']}
          aria-label={t('openNamed', { subject: body.subject || t('noSubject') })}
          onClick={() => open(body.otherId)}
        >
          {t('open')}
        </UnstyledButton>
      )}
      {!isUndone && may('conversations.work', at.clientId) && (
        <UnstyledButton className={classes['link']} disabled={isBusy} onClick={() => undo(body.correctionId)}>
          {t('undo')}
        </UnstyledButton>
      )}
    </span>
  );
}
