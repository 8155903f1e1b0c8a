import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OperatorId } from '../../../../electron/shared/ids.ts';
import { may as mayDo } from '../../../../electron/shared/permissions.ts';
import { useSession } from '../../../app/session.tsx';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from '../conversation/conversation-pane.module.css';
import type { ConversationRef } from '../inbox-place.ts';

interface FollowersMenuProps {
  readonly at: ConversationRef;
  readonly followers: readonly OperatorId[];
}

/** Who is told when the customer answers; whoever works here has colleagues told too. */
export function FollowersMenu({ at, followers }: FollowersMenuProps) {
  const { t } = useTranslation('people');
  const trpc = useTRPC();
  const { may, operator } = useSession();
  const { data: operators = [] } = useQuery(trpc.operators.list.queryOptions());
  const say = useFailureText();
  const onError = (error: unknown) => notifications.show({ color: 'red', message: say(failureOf(error)) });
  const invite = useMutation(trpc.attention.invite.mutationOptions({ onError }));
  const colleagues = operators.filter(
    (each) => each.id !== operator.id && mayDo(each, 'conversations.read', at.clientId),
  );
  if (!may('conversations.work', at.clientId) || colleagues.length === 0) return null;
  return (
    <Menu position="bottom-start" width={220} closeOnItemClick={false}>
      <Menu.Target>
        <UnstyledButton className={classes['control']} title={t('follow.colleagues')}>
          <VisuallyHidden>
            {t('follow.colleagues')}, {t('follow.count', { count: followers.length })}
          </VisuallyHidden>
          {followers.length > 0 && <span aria-hidden="true">{followers.length}</span>}
          <Icon name="down" size={12} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('follow.colleagues')}</Menu.Label>
        {colleagues.map(({ id, name }) => (
          <Menu.CheckboxItem
            key={id}
            checked={followers.includes(id)}
            onChange={(on) => invite.mutate({ ...at, operatorId: id, on })}
          >
            <bdi>{name}</bdi>
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
