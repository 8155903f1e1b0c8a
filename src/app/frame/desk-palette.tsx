import { Palette } from './palette.tsx';
import { useViewCommands } from './use-view-commands.ts';

/** The palette of the desk, from which one goes to any view too. */
export function DeskPalette({ close }: { readonly close: () => void }) {
  useViewCommands();
  return <Palette close={close} />;
}
