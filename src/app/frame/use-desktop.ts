import { useContext, useEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import type { DeepLink } from '../../../electron/shared/deep-links.ts';
import type { DesktopCommand } from '../../../electron/shared/desktop.ts';
import { CommandsContext } from '../commands/commands.ts';

type ComposeLink = Extract<DeepLink, { kind: 'compose' }>;

/** Which of the page's commands the desktop's menu means. */
const commandIds: Readonly<Record<DesktopCommand, string>> = {
  search: 'search',
  settings: 'go-settings',
  shortcuts: 'keys',
};

/** Follows deep links and the menu: only where there is a desktop. */
export function useDesktop({ write }: { write: (link: ComposeLink) => void }): void {
  const latest = useRef(write);
  latest.current = write;
  const desktop = window.liaisonDesktop;
  const commands = useContext(CommandsContext);
  const [, go] = useLocation();

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
