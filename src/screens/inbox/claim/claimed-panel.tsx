import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import { ClientMark, clientLook } from '../../../components/client-mark/client-mark.tsx';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useNow } from '../../../i18n/use-now.ts';
import { useCore } from '../../../rpc/use-core.ts';
import type { ConversationRef } from '../inbox-place.ts';
import classes from './claimed-panel.module.css';
import type { ClaimInHand } from './use-claim.ts';

interface ClaimedPanelProps {
  readonly at: ConversationRef;
  readonly client: Client;
  readonly claim: ClaimInHand;
  /** What is written of the reply so far. */
  readonly text: string;
  readonly freshen: () => Promise<unknown>;
  readonly close: () => void;
}

/** A colleague writes here: who, since when and what; taking over is one step of its own. */
export function ClaimedPanel({ at, client, claim, text, freshen, close }: ClaimedPanelProps) {
  const { t } = useTranslation('people');
  const formats = useFormats();
  const now = useNow();
  useFreshDraft(at, freshen);
  const { standing, failure } = claim;
  const closeButton = (
    <Button size="xs" variant="default" onClick={close}>
      {t('claim.close')}
    </Button>
  );
  if (failure && failure.code !== 'claimed') {
    return (
      <section className={classes['panel']} aria-label={t('claim.name')}>
        <FailureNotice failure={failure} />
        <div className={classes['actions']}>{closeButton}</div>
      </section>
    );
  }
  if (!standing || standing.state === 'mine') return null;
  const isTaken = standing.state === 'taken';
  return (
    <section className={classes['panel']} aria-label={t('claim.name')} {...clientLook(client)}>
      <div className={classes['who']} role="status">
        <ClientMark client={client} named />
        <Icon name={isTaken ? 'write' : 'check'} mirrored={isTaken} />
        <strong>
          {isTaken
            ? t('claim.taken', {
                name: standing.name || t('claim.somebody'),
                time: formats.shortTime(standing.since, now),
              })
            : t('claim.free')}
        </strong>
      </div>
      {text.trim() !== '' && (
        <blockquote className={classes['draft']} dir="auto" aria-label={t('claim.draft')}>
          {text}
        </blockquote>
      )}
      {isTaken && <p className={classes['hint']}>{t('claim.hint')}</p>}
      <div className={classes['actions']}>
        {closeButton}
        <Button size="xs" onClick={() => claim.take()}>
          {t(isTaken ? 'claim.takeOver' : 'claim.write')}
        </Button>
      </div>
    </section>
  );
}

/** What the colleague writes is read along as it is saved. */
function useFreshDraft({ conversationId }: ConversationRef, freshen: () => Promise<unknown>): void {
  const core = useCore();
  useEffect(() => void freshen(), [freshen]);
  useEffect(
    () =>
      core.onChange(({ topic, id }) => {
        if (topic === 'outbox' && id === conversationId) void freshen();
      }),
    [core, conversationId, freshen],
  );
}
