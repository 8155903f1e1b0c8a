import { shell } from 'electron';
import { externalAddress } from '../shared/external-address.ts';

/** The only way out of the window. Resolves whether the address was let through. */
export async function openExternal(address: string): Promise<boolean> {
  const checked = externalAddress(address);
  if (checked === null) return false;
  await shell.openExternal(checked);
  return true;
}
