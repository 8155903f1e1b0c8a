/** Work that stops now and then, so that others can have the core's thread: it gives its result at the end. */
export type Steps<Result> = Generator<void, Result>;

/** Long work holds the thread no longer than a screen takes to be drawn at 60 frames a second. */
export const sliceMilliseconds = 16;

const othersComeBetween = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/**
 * Does the work between the others' work. What it reads may change meanwhile: that is for the caller to notice. `rest`
 * comes after each slice and is told how many milliseconds it took.
 */
export async function inSlices<Result>(
  steps: Steps<Result>,
  rest: (worked: number) => Promise<void> = othersComeBetween,
): Promise<Result> {
  for (;;) {
    const begun = performance.now();
    const end = begun + sliceMilliseconds;
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() < end);
    await rest(performance.now() - begun);
  }
}

/** Does the work without letting anybody come between. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
