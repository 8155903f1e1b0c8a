import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { OutgoingAttachment } from '../../../../electron/shared/outbox.ts';
import type { ErrorShape } from '../../../../electron/shared/errors.ts';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPCClient } from '../../../rpc/trpc.ts';
import { readBase64 } from '../../../components/files/read-base64.ts';
import type { ConversationRef } from '../inbox-place.ts';

/** 25 MB: what most mail servers take. */
const largestFile = 25 * 1024 * 1024;

export interface Attaching {
  /** Files on their way into the draft. */
  readonly pending: number;
  add(files: Iterable<File>): void;
}

/** Puts files to the draft, one after the other. */
export function useAttach(at: ConversationRef, onAdded: (attachment: OutgoingAttachment) => void): Attaching {
  const client = useTRPCClient();
  const say = useFailureText();
  const [pending, setPending] = useState(0);
  const fail = (error: ErrorShape) => notifications.show({ color: 'red', message: say(error) });

  async function addOne(file: File): Promise<void> {
    if (file.size > largestFile) return void fail(refused('file-too-large'));
    const base64 = await readBase64(file);
    if (base64 === null) return void fail(refused('file-unreadable'));
    const { name, type } = file;
    onAdded(await client.outbox.attach.mutate({ ...at, name, type, base64 }));
    return undefined;
  }
  async function addAll(files: readonly File[]): Promise<void> {
    setPending((before) => before + files.length);
    for (const file of files) {
      await addOne(file).catch((error: unknown) => fail(failureOf(error)));
      setPending((before) => before - 1);
    }
  }
  return { pending, add: (files) => void addAll([...files]) };
}

const refused = (code: 'file-too-large' | 'file-unreadable'): ErrorShape => ({
  code,
  retry: 'never',
  effect: 'none',
  detail: {},
});
