import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';
import classes from './composer.module.css';

/** A note for colleagues. The customer never sees it. */
export function NoteForm({ at, close }: { readonly at: ConversationRef; readonly close: () => void }) {
  const { t } = useTranslation('inbox');
  const trpc = useTRPC();
  const [text, setText] = useState('');
  const add = useMutation(trpc.conversations.note.mutationOptions({ onSuccess: close }));
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
      <Textarea
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        aria-label={t('note.name')}
        placeholder={t('note.placeholder')}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text === '') close();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
        }}
        autosize
        minRows={3}
        maxRows={12}
        autoFocus
      />
      <div className={classes['row']}>
        <span className={classes['grow']}>{t('note.privacy')}</span>
        <Button size="xs" variant="subtle" onClick={close}>
          {t('note.discard')}
        </Button>
        <Button size="xs" type="submit" loading={add.isPending} disabled={text.trim() === ''}>
          {t('note.save')}
        </Button>
      </div>
    </form>
  );
}
