import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { Conversation } from '../../../../electron/shared/conversations.ts';
import { useSession } from '../../../app/session.tsx';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';
import type { Composer as Binding } from '../../../../electron/shared/outbox.ts';
import { Composer } from './composer.tsx';
import classes from './composer.module.css';
import { NoteForm } from './note-form.tsx';

export type Answering = 'reply' | 'note' | 'nothing';

interface ReplyAreaProps {
  readonly at: ConversationRef;
  readonly client: Client;
  readonly conversation: Conversation;
  readonly goOn: () => void;
  readonly leave: () => void;
  /** What was asked for; null leaves it to whether there is a draft. */
  readonly chosen: Answering | null;
  readonly choose: (answering: Answering) => void;
}

/** Where one answers or notes. A kept draft opens by itself. */
export function ReplyArea({ at, client, conversation, goOn, leave, chosen, choose }: ReplyAreaProps) {
  const { t } = useTranslation('inbox');
  const { may } = useSession();
  const trpc = useTRPC();
  const maySend = may('messages.send', client.id);
  const isUnsent = conversation.messageCount === 0;
  const mayNote = may('conversations.work', client.id) && !isUnsent;
  const compose = useQuery(
    trpc.outbox.compose.queryOptions(at, { enabled: maySend, refetchOnMount: 'always' }),
  );
  const shown = chosen ?? (compose.data?.draft && !compose.isFetching ? 'reply' : 'nothing');
  const { refetch } = compose;
  useEffect(() => {
    // What was bound the last time may have been sent, saved or taken back since.
    if (chosen === 'nothing') void refetch();
  }, [chosen, refetch]);
  const binding = useBinding(shown === 'reply', compose.data, compose.isFetching);
  if (!maySend && !mayNote) return null;
  if (shown === 'note') return <NoteForm at={at} close={() => choose('nothing')} />;
  if (shown === 'reply' && compose.error && !binding) {
    return <FailureNotice failure={failureOf(compose.error)} retry={() => void compose.refetch()} />;
  }
  if (shown === 'reply' && binding) {
    return (
      <Composer
        composer={binding}
        client={client}
        first={isUnsent}
        language={conversation.contact.language}
        close={() => choose('nothing')}
        discarded={isUnsent ? leave : () => choose('nothing')}
        goOn={goOn}
      />
    );
  }
  return (
    <div className={classes['bar']}>
      {maySend && (
        <Button
          className={classes['send'] ?? ''}
          size="xs"
          leftSection={<Icon name="send" mirrored />}
          onClick={() => choose('reply')}
        >
          {t(isUnsent ? 'reply.continue' : 'reply.open', { name: client.name })}
        </Button>
      )}
      {mayNote && (
        <Button size="xs" variant="default" leftSection={<Icon name="note" />} onClick={() => choose('note')}>
          {t('note.open')}
        </Button>
      )}
    </div>
  );
}

/** What the composer is bound to: taken when it opens, and the same until it closes, whatever changes meanwhile. */
function useBinding(wanted: boolean, data: Binding | undefined, isFetching: boolean): Binding | null {
  const [binding, setBinding] = useState<Binding | null>(null);
  const fresh = data && !isFetching ? data : null;
  useEffect(() => setBinding((bound) => (wanted ? (bound ?? fresh) : null)), [wanted, fresh]);
  return binding;
}
