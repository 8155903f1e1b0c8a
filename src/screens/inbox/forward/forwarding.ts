import { createContext, useContext } from 'react';
import type { MessageId } from '../../../../electron/shared/ids.ts';

/** Hands on one message of the open conversation, or with null all of it; null where nobody may. */
export type Forwarding = ((messageId: MessageId | null) => void) | null;

const context = createContext<Forwarding>(null);

export const ForwardingProvider = context.Provider;
export const useForwarding = (): Forwarding => useContext(context);
