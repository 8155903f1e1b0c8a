import { part } from '../../components/part/part.tsx';

// What stands beside the queue once something is open.

export const ConversationPane = part(
  async () => (await import('./conversation/conversation-pane.tsx')).ConversationPane,
);
export const ContextPane = part(async () => (await import('./context/context-pane.tsx')).ContextPane);
