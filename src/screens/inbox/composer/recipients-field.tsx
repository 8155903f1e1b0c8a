import { TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Identity } from '../../../../electron/shared/channels.ts';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { useFormats } from '../../../i18n/use-formats.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import { readAddress, readAddresses, shownAddress } from './addresses.ts';
import { takePaste } from './take-paste.ts';

interface RecipientsFieldProps {
  /** Whose people are offered. */
  readonly clientId: ClientId | null;
  readonly label: string;
  readonly value: readonly Identity[];
  readonly onChange: (value: readonly Identity[]) => void;
  /** What was typed and is no recipient yet. */
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  /** Somebody wants to go on: what is half an address is said to be none, though they may still be typing. */
  readonly tried: boolean;
  /** In a dialog: the field to begin with. */
  readonly autoFocus?: boolean;
  /** What is wrong with the whole list. */
  readonly error?: string | null;
}

const typingMilliseconds = 120;
const freshMilliseconds = 30_000;

/** Addresses as tags, completed from this client's own people; what is no address stays to be mended, and is named. */
export function RecipientsField(props: RecipientsFieldProps) {
  const { clientId, label, value, onChange, typed, onTyped, tried, autoFocus = false, error = null } = props;
  const { t } = useTranslation('inbox');
  const formats = useFormats();
  /** What was left behind as it is: nobody is typing at it any more. */
  const [left, setLeft] = useState(typed);
  // A whole address is taken when the field is left; until then no line below it comes and goes under somebody's click.
  const wrong = tried || typed === left ? readAddresses(typed).wrong : [];
  const offered = usePeople(clientId, typed).filter(
    (person) => !value.some(({ address }) => address.toLowerCase() === person.address.toLowerCase()),
  );

  /** Everything that can be read becomes a tag; the rest is left where it was typed. */
  function take(texts: readonly string[]): void {
    const read = readAddresses(texts.join('\n'));
    onChange(read.people);
    if (read.wrong.length === 0) return;
    setLeft(read.wrong.join(', '));
    onTyped(read.wrong.join(', '));
  }
  function takeTyped(pasted = ''): void {
    onTyped('');
    take([...value.map(shownForReading), typed, pasted]);
  }
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const { current: input } = field;
    const paste = (event: ClipboardEvent) => takePaste(event, takeTyped);
    input?.addEventListener('paste', paste);
    return () => input?.removeEventListener('paste', paste);
  });
  return (
    <TagsInput
      ref={field}
      size="xs"
      label={label}
      value={value.map(shownAddress)}
      data={offered.map(shownAddress)}
      filter={({ options }) => options}
      searchValue={typed}
      onSearchChange={onTyped}
      splitChars={[]}
      acceptValueOnBlur
      // Whoever has typed a whole address means that one, and nobody whose address only begins so.
      selectFirstOptionOnChange={offered.length > 0 && readAddress(typed) === null}
      comboboxProps={{ withinPortal: true }}
      data-autofocus={autoFocus || undefined}
      error={wrong.length === 0 ? error : t('composer.noAddress', { text: formats.list(wrong) })}
      onKeyDown={(event) => {
        if (!/^[,;]$/.test(event.key) || event.nativeEvent.isComposing || isQuoting(typed)) return;
        event.preventDefault();
        if (typed.trim() !== '') takeTyped();
      }}
      onChange={(texts) => take(texts.map(quotedForReading))}
    />
  );
}

/** Inside a name that has a comma of its own. */
const isQuoting = (text: string): boolean => (text.match(/"/g)?.length ?? 0) % 2 === 1;

const shownForReading = ({ name, address }: Identity): string =>
  name ? `"${name.replaceAll('"', '')}" <${address}>` : address;

/** A tag is one person, whatever stands in the name. */
function quotedForReading(shown: string): string {
  const { name = '', address = '' } = /^(?<name>[^"<]*) <(?<address>[^<>]+)>$/.exec(shown)?.groups ?? {};
  return address === '' ? shown : shownForReading({ name, address });
}

function usePeople(clientId: ClientId | null, typed: string): readonly Identity[] {
  const trpc = useTRPC();
  const [text] = useDebouncedValue(typed.trim(), typingMilliseconds);
  const { data } = useQuery(
    trpc.outbox.people.queryOptions(clientId !== null && text.length > 0 ? { clientId, text } : skipToken, {
      staleTime: freshMilliseconds,
    }),
  );
  return text.length > 0 ? (data ?? []) : [];
}
