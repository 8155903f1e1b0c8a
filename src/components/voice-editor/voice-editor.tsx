import { Popover } from '@mantine/core';
import { useEffect, useImperativeHandle, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { VoiceFinding } from '../../../electron/shared/voice-guides.ts';
import { changeOf } from '../../../electron/shared/voice/apply-fix.ts';
import { FindingCard } from './finding-card.tsx';
import { replaceText } from './replace-text.ts';
import { findingFrom, findingsAt } from './text-pieces.ts';
import classes from './voice-editor.module.css';
import { VoiceLayer } from './voice-layer.tsx';

/** What the one who places the editor can ask of it. */
export interface VoiceEditorHandle {
  focus(): void;
  /** Types a text at the caret (or over the selection), so that undo takes it back. */
  insert(text: string): void;
  /** Puts the caret at a finding and shows its card. */
  show(finding: VoiceFinding): void;
  /** Applies a fix of a finding, so that undo takes it back. */
  fix(finding: VoiceFinding, fix: string): void;
}

export interface VoiceEditorProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Offsets into `value`: those of `useVoiceFindings` are kept so while one types. */
  readonly findings: readonly VoiceFinding[];
  /** The accessible name. */
  readonly label: string;
  /** `auto` follows the first strong letter of the text, which suits a reply in the customer's language. */
  readonly dir?: 'ltr' | 'rtl' | 'auto';
  /** The language of the text, for spelling and hyphenation. */
  readonly lang?: string;
  readonly placeholder?: string;
  readonly autoFocus?: boolean;
  readonly disabled?: boolean;
  readonly readOnly?: boolean;
  /** The id of what describes the field. */
  readonly describedBy?: string;
  /** `line`: one line of a form; `quiet`: what stands below a reply. */
  readonly look?: 'reply' | 'line' | 'quiet';
  /** Lines that are always there; it grows with the text. */
  readonly minRows?: number;
  /** Sets a finding aside for this once. */
  readonly onIgnore?: ((finding: VoiceFinding, reason: string) => void) | undefined;
  /** Ctrl or Cmd and Enter. */
  readonly onSubmit?: () => void;
  readonly ref?: Ref<VoiceEditorHandle>;
}

interface OpenCard {
  readonly finding: VoiceFinding;
  /** Opened by the keyboard, the card takes the focus; clicked, the text keeps it. */
  readonly focused: boolean;
}

/**
 * A plain text editor that underlines findings of the client's voice guide. It is a real text area, so that input
 * methods, undo, spelling, right-to-left and screen readers work as everywhere; the marks stand on a layer behind it.
 * A click on a mark shows its card; Ctrl or Cmd and full stop shows the card of the finding at or behind the caret, and
 * with Shift its best fix is taken at once.
 */
export function VoiceEditor(props: VoiceEditorProps) {
  const { value, onChange, findings, label, lang, placeholder, onIgnore, onSubmit, ref } = props;
  const { dir = 'auto', autoFocus = false, disabled = false, readOnly = false, minRows = 4 } = props;
  const { look = 'reply', describedBy } = props;
  const isLine = look === 'line';
  const { t } = useTranslation('voice-editor');
  const area = useRef<HTMLTextAreaElement>(null);
  const [card, setCard] = useState<OpenCard | null>(null);
  const shown =
    card && findings.find((each) => each.start === card.finding.start && each.check === card.finding.check);

  useEffect(() => {
    if (autoFocus) area.current?.focus();
  }, [autoFocus]);

  function open(finding: VoiceFinding | null, focused: boolean): void {
    setCard(finding && { finding, focused });
  }
  function close(): void {
    if (card?.focused) area.current?.focus();
    setCard(null);
  }
  function show(finding: VoiceFinding): void {
    area.current?.focus();
    area.current?.setSelectionRange(finding.end, finding.end);
    open(finding, true);
  }
  function fix(finding: VoiceFinding, replacement: string): void {
    setCard(null);
    if (area.current) replaceText(area.current, changeOf(value, finding, replacement));
  }
  useImperativeHandle(ref, () => ({
    focus: () => area.current?.focus(),
    insert(text) {
      const { current } = area;
      if (current)
        replaceText(current, { start: current.selectionStart, end: current.selectionEnd, insert: text });
    },
    show,
    fix,
  }));

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    if (event.nativeEvent.isComposing) return;
    const mod = event.ctrlKey || event.metaKey;
    if (event.key === 'Escape' && card) setCard(null);
    else if (mod && event.key === 'Enter' && onSubmit) onSubmit();
    else if (isLine && event.key === 'Enter' && !mod) setCard(null);
    else if (mod && event.shiftKey && event.code === 'Period') {
      const caret = event.currentTarget.selectionStart;
      const fixable = findings.filter(({ fixes }) => fixes.length > 0);
      const next = findingFrom(fixable, caret);
      if (next) fix(next, next.fixes[0] ?? '');
    } else if (mod && event.key === '.') {
      const next = findingFrom(findings, event.currentTarget.selectionStart);
      if (next) show(next);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <Popover
      opened={Boolean(shown)}
      onDismiss={close}
      position="bottom-start"
      width={320}
      trapFocus={card?.focused ?? false}
      closeOnEscape
      withinPortal
    >
      <div
        className={classes['editor']}
        data-look={look}
        dir={dir === 'auto' ? directionOf(value) : dir}
        lang={lang}
      >
        <VoiceLayer text={value} findings={findings} anchor={shown?.start ?? null} />
        <textarea
          ref={area}
          className={classes['area']}
          value={value}
          rows={minRows}
          aria-label={label}
          placeholder={placeholder}
          disabled={disabled}
          readOnly={readOnly}
          aria-describedby={describedBy}
          spellCheck
          onChange={({ currentTarget: { value: typed } }) => {
            setCard(null);
            onChange(isLine ? typed.replace(/\s*\n\s*/g, ' ') : typed);
          }}
          onClick={({ currentTarget: { selectionStart, selectionEnd } }) => {
            const [clicked] = selectionStart === selectionEnd ? findingsAt(findings, selectionStart) : [];
            open(clicked ?? null, false);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {shown && (
        <Popover.Dropdown aria-label={t('card')} onMouseDown={keepFocus}>
          <FindingCard
            finding={shown}
            onFix={(replacement) => fix(shown, replacement)}
            onIgnore={
              onIgnore &&
              ((reason) => {
                close();
                onIgnore(shown, reason);
              })
            }
          />
        </Popover.Dropdown>
      )}
    </Popover>
  );
}

/** Pressing a button of a clicked card must not take the caret out of the text. */
function keepFocus(event: React.MouseEvent): void {
  const { target } = event;
  if (!(target instanceof HTMLAnchorElement || target instanceof HTMLInputElement)) event.preventDefault();
}

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** Of the first letter that has a direction; the browser's `dir=auto` would look at each layer by itself. */
function directionOf(text: string): 'ltr' | 'rtl' | undefined {
  const [letter] = /\p{L}/u.exec(text) ?? [];
  return letter === undefined ? undefined : rightToLeft.test(letter) ? 'rtl' : 'ltr';
}
