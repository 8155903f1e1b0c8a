import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import type { OutgoingAttachment } from '../../../../electron/shared/outbox.ts';
import type { OfferedTemplate } from '../../../../electron/shared/templates.ts';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { replaceText } from '../../../components/voice-editor/replace-text.ts';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';
import { caretPlace, type CaretPlace } from './caret-place.ts';
import { countPlaceholders, nextPlaceholder } from './placeholders.ts';
import type { ReplyContent } from './reply-content.ts';
import { slashAt, type Slash } from './slash.ts';
import { matchingTemplates } from './template-matches.ts';

interface PickerOptions {
  readonly at: ConversationRef;
  /** Holds the text area. */
  readonly box: RefObject<HTMLElement | null>;
  readonly change: (part: Partial<ReplyContent>) => void;
  readonly addFiles: (files: readonly OutgoingAttachment[]) => void;
}

export interface TemplatePicking {
  /** Null while nobody looks for a template. */
  readonly open: {
    readonly place: CaretPlace;
    readonly matches: readonly OfferedTemplate[];
    readonly loading: boolean;
  } | null;
  readonly cursor: number;
  /** Placeholders that Tab goes to, after a template was put in. */
  readonly left: number;
  /** To be told of every change of the text. */
  edited(value: string): void;
  press(event: KeyboardEvent): void;
  choose(template: OfferedTemplate): void;
}

interface Open extends Slash {
  readonly place: CaretPlace;
}

const freshMilliseconds = 30_000;

/** A slash at the caret opens the picker; Escape closes it and leaves what was typed. */
export function useTemplatePicker({ at, box, change, addFiles }: PickerOptions): TemplatePicking {
  const trpc = useTRPC();
  const say = useFailureText();
  const [slash, setSlash] = useState<Open | null>(null);
  const [refused, setRefused] = useState<number | null>(null);
  const [cursor, setCursor] = useState(0);
  const [left, setLeft] = useState(0);
  const { data: offered } = useQuery(
    trpc.templates.offered.queryOptions(at, { enabled: slash !== null, staleTime: freshMilliseconds }),
  );
  const insert = useMutation(
    trpc.templates.insert.mutationOptions({
      onError: (error) => notifications.show({ color: 'red', message: say(failureOf(error)) }),
    }),
  );
  const area = () => box.current?.querySelector('textarea') ?? null;
  const begin = slash?.start ?? null;
  useEffect(() => {
    if (begin === null) return undefined;
    // The caret has left the word behind the slash.
    const moved = () => {
      const field = box.current?.querySelector('textarea');
      if (field && slashAt(field.value, field.selectionStart)?.start !== begin) setSlash(null);
    };
    document.addEventListener('selectionchange', moved);
    return () => document.removeEventListener('selectionchange', moved);
  }, [begin, box]);
  const matches = slash ? matchingTemplates(offered ?? [], slash.query) : [];

  function look(value: string): void {
    const field = area();
    const found = field && slashAt(value, field.selectionStart);
    if (!field || !found) setRefused(null);
    const stays = found !== null && found.start === refused;
    setSlash(field && found && !stays ? { ...found, place: caretPlace(field, found.start) } : null);
    setCursor(0);
  }
  function toPlaceholder(field: HTMLTextAreaElement, from: number): boolean {
    const next = nextPlaceholder(field.value, from);
    setLeft(next ? countPlaceholders(field.value) : 0);
    if (next) field.setSelectionRange(next.start, next.end);
    return next !== null;
  }
  async function choose(template: OfferedTemplate): Promise<void> {
    const place = slash;
    setSlash(null);
    const made = await insert.mutateAsync({ ...at, templateId: template.id }).catch(() => null);
    const field = area();
    if (!made || !place || !field) return;
    // Somebody may have typed on while the text was being filled.
    const stands = field.value.slice(place.start, place.end).toLowerCase() === `/${place.query}`;
    const { start, end } = stands ? place : { start: field.selectionStart, end: field.selectionEnd };
    replaceText(field, { start, end, insert: made.text });
    setSlash(null);
    change({ templateId: template.id });
    if (made.attachments.length > 0) addFiles(made.attachments);
    if (countPlaceholders(made.text) > 0) toPlaceholder(field, start);
  }
  function pressOpen(event: KeyboardEvent, open: Open): boolean {
    const chosen = matches[cursor];
    const count = Math.max(1, matches.length);
    if (event.key === 'ArrowDown') setCursor((cursor + 1) % count);
    else if (event.key === 'ArrowUp') setCursor((cursor + count - 1) % count);
    else if (event.key === 'Escape') {
      setRefused(open.start);
      setSlash(null);
    } else if ((event.key === 'Enter' || event.key === 'Tab') && chosen && !event.ctrlKey && !event.metaKey)
      void choose(chosen);
    else return false;
    return true;
  }
  /** While placeholders are being filled Tab goes to the next one; Escape gives Tab back. */
  function pressFilling(event: KeyboardEvent): boolean {
    const field = area();
    if (left === 0 || !field) return false;
    if (event.key === 'Escape') return (setLeft(0), true);
    if (event.key !== 'Tab' || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return false;
    return toPlaceholder(field, field.selectionEnd);
  }

  return {
    open: slash && { place: slash.place, matches, loading: offered === undefined },
    cursor,
    left,
    edited(value) {
      look(value);
      if (left > 0) setLeft(countPlaceholders(value));
      change({ text: value });
    },
    press(event) {
      if (event.nativeEvent.isComposing) return;
      if (!(slash ? pressOpen(event, slash) : pressFilling(event))) return;
      event.preventDefault();
      event.stopPropagation();
    },
    choose: (template) => void choose(template),
  };
}
