import { useQuery } from '@tanstack/react-query';
import { useContext, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import type { DeepLink } from '../../../electron/shared/deep-links.ts';
import type { DesktopCommand } from '../../../electron/shared/desktop.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import { CommandsContext } from '../commands/commands.ts';
import { useSession } from '../session.tsx';

type ComposeLink = Extract<DeepLink, { kind: 'compose' }>;

/** Which of the page's commands the desktop's menu means. */
const commandIds: Readonly<Record<DesktopCommand, string>> = {
  search: 'search',
  settings: 'go-settings',
  shortcuts: 'keys',
};

/** Follows deep links and the menu, and keeps the number on the dock: only where there is a desktop. */
export function useDesktop({ write }: { write: (link: ComposeLink) => void }): void {
  const latest = useRef(write);
  latest.current = write;
  const desktop = window.liaisonDesktop;
  const commands = useContext(CommandsContext);
  const { may } = useSession();
  const [, go] = useLocation();
  const trpc = useTRPC();
  const enabled = desktop !== undefined && may('conversations.read', null);
  const { data: counts } = useQuery(trpc.conversations.counts.queryOptions(undefined, { enabled }));
  const unanswered = counts?.reduce((sum, each) => sum + each.unanswered, 0);

  useEffect(() => {
    if (unanswered !== undefined) desktop?.setBadge(unanswered);
  }, [desktop, unanswered]);
  useEffect(
    () =>
      desktop?.onDeepLink((link) => {
        if (link.kind === 'compose') latest.current(link);
        else go(`/inbox/all/all/${link.clientId}/${link.conversationId}`);
      }),
    [desktop, go],
  );
  useEffect(
    () =>
      desktop?.onCommand((name) =>
        commands
          .all()
          .find((command) => command.id === commandIds[name])
          ?.run(),
      ),
    [desktop, commands],
  );
}
