import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { OutgoingKind } from '../../../../electron/shared/composing.ts';

export interface ComposerWords {
  /** Of the whole composer, for who can't see it. */
  readonly name: string;
  readonly as: string;
  readonly text: string;
  readonly placeholder: string;
  readonly send: string;
  readonly sendAndResolve: string;
}

/** What a composer calls itself, by what is written in it; the same object while it is the same. `first`: nothing was said yet. */
export function useComposerWords(
  { name }: Client,
  { kind, first }: { readonly kind: OutgoingKind; readonly first: boolean },
): ComposerWords {
  const { t } = useTranslation('inbox');
  const { t: say } = useTranslation('composing');
  return useMemo(() => {
    if (kind === 'forward')
      return {
        name: say('forward.name', { name }),
        as: say('forward.as', { name }),
        text: say('forward.text'),
        placeholder: say('forward.placeholder'),
        send: say('forward.send', { name }),
        sendAndResolve: say('forward.resolve', { name }),
      };
    return {
      name: t(first ? 'composer.firstName' : 'composer.name', { name }),
      as: t('composer.as', { name }),
      text: t(first ? 'composer.firstText' : 'composer.text'),
      placeholder: t(first ? 'composer.firstPlaceholder' : 'composer.placeholder'),
      send: t('composer.send', { name }),
      sendAndResolve: t('composer.then.resolved', { name }),
    };
  }, [t, say, kind, first, name]);
}
