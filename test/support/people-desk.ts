import type { ConversationId, OperatorId } from '../../electron/shared/ids.ts';
import type { Role } from '../../electron/shared/operators.ts';
import { startBrandDesk, type DeskBrand } from './brand-desk.ts';
import { openWindow, type TestWindow } from './a-window.ts';

/** Clients with a few questions each, and people to answer them. */
export async function startPeopleDesk(names: readonly string[], conversations = 1) {
  const desk = await startBrandDesk(names, { conversations });
  const { core, clock, call, callAs } = desk.started;
  const brand = desk.brands[0];
  if (!brand) throw new Error('no client');
  const store = core.services.stores.of(brand.clientId);

  function hire(
    name: string,
    { role = 'agent', at = [brand] }: { role?: Role; at?: readonly (DeskBrand | undefined)[] } = {},
  ): OperatorId {
    const grants = at.flatMap((each) => (each ? [{ clientId: each.clientId, role }] : []));
    return core.services.operators.add({ name, email: null, grants }).id;
  }
  const at = (index = 0): { clientId: DeskBrand['clientId']; conversationId: ConversationId } => {
    const conversationId = brand.conversationIds[index];
    if (!conversationId) throw new Error(`no conversation ${index}`);
    return { clientId: brand.clientId, conversationId };
  };
  return {
    ...{ desk, core, clock, call, callAs, brand, store, hire, at },
    clientId: brand.clientId,
    window: (operatorId: OperatorId): TestWindow => openWindow(core, operatorId),
    read: (index = 0) => call.conversations.read(at(index)),
  };
}

/** Everything that was sent across the wire has come. */
export const settled = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** The code of the error that a promise rejects with, or null. */
export async function codeOf(call: Promise<unknown>): Promise<string | null> {
  try {
    await call;
    return null;
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string } };
    return cause?.code ?? message;
  }
}
