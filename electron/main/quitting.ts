import { app, dialog } from 'electron';
import { words } from '../hosts/words.ts';
import type { Language } from '../shared/workspace.ts';
import { mayQuit, quitAnswers, type QuitAnswer } from './may-quit.ts';

interface QuittingOptions {
  /** How many replies have not left that their writers think gone. */
  leaving(): Promise<number>;
  language(): Language;
  /** The person stays. */
  stay(): void;
}

/**
 * Quit means quit; but nobody quits over a reply that they think gone without being told: it would leave at the next
 * start. Returns whether the program is ending, when windows close for good.
 */
export function guardQuitting({ leaving, language, stay }: QuittingOptions): () => boolean {
  let agreed = false;
  let asking = false;
  const sleep = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

  app.on('before-quit', (event) => {
    if (agreed) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    mayQuit({ leaving, ask: (count) => ask(count, language()), sleep })
      // A core that can't say keeps nobody: what is queued is on the disk.
      .catch(() => true)
      .then((quits) => {
        asking = false;
        agreed = quits;
        if (quits) app.quit();
        else stay();
      })
      .catch(() => app.exit(1));
  });
  return () => agreed;
}

async function ask(count: number, language: Language): Promise<QuitAnswer> {
  const say = words.of(language, 'desktop');
  const { response } = await dialog.showMessageBox({
    type: 'question',
    buttons: quitAnswers.map((answer) => say(`quit.${answer}`)),
    defaultId: quitAnswers.indexOf('wait'),
    cancelId: quitAnswers.indexOf('stay'),
    message: say('quit.question', { count }),
    detail: say('quit.detail'),
  });
  return quitAnswers[response] ?? 'stay';
}
