/** A crash may cost this much typing, no more. */
const pauseMilliseconds = 700;

export type DraftState = 'clean' | 'waiting' | 'saving' | 'saved' | 'failed';

export interface DraftSaver<Content> {
  readonly state: DraftState;
  /** The revision that the core knows, which a send must name. */
  readonly revision: number;
  change(content: Content): void;
  /** Saves what is not saved yet and waits for it. @throws what the last save threw */
  flush(): Promise<void>;
  /** Nothing is saved any more: neither what was typed since the last save, nor a file that is still on its way. */
  forget(): void;
}

interface DraftSaverOptions<Content> {
  readonly revision: number;
  readonly save: (content: Content) => Promise<{ readonly revision: number }>;
  readonly onState: (state: DraftState) => void;
}

/** Saves the newest content shortly after it changes, one save at a time, and again where a save failed. */
export function createDraftSaver<Content>(options: DraftSaverOptions<Content>): DraftSaver<Content> {
  let { revision } = options;
  let state: DraftState = 'clean';
  let unsaved: { readonly content: Content } | null = null;
  let saving = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isForgotten = false;

  function become(next: DraftState): void {
    state = next;
    options.onState(next);
  }

  function wait(): void {
    timer ??= setTimeout(() => {
      timer = null;
      flush().catch(() => undefined);
    }, pauseMilliseconds);
  }

  async function saveOne(content: Content): Promise<void> {
    become('saving');
    try {
      ({ revision } = await options.save(content));
      become(unsaved ? 'waiting' : 'saved');
    } catch (error) {
      unsaved ??= { content };
      become('failed');
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

  /** Waits for the save before it, whoever asked for that one: a send must not overtake a save. */
  function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    saving = saving.catch(() => undefined).then(saveAll);
    return saving;
  }

  return {
    get state() {
      return state;
    },
    get revision() {
      return revision;
    },
    change(content) {
      if (isForgotten) return;
      unsaved = { content };
      if (state !== 'saving') become('waiting');
      wait();
    },
    flush,
    forget() {
      isForgotten = true;
      unsaved = null;
      if (timer) clearTimeout(timer);
      timer = null;
    },
  };
}
