import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DraftKind, DraftSeen } from '../../../../electron/shared/composing.ts';
import { useSession } from '../../../app/session.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useNow } from '../../../i18n/use-now.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './drafts-kept.module.css';

interface DraftsKeptProps {
  readonly drafts: readonly DraftSeen[];
  readonly mayGoOn: boolean;
  readonly goOn: (kind: DraftKind) => void;
}

/** What somebody has begun to write here and is not writing now: to be read by everybody, and gone on with. */
export function DraftsKept({ drafts, mayGoOn, goOn }: DraftsKeptProps) {
  const { t } = useTranslation('composing');
  const { operator } = useSession();
  const trpc = useTRPC();
  const formats = useFormats();
  const now = useNow();
  const { data: operators } = useQuery(trpc.operators.list.queryOptions());
  if (drafts.length === 0) return null;

  function said({ kind, operatorId, savedAt }: DraftSeen): string {
    const time = formats.shortTime(savedAt, now);
    if (operatorId === null) return t('kept.byRule', { time });
    if (operatorId === operator.id) return t(`kept.own.${kind}`, { time });
    const name = operators?.find(({ id }) => id === operatorId)?.name ?? t('kept.somebody');
    return t(`kept.${kind}`, { name, time });
  }
  return (
    <ul className={classes['kept']} aria-label={t('kept.name')}>
      {drafts.map((draft) => (
        <li key={draft.kind} className={classes['draft']}>
          <span className={classes['who']}>{said(draft)}</span>
          <span className={classes['words']} dir="auto" title={draft.text.slice(0, 2_000)}>
            {draft.text.trim() || t('kept.empty')}
          </span>
          {mayGoOn && (
            <Button size="compact-xs" variant="default" onClick={() => goOn(draft.kind)}>
              {t('kept.goOn')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
