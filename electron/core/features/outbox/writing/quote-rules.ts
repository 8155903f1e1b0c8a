import type { Participant } from '../../../../shared/conversations.ts';
import { subjectMarks } from '../../../../shared/subject-marks.ts';

/** A public message of the conversation as it is repeated below another one. */
export interface Quotable {
  readonly from: Participant;
  readonly to: readonly Participant[];
  readonly cc: readonly Participant[];
  readonly subject: string;
  /** What it said itself, without what it quoted. */
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** What stands around repeated words, in the language in which the message leaves. */
export interface QuoteWords {
  /** The line above a quotation, which says who wrote and when. */
  attribution(message: Quotable): string;
  /** The mark before the subject of a forward, with its colon. */
  readonly forwardMark: string;
  readonly forwardHeading: string;
  /** The original's header, a line for each field. */
  header(message: Quotable): readonly string[];
}

/** Whoever wants more has the earlier mails; a mail that repeats all of a long thread helps nobody. */
const deepestThread = 12;
const longestQuote = 60_000;

/** RFC 3676, 4.5: a mark before every line; what is quoted already gets another one, without a space between. */
const marked = (text: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '>' : line.startsWith('>') ? `>${line}` : `> ${line}`))
    .join('\n');

export const tidy = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** The last message, or each inside the one after it; empty where there is nothing to repeat. Oldest first. */
export function quotationOf(messages: readonly Quotable[], words: QuoteWords): string {
  return messages.slice(-deepestThread).reduce((older, message) => {
    const said = tidy(message.text);
    const whole = [said, older].filter((part) => part !== '').join('\n\n');
    const quote = `${words.attribution(message)}\n${marked(whole)}`;
    return quote.length > longestQuote ? `${words.attribution(message)}\n${marked(said)}` : quote;
  }, '');
}

/** The originals as they came, each below its header; oldest first, as they are read by somebody who was not there. */
export const forwardedOf = (messages: readonly Quotable[], words: QuoteWords): string =>
  messages
    .map((message) =>
      [`---------- ${words.forwardHeading} ----------`, ...words.header(message), '', tidy(message.text)]
        .join('\n')
        .trimEnd(),
    )
    .join('\n\n');

/** What stands in the body: the words, the signature behind its delimiter (RFC 3676, 4.3), the quotation. */
export function bodyOf({
  text,
  signature,
  quote,
}: {
  text: string;
  signature: string;
  quote: string;
}): string {
  if (signature === '' && quote === '') return text;
  const signed = signature === '' ? '' : `-- \n${signature}`;
  return [text.trimEnd(), signed, quote].filter((part) => part !== '').join('\n\n');
}

const longestSubject = 900;

/** One mark, however often it was answered and handed on. */
export const forwardSubject = (subject: string, { forwardMark }: Pick<QuoteWords, 'forwardMark'>): string =>
  `${forwardMark} ${subject.replace(subjectMarks, '')}`.slice(0, longestSubject).trim();
