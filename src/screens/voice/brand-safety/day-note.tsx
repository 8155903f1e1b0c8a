import { Button, Select, Text, Textarea, Title } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from '../voice.module.css';
import { useOperatorName } from './use-operator-name.ts';

const hours = [2, 8, 24, 72, 168] as const;
const hour = 3_600_000;

/** What is going on today, said to everybody who moves to this client until it expires. */
export function DayNoteSection({ client }: { readonly client: Client }) {
  const { t } = useTranslation('brands');
  const trpc = useTRPC();
  const formats = useFormats();
  const nameOf = useOperatorName();
  const clientId = client.id;
  const { data: note = null } = useQuery(trpc.brandSafety.note.queryOptions({ clientId }));
  const [text, setText] = useState<string | null>(null);
  const [shownFor, setShownFor] = useState<number>(hours[1]);
  const save = useMutation(trpc.brandSafety.setNote.mutationOptions({ onSuccess: () => setText(null) }));
  const set = (words: string) =>
    save.mutate({ clientId, text: words, expiresAt: new Date(Date.now() + shownFor * hour).toISOString() });
  const shown = text ?? note?.text ?? '';
  return (
    <form
      className={classes['section']}
      onSubmit={(event) => {
        event.preventDefault();
        set(shown);
      }}
    >
      <Title order={2}>{t('today.label')}</Title>
      <Textarea
        aria-label={t('today.label')}
        description={t('today.hint', { name: client.name })}
        value={shown}
        dir="auto"
        maxLength={500}
        autosize
        minRows={2}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {note && (
        <Text c="dimmed" size="sm">
          {t('today.by', { name: nameOf(note.operatorId), time: formats.exactTime(note.writtenAt) })} ·{' '}
          {t('today.until', { time: formats.exactTime(note.expiresAt) })}
        </Text>
      )}
      <div className={classes['noteActions']}>
        <Select
          size="xs"
          label={t('today.hours')}
          data={hours.map((count) => ({ value: String(count), label: t('today.for', { count }) }))}
          value={String(shownFor)}
          allowDeselect={false}
          onChange={(value) => setShownFor(Number(value))}
        />
        <Button size="xs" type="submit" disabled={shown.trim() === ''} loading={save.isPending}>
          {t('today.save')}
        </Button>
        {note && (
          <Button size="xs" variant="default" onClick={() => set('')}>
            {t('today.clear')}
          </Button>
        )}
      </div>
      {save.error && <FailureNotice failure={failureOf(save.error)} />}
    </form>
  );
}
