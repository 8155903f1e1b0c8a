import { useTranslation } from 'react-i18next';
import type { ChannelKind } from '../../../../electron/shared/channels.ts';

const known = { mail: 'channel.mail', demo: 'channel.demo' } as const;

/** A kind of channel in words; one that has none here yet keeps its own name. */
export function useChannelNames(): (kind: ChannelKind | null) => string {
  const { t } = useTranslation('templates');
  return (kind) => {
    if (kind === null) return t('variants.anyChannel');
    return kind === 'mail' || kind === 'demo' ? t(known[kind]) : kind;
  };
}
