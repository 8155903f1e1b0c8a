import { UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icon/icon.tsx';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';
import classes from './corrections.module.css';
import { useCorrections } from './use-corrections.tsx';

/** Where a thread of mail went on under another subject: the conversations before and after it, a click away. */
export function TopicLines({ at }: { readonly at: ConversationRef }) {
  const { t } = useTranslation('corrections');
  const trpc = useTRPC();
  const { open } = useCorrections(at);
  const { data } = useQuery(trpc.corrections.links.queryOptions(at));
  const links = [
    ...(data?.from ?? []).map((link) => ({ ...link, way: 'from' as const })),
    ...(data?.to ?? []).map((link) => ({ ...link, way: 'to' as const })),
  ];
  if (links.length === 0) return null;
  return (
    <ul className={classes['topics']}>
      {links.map(({ id, subject, way }) => (
        <li key={`${way} ${id}`}>
          <Icon name={way === 'from' ? 'back' : 'right'} size={12} mirrored />
          <UnstyledButton className={classes['link']} onClick={() => open(id)}>
            {t(`topic.${way}`, { subject: `\u2068${subject || t('noSubject')}\u2069` })}
          </UnstyledButton>
        </li>
      ))}
    </ul>
  );
}
