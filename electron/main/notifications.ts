import { Notification } from 'electron';
import type { DeepLink } from '../shared/deep-links.ts';
import type { DesktopNotification } from '../shared/desktop.ts';

/** Raises a native notification; the last one shown is replaced, so that a burst of mail is not a pile of boxes. */
export function createNotifier(
  open: (link: DeepLink | null) => void,
): (notification: DesktopNotification) => void {
  let shown: Notification | null = null;
  return ({ title, body, open: target }) => {
    if (!Notification.isSupported()) return;
    shown?.close();
    shown = new Notification({ title, body });
    shown.on('click', () => open(target === null ? null : { kind: 'conversation', ...target }));
    shown.show();
  };
}
