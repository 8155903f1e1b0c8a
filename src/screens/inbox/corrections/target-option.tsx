import { Combobox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CorrectionTarget } from '../../../../electron/shared/corrections.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useNow } from '../../../i18n/use-now.ts';
import classes from './corrections.module.css';

/** A conversation to choose: what it is about, with whom, and how fresh it is. */
export function TargetOption({ target }: { readonly target: CorrectionTarget }) {
  const { t } = useTranslation('corrections');
  const formats = useFormats();
  const now = useNow();
  return (
    <Combobox.Option value={target.id} className={classes['option']}>
      <strong dir="auto">{target.subject || t('noSubject')}</strong>
      <time className={classes['quiet']} dateTime={target.lastMessageAt}>
        {formats.shortTime(target.lastMessageAt, now)}
      </time>
      <bdi className={classes['quiet']}>{target.contactName || target.contactAddress}</bdi>
      <span className={classes['quiet']}>{t('target.messages', { count: target.messageCount })}</span>
    </Combobox.Option>
  );
}
