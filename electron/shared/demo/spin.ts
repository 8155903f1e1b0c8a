import type { Random } from './random.ts';

/** `{this|that}`: one of them, nested as deep as one likes; `{word}`: what the slot of that name holds. */
export function spin(text: string, options: { random: Random; slot: (name: string) => string }): string {
  const { random, slot } = options;
  let position = 0;

  /** Reads up to the brace or bar that ends this piece; every alternative is read, one is kept. */
  function sequence(nested: boolean): string {
    let written = '';
    while (position < text.length) {
      const character = text[position] ?? '';
      if (nested && (character === '|' || character === '}')) return written;
      position += 1;
      written += character === '{' ? group() : character;
    }
    return written;
  }
  function group(): string {
    const alternatives = [sequence(true)];
    while (text[position] === '|') {
      position += 1;
      alternatives.push(sequence(true));
    }
    if (text[position] !== '}') throw new SyntaxError(`unclosed brace: ${text.slice(0, 60)}`);
    position += 1;
    return alternatives.length === 1 ? slot(alternatives[0] ?? '') : random.pick(alternatives);
  }

  return sequence(false);
}
