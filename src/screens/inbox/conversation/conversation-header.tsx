import { ActionIcon, Tooltip } from '@mantine/core';
import { Suspense } from 'react';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { Conversation } from '../../../../electron/shared/conversations.ts';
import { useCommands } from '../../../app/commands/commands.ts';
import { useSession } from '../../../app/session.tsx';
import { AfterPaint } from '../../../components/after-paint/after-paint.tsx';
import { ClientMark } from '../../../components/client-mark/client-mark.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import { partAhead } from '../../../components/part/part.tsx';
import type { ConversationRef } from '../inbox-place.ts';
import { useLineWords } from '../line-words.ts';
import { TimeTold } from '../queue/time-told.tsx';
import { useSnoozeDialog } from '../moment/use-moment-dialog.tsx';
import { FollowButton } from '../attention/follow-button.tsx';
import { AssignMenu } from './assign-menu.tsx';
import classes from './conversation-pane.module.css';
import { OwnWindowButton } from './own-window-button.tsx';
import { StatusMenu } from './status-menu.tsx';
import { Tags } from './tags.tsx';
import { useWork } from './use-work.ts';

const ConversationCopies = partAhead(
  async () => (await import('../reading/copies-menu.tsx')).ConversationCopies,
);

const ConversationMenu = partAhead(
  async () => (await import('../corrections/conversation-menu.tsx')).ConversationMenu,
);

const MacroMenu = partAhead(async () => (await import('../macros/macro-menu.tsx')).MacroMenu);

interface ConversationHeaderProps {
  readonly at: ConversationRef;
  readonly conversation: Conversation;
  readonly client: Client;
  readonly leave: () => void;
  /** To the next one, after this one is done with. */
  readonly goOn: () => void;
  /** Another draft stands in the store. */
  readonly onDraftBack: () => void;
  readonly showQueue?: () => void;
  readonly contextOut: boolean;
  readonly toggleContext: () => void;
}

/** Whose, what about, in which state, and what can be done to it. */
export function ConversationHeader(props: ConversationHeaderProps) {
  const { at, conversation, client, leave, goOn, onDraftBack, showQueue, contextOut, toggleContext } = props;
  const words = useLineWords();
  const { t } = words;
  const { operator, may } = useSession();
  const work = useWork();
  const mayWork = may('conversations.work', client.id);
  /** Before anything was said there is nothing to resolve. */
  const maySettle = mayWork && conversation.messageCount > 0;
  const resolve = () => {
    work.setStatus({ ...at, status: 'resolved' }, goOn);
  };
  const { ask: askSnooze, dialog: snoozeDialog } = useSnoozeDialog((until) => {
    work.snooze({ ...at, until });
    goOn();
  });
  useCommands([
    {
      id: 'leave',
      group: 'conversation',
      label: t('conversation.leave'),
      keys: ['Escape'],
      hidden: true,
      run: leave,
    },
    { id: 'context', group: 'conversation', label: t('context.toggle'), keys: ['I'], run: toggleContext },
    ...(maySettle
      ? ([
          {
            id: 'resolve',
            group: 'conversation',
            label: t('conversation.resolve'),
            keys: ['E'],
            run: resolve,
          },
          {
            id: 'snooze',
            group: 'conversation',
            label: t('status.snooze'),
            keys: ['B'],
            run: askSnooze,
          },
        ] as const)
      : []),
    ...(mayWork
      ? ([
          {
            id: 'take',
            group: 'conversation',
            label: t('assign.me'),
            keys: ['M'],
            run: () => work.assign({ ...at, operatorId: operator.id }),
          },
        ] as const)
      : []),
  ]);
  return (
    <header className={classes['header']}>
      <div className={classes['top']}>
        {showQueue && (
          <ActionIcon variant="subtle" aria-label={t('queue.show')} onClick={showQueue}>
            <Icon name="list" />
          </ActionIcon>
        )}
        <ClientMark client={client} named />
        <span className={classes['client']} dir="auto">
          {client.name}
        </span>
        <h1 className={classes['subject']} dir="auto" title={conversation.subject}>
          {conversation.subject || t('row.noSubject')}
        </h1>
        <TimeTold of={conversation} timeZone={client.timeZone} words={words} />
        <div className={classes['icons']}>
          <AfterPaint>
            <Suspense fallback={null}>
              <ConversationCopies conversation={conversation} client={client} />
            </Suspense>
            <OwnWindowButton at={at} />
            {maySettle && (
              <Suspense fallback={null}>
                <ConversationMenu at={at} conversation={conversation} />
              </Suspense>
            )}
            <Tooltip label={t('context.toggle')}>
              <ActionIcon
                variant="subtle"
                aria-label={t('context.toggle')}
                aria-pressed={contextOut}
                onClick={toggleContext}
              >
                <Icon name="panel" mirrored />
              </ActionIcon>
            </Tooltip>
          </AfterPaint>
        </div>
      </div>
      <div className={classes['controls']}>
        <StatusMenu
          clientId={at.clientId}
          now={conversation}
          disabled={!maySettle}
          choose={(chosen) => work.setStatus({ ...at, ...chosen })}
          snooze={askSnooze}
        />
        <AssignMenu
          clientId={at.clientId}
          assigneeId={conversation.assigneeId}
          disabled={!mayWork}
          choose={(operatorId) => work.assign({ ...at, operatorId })}
        />
        <Suspense fallback={null}>
          <FollowButton at={at} />
        </Suspense>
        {mayWork && (
          <Suspense fallback={null}>
            <MacroMenu at={at} onDraftBack={onDraftBack} />
          </Suspense>
        )}
        <Tags
          clientId={at.clientId}
          tags={conversation.tags}
          disabled={!mayWork}
          change={(tag, on) => work.tag({ ...at, tag, on })}
        />
      </div>
      {snoozeDialog}
    </header>
  );
}
