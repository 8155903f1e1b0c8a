/**
 * The words of a dictionary as a graph: words share their beginnings, and endings too. A node is a number: what has been
 * read of a word. Letters are UTF-16 code units.
 */
export interface WordTrie {
  has(word: string): boolean;
  /** Whether a word ends at a node. */
  endsAt(node: number): boolean;
  /** The letters that go on from a node, with the nodes behind them. */
  forEachNext(node: number, visit: (letter: number, behind: number) => void): void;
}

/** Where every word begins. No letter leads back to it, so that as what comes next it means: nothing does. */
export const beginning = 0;
/** A word ends here, and no longer one goes on. */
const end = 1;
const dataMark = '__DATA__\n';

const sign = {
  end: '$'.charCodeAt(0),
  back: '<'.charCodeAt(0),
  reference: '#'.charCodeAt(0),
  escape: '\\'.charCodeAt(0),
  newLine: '\n'.charCodeAt(0),
  two: '2'.charCodeAt(0),
  nine: '9'.charCodeAt(0),
};

/**
 * Reads the third version of CSpell's format (https://www.npmjs.com/package/cspell-trie-lib, "File Format V3"): a walk
 * over the graph, letter by letter. `$` ends a word and steps back one letter, `<` steps back, `<4` and `$4` step back
 * four in all, `#n;` stands for the n-th node that got a letter, in the base that the head names, and `\` makes a letter of
 * any sign.
 *
 * @throws Error for a text of another format
 */
export function readTrie(text: string): WordTrie {
  const data = text.indexOf(dataMark);
  const [, base] = /^TrieXv3\nbase=(\d+)$/m.exec(text.slice(0, data)) ?? [];
  if (data === -1 || base === undefined) throw new Error('not a trie of the third version');
  const builder = createBuilder();
  for (let at = data + dataMark.length; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === sign.newLine) continue;
    if (code === sign.end) builder.endWord();
    else if (code === sign.back) builder.stepBack(1);
    else if (code >= sign.two && code <= sign.nine) builder.stepBack(code - sign.two + 1);
    else if (code === sign.reference) {
      const close = text.indexOf(';', at);
      builder.refer(Number.parseInt(text.slice(at + 1, close), Number(base)));
      at = close;
    } else if (code === sign.escape) builder.add(text.charCodeAt((at += 1)));
    else builder.add(code);
  }
  return builder.done();
}

/** Numbers in a row that grows. */
class Row {
  #numbers = new Uint32Array(0x1_0000);
  #length = 0;
  push(number: number): number {
    if (this.#length === this.#numbers.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    this.#numbers[this.#length] = number;
    this.#length += 1;
    return this.#length - 1;
  }
  at(index: number): number {
    return this.#numbers[index] ?? 0;
  }
  set(index: number, number: number): void {
    this.#numbers[index] = number;
  }
}

/** Of a node its last step; of a step its letter, the node behind it, and the step of the same node before it (0: none). */
function createBuilder() {
  const [steps, ends] = [new Row(), new Row()];
  const [letters, behinds, before] = [new Row(), new Row(), new Row()];
  const addNode = (ending: number): number => {
    ends.push(ending);
    return steps.push(0);
  };
  const addStep = (letter: number): number => {
    letters.push(letter);
    before.push(0);
    return behinds.push(beginning);
  };
  addNode(0);
  addNode(1);
  addStep(0);
  /** The steps from the beginning to where the walk stands. */
  const path: number[] = [];

  function standing(): number {
    const step = path.at(-1);
    if (step === undefined) return beginning;
    if (behinds.at(step) === beginning) behinds.set(step, addNode(0));
    return behinds.at(step);
  }
  function stepBack(count: number): void {
    path.length -= count;
  }
  return {
    stepBack,
    add(letter: number): void {
      const node = standing();
      const step = addStep(letter);
      before.set(step, steps.at(node));
      steps.set(node, step);
      path.push(step);
    },
    endWord(): void {
      const step = path.at(-1) ?? 0;
      const behind = behinds.at(step);
      if (behind === beginning) behinds.set(step, end);
      else ends.set(behind, 1);
      stepBack(1);
    },
    refer(number: number): void {
      behinds.set(path.at(-1) ?? 0, number + 1);
    },
    done(): WordTrie {
      const next = (node: number, letter: number): number => {
        let step = steps.at(node);
        while (step !== 0 && letters.at(step) !== letter) step = before.at(step);
        return step === 0 ? beginning : behinds.at(step);
      };
      return {
        has(word) {
          let node = beginning;
          for (let at = 0; at < word.length; at += 1) {
            node = next(node, word.charCodeAt(at));
            if (node === beginning) return false;
          }
          return ends.at(node) === 1;
        },
        endsAt: (node) => ends.at(node) === 1,
        forEachNext(node, visit) {
          for (let step = steps.at(node); step !== 0; step = before.at(step))
            visit(letters.at(step), behinds.at(step));
        },
      };
    },
  };
}
