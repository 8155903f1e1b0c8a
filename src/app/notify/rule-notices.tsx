import { Anchor } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueries } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import { useSession } from '../session.tsx';

const looksEveryMilliseconds = 60_000;

/** What rules have to say to whoever sits here: each once, with the way to its conversation. */
export function RuleNotices() {
  const { t } = useTranslation('automation');
  const trpc = useTRPC();
  const { clients, may } = useSession();
  const read = clients.filter(({ id, state }) => state.kind === 'ready' && may('conversations.read', id));
  const { mutate: see } = useMutation(trpc.automations.see.mutationOptions());
  const shown = useRef(new Set<string>());
  const answers = useQueries({
    queries: read.map(({ id }) =>
      trpc.automations.notices.queryOptions({ clientId: id }, { refetchInterval: looksEveryMilliseconds }),
    ),
  });
  const unseen = read.flatMap((client, index) =>
    (answers[index]?.data ?? []).map((notice) => ({ client, notice })),
  );
  useEffect(() => {
    for (const { client, notice } of unseen) {
      if (shown.current.has(notice.id)) continue;
      shown.current.add(notice.id);
      const at = { clientId: client.id satisfies ClientId, conversationId: notice.conversationId };
      notifications.show({
        id: notice.id,
        autoClose: false,
        withBorder: true,
        title: `${client.name} · ${t('rules.notice')}`,
        message: (
          <Anchor
            component={Link}
            href={`/inbox/${at.clientId}/all/${at.clientId}/${at.conversationId}`}
            onClick={() => notifications.hide(notice.id)}
          >
            <bdi>{notice.text}</bdi>
          </Anchor>
        ),
        onClose: () => see({ clientId: at.clientId, noticeId: notice.id }),
      });
    }
  }, [unseen, see, t]);
  return null;
}
