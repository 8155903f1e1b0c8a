import { failureOf } from '../../../rpc/failure.ts';

/** A crash may cost this much typing, no more. */
const pauseMilliseconds = 700;
/** A save that failed with the line is tried again so soon, whether anybody types on or not. */
const againMilliseconds = 3_000;

export type DraftState = 'clean' | 'waiting' | 'saving' | 'saved' | 'failed';

/** What the core knows, and the revision by which a send names it. */
interface Saved<Content> {
  readonly content: Content;
  readonly revision: number;
}

export interface DraftSaver<Content> {
  readonly saved: Saved<Content>;
  change(content: Content): void;
  /** Saves what is not saved yet and waits for it. @throws what the last save threw */
  flush(): Promise<void>;
  /**
   * Saves what is not saved yet and sends exactly that; what is typed meanwhile is saved once it has left.
   *
   * @throws what the last save or the sending threw
   */
  send<Sent>(leave: (saved: Saved<Content>) => Promise<Sent>): Promise<Sent>;
  /** Nothing is saved any more: neither what was typed since the last save, nor a file that is still on its way. */
  forget(): void;
}

interface DraftSaverOptions<Content> {
  readonly saved: Saved<Content>;
  readonly save: (content: Content) => Promise<{ readonly revision: number }>;
  readonly onState: (state: DraftState) => void;
}

/** Saves the newest content shortly after it changes, one save at a time, and again where a save failed. */
export function createDraftSaver<Content>(options: DraftSaverOptions<Content>): DraftSaver<Content> {
  let { saved } = options;
  let state: DraftState = 'clean';
  let unsaved: { readonly content: Content } | null = null;
  let saving = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isForgotten = false;

  function become(next: DraftState): void {
    state = next;
    options.onState(next);
  }

  function wait(milliseconds: number): void {
    timer ??= setTimeout(() => {
      timer = null;
      flush().catch(() => undefined);
    }, milliseconds);
  }

  function stopWaiting(): void {
    if (timer) clearTimeout(timer);
    timer = null;
  }

  async function saveOne(content: Content): Promise<void> {
    become('saving');
    try {
      const { revision } = await options.save(content);
      saved = { content, revision };
      become(unsaved ? 'waiting' : 'saved');
    } catch (error) {
      unsaved ??= { content };
      become('failed');
      if (!isForgotten && mayPass(error)) wait(againMilliseconds);
      throw error;
    }
  }

  async function saveAll(): Promise<void> {
    while (unsaved && !isForgotten) {
      const { content } = unsaved;
      unsaved = null;
      await saveOne(content);
    }
  }

  /** Waits for what is under way, whoever asked for it: neither a send nor a save may overtake the other. */
  function flush(): Promise<void> {
    stopWaiting();
    saving = saving.catch(() => undefined).then(saveAll);
    return saving;
  }

  return {
    get saved() {
      return saved;
    },
    change(content) {
      if (isForgotten) return;
      unsaved = { content };
      if (state === 'failed') stopWaiting();
      if (state !== 'saving') become('waiting');
      wait(pauseMilliseconds);
    },
    flush,
    send(leave) {
      const sending = flush().then(() => leave(saved));
      saving = sending.then(
        () => undefined,
        () => undefined,
      );
      return sending;
    },
    forget() {
      isForgotten = true;
      unsaved = null;
      stopWaiting();
    },
  };
}

/** A draft is saved whole: where nobody knows whether it was, it may be saved again. */
function mayPass(error: unknown): boolean {
  const { code, retry } = failureOf(error);
  return code === 'connection-lost' || retry !== 'never';
}
