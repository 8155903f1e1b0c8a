import { Combobox, Textarea, useCombobox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { may } from '../../../../electron/shared/permissions.ts';
import { useSession } from '../../../app/session.tsx';
import { useTRPC } from '../../../rpc/trpc.ts';
import { isMeant, mentionAt, withMention } from './mention-typing.ts';

interface NoteTextProps {
  readonly clientId: ClientId;
  readonly text: string;
  readonly change: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const mostOffered = 8;

/** A note, with the names of this client's people behind an `@`: whoever is named is told. */
export function NoteText({ clientId, text, change, onKeyDown }: NoteTextProps) {
  const { t } = useTranslation('inbox');
  const area = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(text.length);
  const [goTo, setGoTo] = useState<number | null>(null);
  const box = useCombobox();
  const typed = mentionAt(text, caret);
  const offered = usePeople(clientId, typed?.query ?? null);
  const { openDropdown, closeDropdown, selectFirstOption } = box;
  const key = offered.map(({ id }) => id).join();
  useEffect(() => {
    if (key === '') closeDropdown();
    else {
      openDropdown();
      selectFirstOption();
    }
  }, [key, openDropdown, closeDropdown, selectFirstOption]);
  useLayoutEffect(() => {
    if (goTo === null) return;
    area.current?.setSelectionRange(goTo, goTo);
    setCaret(goTo);
    setGoTo(null);
  }, [goTo]);

  function choose(id: string): void {
    const person = offered.find((each) => each.id === id);
    if (!person || !typed) return;
    const next = withMention(text, { ...typed, name: person.name });
    change(next.text);
    setGoTo(next.caret);
  }
  return (
    <Combobox store={box} position="top-start" width={260} withinPortal onOptionSubmit={choose}>
      {/* Closed, the arrow keys belong to the text. */}
      <Combobox.Target autoComplete="off" withKeyboardNavigation={box.dropdownOpened}>
        <Textarea
          ref={area}
          value={text}
          onChange={(event) => {
            change(event.currentTarget.value);
            setCaret(event.currentTarget.selectionStart);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onBlur={() => closeDropdown()}
          onKeyDown={(event) => {
            const choosing = box.dropdownOpened && (event.key === 'Escape' || event.key === 'Enter');
            if (!choosing) onKeyDown(event);
          }}
          aria-label={t('note.name')}
          placeholder={t('note.placeholder')}
          autosize
          minRows={3}
          maxRows={12}
          autoFocus
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={offered.length === 0}>
        <Combobox.Options aria-label={t('note.people')}>
          {offered.map(({ id, name }) => (
            <Combobox.Option key={id} value={id}>
              <bdi>{name}</bdi>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** Those of this client who may read the note and whose names begin so, without oneself; nobody while no name is typed. */
function usePeople(clientId: ClientId, query: string | null) {
  const trpc = useTRPC();
  const { operator: self } = useSession();
  const { data: operators } = useQuery(trpc.operators.list.queryOptions());
  if (query === null || !operators) return [];
  return operators
    .filter((each) => each.id !== self.id && may(each, 'conversations.read', clientId))
    .filter(({ name }) => isMeant(name, query))
    .slice(0, mostOffered);
}
