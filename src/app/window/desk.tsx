import { lazy, Suspense, useState } from 'react';
import { Frame } from '../frame/frame.tsx';
import { ownWindowHere } from './own-window.ts';

const ConversationWindow = lazy(async () => ({
  default: (await import('./conversation-window.tsx')).ConversationWindow,
}));

/** The whole desk, or one conversation in a window of its own: a window stays what it was opened as. */
export function Desk() {
  const [own] = useState(ownWindowHere);
  if (!own) return <Frame />;
  return (
    <Suspense>
      <ConversationWindow at={own} />
    </Suspense>
  );
}
