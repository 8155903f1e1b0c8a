import { Button, Text, TextInput } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { type ComponentType, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import { failureOf } from '../../rpc/failure.ts';
import classes from './automation.module.css';
import { doubleIn, moved, replaced, rowOf, without, type Named } from './list-edits.ts';
import { OrderButtons } from './order-buttons.tsx';
import { useRows, type Edited } from './use-rows.ts';

interface EntryDraft extends Named {
  readonly id: string | null;
}

export interface EntryProps<Draft> {
  readonly draft: Draft;
  /** One before it is called so already. */
  readonly isDouble: boolean;
  readonly change: (draft: Draft) => void;
  /** The buttons that move it. */
  readonly order: ReactNode;
}

interface EntriesFormProps<Draft extends EntryDraft> {
  /** Where its words stand. */
  readonly of: 'fields' | 'statuses';
  readonly initial: readonly Draft[];
  readonly empty: Draft;
  readonly mayRemove: (draft: Draft) => boolean;
  /** So many there may be of those that count. */
  readonly most: number;
  readonly counts: (draft: Draft) => boolean;
  readonly entry: ComponentType<EntryProps<Draft>>;
  readonly saving: Pick<UseMutationResult<unknown, unknown>, 'isPending' | 'isSuccess' | 'error' | 'reset'>;
  readonly send: (edited: Edited<Draft>) => Promise<readonly Pick<Draft, 'id'>[]>;
}

/** Entries with names of their own, in an order that can be changed, saved together. */
export function EntriesForm<Draft extends EntryDraft>(props: EntriesFormProps<Draft>) {
  const { of, initial, empty, mayRemove, most, counts, entry: Entry, saving, send } = props;
  const { t } = useTranslation('automation');
  const { rows, removed, isSaved, change, save } = useRows(initial, saving);
  const double = doubleIn(rows.map(({ draft }) => draft));
  const isFull = rows.filter(({ draft }) => counts(draft)).length >= most;
  const form = useRef<HTMLFormElement>(null);
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        if (double === null) save(send);
      }}
    >
      {rows.length === 0 && <Text c="dimmed">{t(`${of}.none`)}</Text>}
      {rows.map(({ key, draft }, index) => (
        <Entry
          key={key}
          draft={draft}
          isDouble={double === index}
          change={(next) => change(replaced(rows, index, { key, draft: next }))}
          order={
            <OrderButtons
              name={draft.name}
              index={index}
              count={rows.length}
              move={(by) => change(moved(rows, index, by))}
              {...(mayRemove(draft) && {
                remove: () => {
                  focusBeside(form.current, index);
                  change(without(rows, index));
                },
                removeLabel: t(`${of}.remove`, { name: draft.name }),
              })}
            />
          }
        />
      ))}
      {removed.length > 0 && <p className={classes['quiet']}>{t(`${of}.kept`)}</p>}
      {isFull && (
        <p className={classes['quiet']} role="status">
          {t(`${of}.full`, { most })}
        </p>
      )}
      {saving.error !== null && <FailureNotice failure={failureOf(saving.error)} />}
      <div className={classes['actions']}>
        <Button
          data-adds
          variant="default"
          leftSection={<Icon name="plus" />}
          disabled={isFull}
          onClick={() => change([...rows, rowOf(empty)])}
        >
          {t(`${of}.add`)}
        </Button>
        <Button type="submit" loading={saving.isPending} disabled={double !== null}>
          {t(isSaved ? 'saved' : 'save')}
        </Button>
      </div>
    </form>
  );
}

/** Where an entry goes, the keyboard goes on at the next, at the one before it, or at what adds one. */
function focusBeside(form: HTMLFormElement | null, index: number): void {
  const names = form?.querySelectorAll<HTMLElement>('[data-name]');
  const adding = form?.querySelector<HTMLElement>('[data-adds]');
  (names?.[index + 1] ?? names?.[index - 1] ?? adding)?.focus();
}

interface EntryFrameProps<Draft> extends EntryProps<Draft> {
  readonly of: 'fields' | 'statuses';
  readonly longestName: number;
  /** What kind of entry it is: stands beside the name. */
  readonly kind: ReactNode;
  readonly children: ReactNode;
}

/** An entry: its name, and what it is beside the name and below. */
export function EntryFrame<Draft extends EntryDraft>(props: EntryFrameProps<Draft>) {
  const { of, longestName, draft, isDouble, change, kind, order, children } = props;
  const { t } = useTranslation('automation');
  return (
    <div className={classes['entry']} role="group" aria-label={draft.name || t(`${of}.add`)}>
      <div className={classes['line']}>
        <TextInput
          className={classes['grow'] ?? ''}
          label={t(`${of}.name`)}
          data-name
          autoFocus={draft.id === null && draft.name === ''}
          required
          maxLength={longestName}
          error={isDouble && t('double')}
          value={draft.name}
          onChange={(event) => change({ ...draft, name: event.currentTarget.value })}
        />
        {kind}
        {order}
      </div>
      {children}
    </div>
  );
}
