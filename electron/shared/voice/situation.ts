import type { ChannelKind } from '../channels.ts';

/** What a reply is written for: rules may hold for some of it only. Null where it is not known. */
export interface Situation {
  readonly channel: ChannelKind | null;
  readonly locale: string | null;
  /** Minutes since midnight on the client's wall clock. */
  readonly minute: number | null;
}

export const anySituation: Situation = { channel: null, locale: null, minute: null };

/** `de-AT` is a `de`, and not the other way round. */
export const isLocale = (locale: string | null, wanted: string): boolean => {
  const [own, asked] = [locale?.toLowerCase() ?? '', wanted.toLowerCase()];
  return own === asked || own.startsWith(`${asked}-`);
};

export const languageOfLocale = (locale: string | null): string => locale?.split('-')[0]?.toLowerCase() ?? '';

/** What a reply goes by where the sections of a `.vale.ini` are chosen: `mail/de-AT/reply.md`. */
export const pathOf = ({ channel, locale }: Situation): string =>
  `${channel ?? 'any'}/${locale ?? 'any'}/reply.md`;
