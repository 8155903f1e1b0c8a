import { ActionIcon, Button, SegmentedControl, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { KeySet, Preferences } from '../../../electron/shared/workspace.ts';
import { actionIds, bindingsOf, type ActionId, type Bindings } from '../../app/commands/key-sets.ts';
import { ShownKeys } from '../../app/commands/shown-keys.tsx';
import { places } from '../../app/places.ts';
import { useSession } from '../../app/session.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import { useTRPC } from '../../rpc/trpc.ts';
import { RecordKeys } from './record-keys.tsx';
import classes from './settings.module.css';

const sets: readonly KeySet[] = ['liaison', 'gmail', 'outlook'];

/** Which keys the keyboard has: a known set, and this operator's own over it. */
export function KeysSection() {
  const { t } = useTranslation('keys');
  const { preferences } = useSession();
  const { set, own } = preferences.keys;
  const trpc = useTRPC();
  const prefer = useMutation(trpc.workspace.prefer.mutationOptions());
  const choose = (keys: Preferences['keys']) => prefer.mutate({ ...preferences, keys });
  const [recorded, setRecorded] = useState<ActionId | null>(null);
  const bindings = bindingsOf(set, own);
  return (
    <section className={classes['section']} ref={useGoHere()} tabIndex={-1} aria-label={t('title')}>
      <Title order={2}>{t('title')}</Title>
      <Text c="dimmed">{t('hint')}</Text>
      <div className={classes['row']}>
        <Text>{t('set')}</Text>
        <div>
          <SegmentedControl
            aria-label={t('set')}
            value={set}
            data={sets.map((value) => ({ value, label: t(`sets.${value}`) }))}
            onChange={(value) => {
              const chosen = sets.find((each) => each === value);
              if (chosen) choose({ set: chosen, own });
            }}
          />
        </div>
      </div>
      <ul className={classes['keys']}>
        {actionIds.map((id) => (
          <ActionKeys
            key={id}
            id={id}
            bindings={bindings}
            change={() => setRecorded(id)}
            {...(own[id] ? { reset: () => choose({ set, own: without(own, id) }) } : {})}
          />
        ))}
      </ul>
      {Object.keys(own).length > 0 && (
        <div className={classes['actions']}>
          <Button variant="default" onClick={() => choose({ set, own: {} })}>
            {t('resetAll')}
          </Button>
        </div>
      )}
      {recorded && (
        <RecordKeys
          id={recorded}
          bindings={bindings}
          close={() => setRecorded(null)}
          keep={(next) => choose({ set, own: differing(next, { set, own }) })}
        />
      )}
    </section>
  );
}

interface ActionKeysProps {
  readonly id: ActionId;
  readonly bindings: Bindings;
  readonly change: () => void;
  /** Present where it has keys of its own. */
  readonly reset?: () => void;
}

function ActionKeys({ id, bindings, change, reset }: ActionKeysProps) {
  const { t } = useTranslation('keys');
  const keys = bindings[id] ?? [];
  const action = t(`actions.${id}`);
  return (
    <li>
      <span>{action}</span>
      <span className={classes['caps']}>
        {keys.length === 0 && <Text c="dimmed">{t('none')}</Text>}
        {keys.map((each) => (
          <ShownKeys key={each} keys={each} />
        ))}
      </span>
      <span className={classes['keyActions']}>
        {reset && (
          <Button size="compact-xs" variant="subtle" aria-label={`${t('reset')}: ${action}`} onClick={reset}>
            {t('reset')}
          </Button>
        )}
        <ActionIcon variant="subtle" aria-label={t('change', { action })} onClick={change}>
          <Icon name="write" size={14} />
        </ActionIcon>
      </span>
    </li>
  );
}

const copied = (own: Bindings): Record<string, string[]> =>
  Object.fromEntries(Object.entries(own).map(([id, keys]): [string, string[]] => [id, [...keys]]));

const without = (own: Bindings, id: string): Record<string, string[]> =>
  copied(Object.fromEntries(Object.entries(own).filter(([each]) => each !== id)));

/** What is other than in the set; only that is kept, so that a set can be changed later. */
function differing(next: Bindings, { set, own }: Preferences['keys']): Record<string, string[]> {
  const before = bindingsOf(set, own);
  const changed = actionIds.filter((id) => next[id]?.join() !== before[id].join());
  return copied({ ...own, ...Object.fromEntries(changed.map((id) => [id, next[id] ?? []])) });
}

/** Whoever comes from the sheet of keys lands here. */
function useGoHere() {
  const section = useRef<HTMLElement>(null);
  const [location] = useLocation();
  const isMeant = location === `${places.settings}/keys`;
  useEffect(() => {
    if (!isMeant) return;
    section.current?.focus();
    section.current?.scrollIntoView({ block: 'start' });
  }, [isMeant]);
  return section;
}
