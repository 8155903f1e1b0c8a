import type { Participant } from '../../../../shared/conversations.ts';
import type { Language } from '../../../../shared/workspace.ts';
import { languages } from '../../../../shared/languages.ts';
import { createWords, type Words } from '../../../words.ts';
import type { QuoteWords } from './quote-rules.ts';

/** In which language a message leaves (BCP 47), and on whose clock. */
export interface MailLocale {
  readonly language: string;
  readonly timeZone: string;
}

export interface MailWords {
  /** Sentences in a language that Liaison has, else English; days and hours as they are said in that one. */
  of(locale: MailLocale): QuoteWords;
}

export function createMailWords(locales: string): MailWords {
  let sentences: Words | null = null;
  return {
    of({ language, timeZone }) {
      sentences ??= createWords(locales);
      const spoken = languages.find((each) => language.split('-')[0] === each);
      const say = sentences.of(spoken ?? ('en' satisfies Language), 'mail');
      const dates = datesOf(spoken ? language : 'en', timeZone);
      return {
        attribution: ({ from, at }) =>
          say('attribution', { date: dates.format(at), name: oneLine(from.name || from.address) }),
        forwardMark: say('forward.mark'),
        forwardHeading: say('forward.heading'),
        header: ({ from, to, cc, subject, at }) => [
          say('forward.from', { from: peopleOf([from]) }),
          say('forward.date', { date: dates.format(at) }),
          say('forward.subject', { subject: oneLine(subject) }),
          say('forward.to', { to: peopleOf(to) }),
          ...(cc.length > 0 ? [say('forward.cc', { cc: peopleOf(cc) })] : []),
        ],
      };
    },
  };
}

/** Anything of the sender's own stays in its line, and ends no sentence with a colon of its own. */
const oneLine = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .slice(0, 200);

const peopleOf = (people: readonly Participant[]): string =>
  people.map(({ name, address }) => oneLine(name ? `${name} <${address}>` : address)).join(', ');

function datesOf(language: string, timeZone: string): Intl.DateTimeFormat {
  const options = { dateStyle: 'long', timeStyle: 'short', timeZone } as const;
  try {
    return new Intl.DateTimeFormat(language, options);
  } catch {
    return new Intl.DateTimeFormat('en', options);
  }
}
