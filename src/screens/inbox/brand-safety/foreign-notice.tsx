import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import { useSession } from '../../../app/session.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import classes from './foreign-notice.module.css';
import type { ForeignPassage } from './use-foreign.ts';

interface ForeignNoticeProps {
  readonly client: Client;
  readonly passages: readonly ForeignPassage[];
  readonly send: (override: { reason: string }) => void;
}

const shortestReason = 3;

/** What keeps a reply back because it looks like another client's; who may send it all the same says why. */
export function ForeignNotice({ client, passages, send }: ForeignNoticeProps) {
  const { t } = useTranslation('brands');
  const { may } = useSession();
  const [reason, setReason] = useState('');
  if (passages.length === 0) return null;
  return (
    <div className={classes['notice']} role="alert">
      <p className={classes['title']}>
        <Icon name="warning" />
        <strong>{t('foreign.title', { count: passages.length })}</strong>
      </p>
      <ul>
        {passages.map(({ field, index, start, words, sentence }) => (
          <li key={`${field} ${index} ${start}`}>
            <span className={classes['field']}>{t(`foreign.fields.${field}`)}</span>
            <bdi className={classes['words']}>{words}</bdi>
            <span>{sentence}</span>
          </li>
        ))}
      </ul>
      {may('brands.override', client.id) ? (
        <form
          className={classes['override']}
          onSubmit={(event) => {
            event.preventDefault();
            send({ reason: reason.trim() });
          }}
        >
          <TextInput
            size="xs"
            className={classes['reason'] ?? ''}
            label={t('foreign.reason')}
            description={t('foreign.recorded')}
            value={reason}
            dir="auto"
            maxLength={500}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button size="xs" variant="default" type="submit" disabled={reason.trim().length < shortestReason}>
            {t('foreign.send')}
          </Button>
        </form>
      ) : (
        <p className={classes['hint']}>{t('foreign.remove', { name: client.name })}</p>
      )}
    </div>
  );
}
