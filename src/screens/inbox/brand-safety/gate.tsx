import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Client } from '../../../../electron/shared/clients.ts';
import { ClientMark } from '../../../components/client-mark/client-mark.tsx';
import classes from './brand-room.module.css';

interface GateProps {
  readonly kind: 'ask' | 'hold';
  /** Whose conversation was opened. */
  readonly client: Client;
  /** Who is being worked for. */
  readonly before: Client;
  readonly left: number;
  readonly goOn: () => void;
}

/** Stands before another client's conversation for those who work one client at a time. */
export function Gate({ kind, client, before, left, goOn }: GateProps) {
  const { t } = useTranslation('brands');
  const [, go] = useLocation();
  return (
    <section className={classes['gate']} aria-labelledby="brand-gate">
      <div className={classes['heading']}>
        <ClientMark client={before} size="large" named />
        <h2 id="brand-gate">{t(`gate.${kind}Title`, { name: before.name })}</h2>
      </div>
      <p>{t('gate.left', { count: left, name: before.name })}</p>
      {kind === 'hold' && <p>{t('gate.hold', { name: before.name, other: client.name })}</p>}
      <div className={classes['actions']}>
        <Button size="xs" data-autofocus autoFocus onClick={() => go(`/inbox/${before.id}/unanswered`)}>
          {t('gate.back', { name: before.name })}
        </Button>
        {kind === 'ask' && (
          <Button
            size="xs"
            variant="default"
            leftSection={<ClientMark client={client} named />}
            onClick={goOn}
          >
            {t('gate.go', { name: client.name })}
          </Button>
        )}
      </div>
    </section>
  );
}
