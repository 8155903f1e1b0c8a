import { lazy, Suspense, useCallback, useState } from 'react';
import type { Prefill } from '../../screens/inbox/new-message/new-message.tsx';
import { useSession } from '../session.tsx';
import { useSettled } from '../use-settled.ts';
import { Routes } from '../routes.tsx';
import { useBindings, useCommandKeys } from '../commands/commands.ts';
import classes from './frame.module.css';
import { Rail } from './rail.tsx';
import { useDesktop } from './use-desktop.ts';
import { useFrameCommands } from './use-frame-commands.ts';

const Notices = lazy(async () => ({ default: (await import('../notify/notices.tsx')).Notices }));
const DeskPalette = lazy(async () => ({ default: (await import('./desk-palette.tsx')).DeskPalette }));
const NewMessage = lazy(async () => ({
  default: (await import('../../screens/inbox/new-message/new-message.tsx')).NewMessage,
}));
const KeySheet = lazy(async () => ({ default: (await import('./key-sheet.tsx')).KeySheet }));

/** A link that comes while another is being followed begins anew. */
interface Writing {
  readonly prefill: Prefill | null;
  readonly key: number;
}

/** The rail, and the screen that a person stands in. */
export function Frame() {
  const [shown, setShown] = useState<'palette' | 'keys' | Writing | null>(null);
  const { may, preferences } = useSession();
  const write = (prefill: Prefill | null) => {
    if (may('messages.send', null)) setShown({ prefill, key: performance.now() });
  };
  const openPalette = useCallback(() => setShown('palette'), []);
  useCommandKeys();
  useBindings(preferences.keys);
  useFrameCommands({
    openPalette,
    openKeys: () => setShown('keys'),
    write: () => write(null),
  });
  useDesktop({ write });
  const isSettled = useSettled();
  const close = () => setShown(null);
  return (
    <div className={classes['frame']}>
      <Rail openPalette={openPalette} />
      <div className={classes['stage']}>
        <Routes />
      </div>
      <Suspense>{isSettled && <Notices />}</Suspense>
      <Suspense>
        {shown === 'palette' && <DeskPalette close={close} />}
        {shown === 'keys' && <KeySheet close={close} />}
        {shown !== null && typeof shown === 'object' && (
          <NewMessage key={shown.key} prefill={shown.prefill} close={close} />
        )}
      </Suspense>
    </div>
  );
}
