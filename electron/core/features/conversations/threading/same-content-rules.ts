/** What of a message tells whether another one is the same. */
export interface Content {
  readonly text: string;
  readonly quotedText: string;
  readonly attachments: readonly { readonly name: string; readonly size: number }[];
  /** Its text says nothing: the parser refused it. */
  readonly unreadable: boolean;
}

/**
 * Whether two messages of one Message-ID, writer and subject are one mail that came twice. Programs that reuse an
 * identifier (scanners, shops, careless scripts) send different mails under it, and none of them may be lost.
 *
 * - On its way a copy may change its line ends, spaces, wrapping and transfer encoding (RFC 5598, 5): compared is the text
 *   without any space, the quoted part before or behind.
 * - A list or a gateway may add a footer or a banner: what is added counts for nothing where a line of its own divides it
 *   from the rest (`-- `, `____`, `====`), as their programs write it. An addition without such a line is another mail:
 *   better twice than lost.
 * - It may take files off or add some (a signature, a notice), so that one of two sets must hold the other.
 * - A message that could not be read is taken for the same: nothing says that it is another.
 */
export function isSameContent(one: Content, other: Content): boolean {
  if (one.unreadable || other.unreadable) return true;
  const [few, many] = [one, other].toSorted((a, b) => a.attachments.length - b.attachments.length);
  return holdsFiles(many ?? one, few ?? other) && isSameText(one, other);
}

/** Stands for the content, so that copies of a second mail under the same identifier are found again by its digest. */
export const contentTextOf = (content: Content): string =>
  JSON.stringify([lettersOf(wholeOf(content)), content.attachments.map(fileKeyOf).toSorted()]);

const wholeOf = ({ text, quotedText }: Content): string => `${text}\n${quotedText}`;
const turnedOf = ({ text, quotedText }: Content): string => `${quotedText}\n${text}`;

/** Without spaces of any kind, in one form of Unicode. */
const lettersOf = (text: string): string => text.normalize('NFC').replace(/[\s\u200b\ufeff]+/gu, '');

function isSameText(one: Content, other: Content): boolean {
  if (one.text === other.text && one.quotedText === other.quotedText) return true;
  const texts = [wholeOf(one), turnedOf(one)];
  const others = new Set([wholeOf(other), turnedOf(other)].map(lettersOf));
  return (
    texts.some((text) => others.has(lettersOf(text))) ||
    withoutAdditions(one).some((text) => others.has(text)) ||
    withoutAdditions(other).some((text) => texts.map(lettersOf).includes(text))
  );
}

/** A line that divides what a list or a gateway adds from what was written. */
const divider = /^\s*(?:--|[_=*~#-]{5,})\s*$/;
/** More dividers than footers and banners have. */
const mostDividers = 6;

/** The letters of a text without what stands after one of its last dividers, or before one of its first. */
function withoutAdditions(content: Content): string[] {
  const lines = wholeOf(content).split('\n');
  const dividers = lines.flatMap((line, index) => (divider.test(line) ? [index] : []));
  const footers = dividers.slice(-mostDividers).map((index) => lines.slice(0, index));
  const banners = dividers.slice(0, mostDividers).map((index) => lines.slice(index + 1));
  return [...footers, ...banners].map((rest) => lettersOf(rest.join('\n'))).filter((text) => text !== '');
}

/** A size says more than a name: programs translate and shorten names. */
const fileKeyOf = ({ name, size }: { name: string; size: number }): string =>
  `${size} ${name.normalize('NFC')}`;

/** Each of the few stands among the many. */
function holdsFiles(many: Content, few: Content): boolean {
  const left = many.attachments.map((file) => file.size);
  return few.attachments.every(({ size }) => {
    const index = left.indexOf(size);
    if (index !== -1) left.splice(index, 1);
    return index !== -1;
  });
}
