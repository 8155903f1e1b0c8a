import { Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LostOriginals } from '../../../electron/shared/clients.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import classes from './clients.module.css';

/** Files that a sentence names; what stands beside them is seen in their folder. */
const mostNamed = 4;

/** Mail files beside a client's store were damaged or taken away: what that means, and what to do. */
export function LostOriginalsSection({ lost }: { readonly lost: LostOriginals }) {
  const { t } = useTranslation('clients');
  const formats = useFormats();
  const { messages, folder, files } = lost;
  const named = files.length > mostNamed ? [...files.slice(0, mostNamed), '…'] : files;
  return (
    <section className={classes['section']} role="alert">
      <Title order={2}>{t('lostOriginals.title')}</Title>
      <div className={classes['lost']}>
        <p>{t('lostOriginals.text', { count: messages })}</p>
        <p>{t('lostOriginals.advice', { files: formats.list(named), folder })}</p>
      </div>
    </section>
  );
}
