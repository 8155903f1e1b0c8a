/** What a person says who quits while a reply of theirs is about to leave; in the order of the buttons. */
export const quitAnswers = ['now', 'wait', 'stay'] as const;
export type QuitAnswer = (typeof quitAnswers)[number];

/** The longest time to take a reply back, and time to hand it over: what has not left then has a trouble of its own. */
const longestMilliseconds = 180_000;
const lookMilliseconds = 500;

export interface QuitQuestion {
  /** How many replies have not left that their writers think gone. */
  leaving(): Promise<number>;
  ask(count: number): Promise<QuitAnswer>;
  sleep(milliseconds: number): Promise<void>;
}

/** Whether the program may end now: at once where nothing is about to leave, else as its person says. */
export async function mayQuit({ leaving, ask, sleep }: QuitQuestion): Promise<boolean> {
  const count = await leaving();
  if (count === 0) return true;
  const answer = await ask(count);
  if (answer === 'stay') return false;
  for (let waited = 0; answer === 'wait' && waited < longestMilliseconds; waited += lookMilliseconds) {
    if ((await leaving()) === 0) break;
    await sleep(lookMilliseconds);
  }
  return true;
}
