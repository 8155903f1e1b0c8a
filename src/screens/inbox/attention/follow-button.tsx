import { Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from '../../../app/commands/commands.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from '../conversation/conversation-pane.module.css';
import type { ConversationRef } from '../inbox-place.ts';
import { FollowersMenu } from './followers-menu.tsx';

/** To be told when the customer answers, whoever's it is. What names the operator here is seen from now on. */
export function FollowButton({ at }: { readonly at: ConversationRef }) {
  const { t } = useTranslation('people');
  const trpc = useTRPC();
  const { data } = useQuery(trpc.attention.of.queryOptions(at));
  const follow = useMutation(trpc.attention.follow.mutationOptions());
  useSeen(at, data?.unseenMentions ?? 0);
  const following = data?.following ?? false;
  const label = t(following ? 'follow.stop' : 'follow.start');
  const toggle = () => follow.mutate({ ...at, on: !following });
  useCommands([{ id: 'follow', group: 'conversation', label, run: toggle }]);
  return (
    <>
      <Tooltip label={label}>
        <UnstyledButton
          className={classes['control']}
          aria-pressed={following}
          disabled={!data || follow.isPending}
          onClick={toggle}
        >
          <Icon name="star" size={14} />
          {following ? <span>{t('follow.on')}</span> : <VisuallyHidden>{t('follow.name')}</VisuallyHidden>}
        </UnstyledButton>
      </Tooltip>
      <FollowersMenu at={at} followers={data?.followers ?? []} />
    </>
  );
}

/** A note that was on the screen while somebody looked is seen. */
function useSeen({ clientId, conversationId }: ConversationRef, unseen: number): void {
  const trpc = useTRPC();
  const { mutate } = useMutation(trpc.attention.see.mutationOptions());
  useEffect(() => {
    if (unseen === 0) return undefined;
    const see = () => {
      if (!document.hidden) mutate({ clientId, conversationId });
    };
    see();
    document.addEventListener('visibilitychange', see);
    return () => document.removeEventListener('visibilitychange', see);
  }, [clientId, conversationId, unseen, mutate]);
}
