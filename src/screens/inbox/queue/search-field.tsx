import { CloseButton, TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ClientId } from '../../../../electron/shared/ids.ts';
import { useSession } from '../../../app/session.tsx';
import { ClientMark } from '../../../components/client-mark/client-mark.tsx';
import { Icon } from '../../../components/icon/icon.tsx';
import classes from './search-field.module.css';
import { useSuggestions, type Suggestion } from './use-suggestions.ts';

interface SearchFieldProps {
  readonly clientId: ClientId | null;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly input: RefObject<HTMLInputElement | null>;
}

/**
 * Where a search is typed. A combo box (WAI-ARIA 1.2): the focus stays in the field while the arrows move in what is
 * offered, Enter takes it, Escape closes it. Below the last offer the arrows go on into the results.
 */
export function SearchField({ clientId, text, setText, input }: SearchFieldProps) {
  const { t } = useTranslation('inbox');
  const id = useId();
  const [caret, setCaret] = useState(0);
  const [out, setOut] = useState(false);
  const [active, setActive] = useState(-1);
  const offered = useSuggestions({ clientId, text, caret, enabled: out });
  const shown = out && offered.length > 0;
  const at = Math.min(active, offered.length - 1);
  const take = (suggestion: Suggestion) => {
    // At once: whoever types on must not find the caret moved under their letters.
    flushSync(() => {
      setText(suggestion.text);
      setCaret(suggestion.caret);
      setActive(-1);
      // An operator asks for its value at once.
      setOut(suggestion.shown.endsWith(':'));
    });
    input.current?.setSelectionRange(suggestion.caret, suggestion.caret);
  };
  useFieldKeys(input, (event) => {
    if (!shown) return false;
    const chosen = offered[at];
    if (event.key === 'ArrowDown' && at < offered.length - 1) setActive(at + 1);
    else if (event.key === 'ArrowUp' && at >= 0) setActive(at - 1);
    else if (event.key === 'Enter' && chosen) take(chosen);
    else if (event.key === 'Escape') setOut(false);
    else {
      if (event.key === 'ArrowDown' || event.key === 'Enter') setOut(false);
      return false;
    }
    return true;
  });
  return (
    <div className={classes['field']}>
      <TextInput
        ref={input}
        size="xs"
        type="search"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={shown ? `${id}-offers` : undefined}
        aria-activedescendant={shown && at >= 0 ? `${id}-${at}` : undefined}
        value={text}
        maxLength={400}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setCaret(currentTarget.selectionStart ?? currentTarget.value.length);
          setActive(-1);
          setOut(true);
        }}
        onFocus={() => setOut(text === '')}
        onBlur={() => setOut(false)}
        onClick={({ currentTarget }) => setCaret(currentTarget.selectionStart ?? 0)}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        leftSection={<Icon name="search" size={14} />}
        rightSection={
          text && <CloseButton size="xs" aria-label={t('search.clear')} onClick={() => setText('')} />
        }
      />
      {shown && (
        <div id={`${id}-offers`} className={classes['offers']} role="listbox" aria-label={t('search.offers')}>
          {offered.map((each, index) => (
            <div
              key={each.key}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              // The field keeps the focus.
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(each)}
            >
              <Offered suggestion={each} />
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function Offered({ suggestion: { shown, hint, clientId } }: { readonly suggestion: Suggestion }) {
  const { clientOf } = useSession();
  const client = clientId && clientOf(clientId);
  return (
    <>
      <bdi className={classes['shown']}>{shown}</bdi>
      {hint && <bdi className={classes['hint']}>{hint}</bdi>}
      {client && <ClientMark client={client} named />}
    </>
  );
}

/** Before the results below, which listen to the same field; `press` says whether the key was meant for the offers. */
function useFieldKeys(
  input: RefObject<HTMLInputElement | null>,
  press: (event: KeyboardEvent) => boolean,
): void {
  const latest = useRef(press);
  useEffect(() => {
    latest.current = press;
  });
  useEffect(() => {
    const field = input.current;
    const listen = (event: KeyboardEvent) => {
      if (event.isComposing || event.keyCode === 229 || !latest.current(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    field?.addEventListener('keydown', listen, { capture: true });
    return () => field?.removeEventListener('keydown', listen, { capture: true });
  }, [input]);
}
