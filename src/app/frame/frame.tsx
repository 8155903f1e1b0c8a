import { lazy, Suspense, useState } from 'react';
import { Routes } from '../routes.tsx';
import { useCommandKeys } from '../commands/commands.ts';
import classes from './frame.module.css';
import { Rail } from './rail.tsx';
import { useArrivals } from './use-arrivals.ts';
import { useDesktop } from './use-desktop.ts';
import { useFrameCommands } from './use-frame-commands.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const KeySheet = lazy(async () => ({ default: (await import('./key-sheet.tsx')).KeySheet }));

/** The rail, and the screen that a person stands in. */
export function Frame() {
  const [shown, setShown] = useState<'palette' | 'keys' | null>(null);
  useCommandKeys();
  useFrameCommands({ openPalette: () => setShown('palette'), openKeys: () => setShown('keys') });
  useArrivals();
  useDesktop();
  const close = () => setShown(null);
  return (
    <div className={classes['frame']}>
      <Rail openPalette={() => setShown('palette')} />
      <div className={classes['stage']}>
        <Routes />
      </div>
      <Suspense>
        {shown === 'palette' && <Palette close={close} />}
        {shown === 'keys' && <KeySheet close={close} />}
      </Suspense>
    </div>
  );
}
