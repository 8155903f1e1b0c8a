import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import { useCommands } from '../../../app/commands/commands.ts';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { NoteText } from '../attention/note-text.tsx';
import { PasteDialog } from '../brand-safety/paste-dialog.tsx';
import { useGuardedPaste } from '../brand-safety/use-guarded-paste.ts';
import type { ConversationRef } from '../inbox-place.ts';
import classes from './composer.module.css';
import { textLeft } from './left-over.ts';
import { useNoteDraft } from './use-note-draft.ts';

interface NoteFormProps {
  readonly at: ConversationRef;
  readonly client: Client;
  /** As far as it was written before. */
  readonly initial: string;
  readonly close: () => void;
}

/** A note for colleagues, kept while it is written. The customer never sees it; another client's words don't belong in it. */
export function NoteForm({ at, client, initial, close }: NoteFormProps) {
  const { t } = useTranslation('inbox');
  const trpc = useTRPC();
  const [text, setText] = useState(initial);
  const latest = useRef(text);
  latest.current = text;
  const frame = useRef<HTMLFormElement>(null);
  const paste = useGuardedPaste(frame, at);
  const draft = useNoteDraft(at, initial);
  const add = useMutation(
    trpc.conversations.note.mutationOptions({
      onSuccess(_, added) {
        // What was written since is the next note.
        const left = textLeft(added.text, latest.current);
        setText(left);
        draft.change(left);
        if (left === '') close();
      },
    }),
  );
  const save = () => {
    if (text.trim() !== '' && !add.isPending) add.mutate({ ...at, text });
  };
  const discard = () => {
    draft.drop();
    close();
  };
  useCommands([{ id: 'discard', group: 'reply', label: t('note.discardNote'), run: discard }]);
  return (
    <form
      ref={frame}
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
        <Button size="xs" variant="subtle" onClick={discard}>
          {t('note.discard')}
        </Button>
        <Button size="xs" type="submit" loading={add.isPending} disabled={text.trim() === ''}>
          {t('note.save')}
        </Button>
      </div>
      <Suspense fallback={null}>
        <PasteDialog client={client} paste={paste} />
      </Suspense>
    </form>
  );
}
