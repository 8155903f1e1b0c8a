import { Button, CloseButton, Textarea } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../../electron/shared/contacts.ts';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useNow } from '../../../i18n/use-now.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './context-pane.module.css';

interface PersonNotesProps {
  readonly person: Person;
  readonly mayEdit: boolean;
}

/** What colleagues should know of this customer, in whatever conversation; no customer sees it. */
export function PersonNotes({ person, mayEdit }: PersonNotesProps) {
  const { t } = useTranslation('contacts');
  const trpc = useTRPC();
  const { data: operators } = useQuery(trpc.operators.list.queryOptions());
  const remove = useMutation(trpc.contacts.removeNote.mutationOptions());
  const formats = useFormats();
  const now = useNow();
  if (!mayEdit && person.notes.length === 0) return null;
  return (
    <section>
      <h3>{t('notes.title')}</h3>
      <ul className={classes['notes']}>
        {person.notes.map((note) => (
          <li key={note.id}>
            <p dir="auto">{note.text}</p>
            <small>
              <bdi>{operators?.find(({ id }) => id === note.operatorId)?.name ?? t('somebody')}</bdi>
              {', '}
              <time dateTime={note.at} title={formats.exactTime(note.at)}>
                {formats.shortTime(note.at, now)}
              </time>
            </small>
            {mayEdit && (
              <CloseButton
                size="xs"
                aria-label={t('notes.remove')}
                onClick={() => remove.mutate({ clientId: person.clientId, noteId: note.id })}
              />
            )}
          </li>
        ))}
      </ul>
      {mayEdit && <NewNote person={person} />}
    </section>
  );
}

/** Measured by a script, the text would cost the whole page a layout each time that somebody's pane opens. */
const growth = CSS.supports('field-sizing', 'content')
  ? { rows: 1, classNames: { input: classes['growing'] ?? '' } }
  : { autosize: true, minRows: 1, maxRows: 6 };

function NewNote({ person: { clientId, id: contactId } }: { readonly person: Person }) {
  const { t } = useTranslation('contacts');
  const trpc = useTRPC();
  const [text, setText] = useState('');
  const write = useMutation(trpc.contacts.note.mutationOptions({ onSuccess: () => setText('') }));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        write.mutate({ clientId, contactId, text });
      }}
    >
      <Textarea
        size="xs"
        {...growth}
        maxLength={10_000}
        aria-label={t('notes.new')}
        placeholder={t('notes.new')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text.trim() !== '' && (
        <Button type="submit" mt={8} size="compact-sm" variant="default" loading={write.isPending}>
          {t('notes.keep')}
        </Button>
      )}
      {write.error && <FailureNotice failure={failureOf(write.error)} />}
    </form>
  );
}
