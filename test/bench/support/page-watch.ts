/** What the page tells of itself; times are milliseconds. */
export interface PageWatch {
  /** When the first rows of the queue were painted, counted from the navigation. */
  readonly firstRows: Promise<number>;
  /** File names of the scripts that had been fetched by then. */
  scriptsBeforeRows(): string[];
  /** Clicks a row that is drawn and gives the time until its messages were painted. */
  openRow(index: number): Promise<number>;
  /** Clicks a row of another client than the open one's and gives the time until that client's briefing was painted. */
  changeClient(round: number): Promise<number>;
  /** Goes to an address within the page and gives the time until its rows, or its conversation, were painted. */
  goTo(place: { hash: string; shows: 'rows' | 'conversation' }): Promise<number>;
  /** From now on the length of each frame is kept. */
  watchFrames(): void;
  /** What was kept; from then on nothing is. */
  frames(): number[];
  forgetKeys(): void;
  /** From the press of each key to the frame that shows its effect. */
  keyTimes(): number[];
  /** Scrolls the queue at a steady speed and gives the length of each frame. */
  scroll(duration: number): Promise<number[]>;
}

/** Runs in the page before its own scripts; must hold all it needs within itself. */
export function watchPage(): void {
  const pixelsPerMillisecond = 2.4;
  let rowsAt = Number.POSITIVE_INFINITY;
  let keyTimes: number[] = [];

  /** A frame is on its way to the screen once the task after its callbacks runs. */
  const afterPaint = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.addEventListener('message', () => resolve(performance.now()));
        channel.port1.start();
        channel.port2.postMessage(null);
      });
    });
  const appears = (isThere: () => boolean) =>
    new Promise<void>((resolve) => {
      if (isThere()) return resolve();
      const observer = new MutationObserver(() => {
        if (!isThere()) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(document, { childList: true, subtree: true });
    });
  const rows = () => document.querySelectorAll<HTMLElement>('[role=listbox] [role=option]');

  const drawn = {
    rows: () => rows()[0],
    conversation: () => document.querySelector('article:has(section)') ?? undefined,
  };
  let frames: number[] = [];
  let watching = 0;

  addEventListener(
    'keydown',
    (event) => void afterPaint().then((at) => keyTimes.push(at - event.timeStamp)),
    true,
  );

  window.bench = {
    firstRows: appears(() => rows().length > 0)
      .then(afterPaint)
      .then((at) => (rowsAt = at)),
    scriptsBeforeRows: () =>
      performance
        .getEntriesByType('resource')
        .filter((entry) => entry.name.endsWith('.js') && entry.startTime + entry.duration <= rowsAt)
        .map((entry) => entry.name.split('/').at(-1) ?? ''),
    async openRow(index) {
      const row = rows()[index];
      if (!row) throw new Error(`no row ${index}`);
      const before = document.querySelector('article');
      const start = performance.now();
      row.click();
      await appears(() => {
        const article = document.querySelector('article');
        return article !== null && article !== before && article.querySelector('section') !== null;
      });
      return (await afterPaint()) - start;
    },
    async goTo({ hash, shows }) {
      const before = drawn[shows]();
      const start = performance.now();
      location.hash = hash;
      await appears(() => ![undefined, before].includes(drawn[shows]()));
      return (await afterPaint()) - start;
    },
    watchFrames() {
      let last = 0;
      frames = [];
      const step = (now: number) => {
        if (last > 0) frames.push(now - last);
        last = now;
        watching = requestAnimationFrame(step);
      };
      watching = requestAnimationFrame(step);
    },
    frames() {
      cancelAnimationFrame(watching);
      return frames;
    },
    async changeClient(round) {
      const lookOf = (element: Element | null | undefined) => element?.getAttribute('data-client-colour');
      const open = lookOf(document.querySelector('article'));
      const others = [...rows()].filter((row) => lookOf(row.querySelector('[data-client-colour]')) !== open);
      const row = others[round % others.length];
      if (!row) throw new Error('every row is of one client');
      const colour = lookOf(row.querySelector('[data-client-colour]'));
      const card = `[data-client-id] > [role=status][data-client-colour="${colour}"]`;
      const start = performance.now();
      row.click();
      await appears(() => document.querySelector(card) !== null);
      return (await afterPaint()) - start;
    },
    forgetKeys: () => void (keyTimes = []),
    keyTimes: () => keyTimes,
    scroll: (duration) =>
      new Promise((resolve) => {
        const list = document.querySelector('[role=listbox]');
        const lengths: number[] = [];
        let [start, last] = [0, 0];
        const step = (now: number) => {
          if (last > 0) lengths.push(now - last);
          if (start === 0) start = now;
          list?.scrollBy(0, last > 0 ? (now - last) * pixelsPerMillisecond : 0);
          last = now;
          if (now - start < duration) requestAnimationFrame(step);
          else resolve(lengths);
        };
        requestAnimationFrame(step);
      }),
  };
}
