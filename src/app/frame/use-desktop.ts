import { useEffect, useRef } from 'react';
import { navigate } from 'wouter/use-hash-location';
import type { DeepLink } from '../../../electron/shared/deep-links.ts';
import type { DesktopCommand } from '../../../electron/shared/desktop.ts';
import { useRunCommand } from '../commands/commands.ts';

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
  const run = useRunCommand();

  useEffect(
    () =>
      desktop?.onDeepLink((link) => {
        if (link.kind === 'compose') latest.current(link);
        else navigate(`/inbox/all/all/${link.clientId}/${link.conversationId}`);
      }),
    [desktop],
  );
  useEffect(() => desktop?.onCommand((name) => run(commandIds[name])), [desktop, run]);
}
