import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { NoteText } from '../attention/note-text.tsx';
import type { ConversationRef } from '../inbox-place.ts';
import classes from './composer.module.css';
import { useNoteDraft } from './use-note-draft.ts';

interface NoteFormProps {
  readonly at: ConversationRef;
  /** As far as it was written before. */
  readonly initial: string;
  readonly close: () => void;
}

/** A note for colleagues, kept while it is written. The customer never sees it. */
export function NoteForm({ at, initial, close }: NoteFormProps) {
  const { t } = useTranslation('inbox');
  const trpc = useTRPC();
  const [text, setText] = useState(initial);
  const draft = useNoteDraft(at);
  const add = useMutation(
    trpc.conversations.note.mutationOptions({
      onSuccess() {
        draft.drop();
        close();
      },
    }),
  );
  const save = () => {
    if (text.trim() !== '' && !add.isPending) add.mutate({ ...at, text });
  };
  return (
    <form
      className={classes['note']}
      aria-label={t('note.name')}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {add.error && <FailureNotice failure={failureOf(add.error)} />}
      <NoteText
        clientId={at.clientId}
        text={text}
        change={(next) => {
          setText(next);
          draft.change(next);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text === '') close();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
      />
      <div className={classes['row']}>
        <span className={classes['grow']}>{t('note.privacy')}</span>
        <Button
          size="xs"
          variant="subtle"
          onClick={() => {
            draft.drop();
            close();
          }}
        >
          {t('note.discard')}
        </Button>
        <Button size="xs" type="submit" loading={add.isPending} disabled={text.trim() === ''}>
          {t('note.save')}
        </Button>
      </div>
    </form>
  );
}
