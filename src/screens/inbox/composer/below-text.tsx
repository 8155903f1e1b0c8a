import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Manner, QuoteMode } from '../../../../electron/shared/composing.ts';
import type { Composer } from '../../../../electron/shared/outbox.ts';
import type { VoiceFinding } from '../../../../electron/shared/voice-guides.ts';
import type { VoiceEditorHandle } from '../../../components/voice-editor/voice-editor.tsx';
import { useTRPC } from '../../../rpc/trpc.ts';
import classes from './below-text.module.css';
import { OriginalText } from './original-text.tsx';
import type { ReplyContent } from './reply-content.ts';
import { useSignature } from './use-signature.ts';

const modes = ['none', 'last', 'thread'] as const satisfies readonly QuoteMode[];

interface BelowTextProps {
  readonly composer: Composer;
  readonly content: ReplyContent;
  /** Nothing was said yet: there is nothing to quote. */
  readonly first: boolean;
  readonly change: (part: Partial<ReplyContent>) => void;
  /** What the voice guide says of words written into what is handed on. */
  readonly findings: readonly VoiceFinding[];
  readonly onIgnore: (finding: VoiceFinding, reason: string) => void;
  readonly editor: Ref<VoiceEditorHandle>;
}

/** What will stand below the words: the signature of this address, and what is repeated or handed on. */
export function BelowText(props: BelowTextProps) {
  const { composer, content, first, change, findings, onIgnore, editor } = props;
  const { manner } = content;
  const set = (part: Partial<Manner>) => change({ manner: { ...manner, ...part } });
  const signature = useSignature(composer, content);
  const [opened, setOpened] = useState(false);
  const open = opened || findings.length > 0;
  const mode = manner.quote ?? composer.quote;
  const quotes = composer.kind === 'forward' || (!first && mode !== 'none');
  return (
    <div className={classes['below']}>
      <div className={classes['choices']}>
        <SignatureChoice text={signature} signed={manner.signed} choose={(signed) => set({ signed })} />
        {!first && composer.kind === 'reply' && (
          <QuoteChoice mode={mode} choose={(quote) => set({ quote })} />
        )}
        {quotes && <ShowQuoted kind={composer.kind} open={open} toggle={() => setOpened(!open)} />}
      </div>
      {manner.signed && signature !== '' && <Signature text={signature} />}
      {composer.kind === 'forward' && <KeepsWaiting />}
      {quotes && open && composer.kind === 'reply' && <Quoted composer={composer} manner={manner} />}
      {quotes && open && composer.kind === 'forward' && (
        <OriginalText
          composer={composer}
          manner={manner}
          change={(changed) => change({ manner: changed })}
          findings={findings}
          onIgnore={onIgnore}
          editor={editor}
        />
      )}
    </div>
  );
}

interface SignatureChoiceProps {
  readonly text: string;
  readonly signed: boolean;
  readonly choose: (signed: boolean) => void;
}

function SignatureChoice({ text, signed, choose }: SignatureChoiceProps) {
  const { t } = useTranslation('composing');
  if (text === '') return null;
  return (
    <Checkbox
      size="xs"
      label={t('signature.with')}
      checked={signed}
      onChange={({ currentTarget }) => choose(currentTarget.checked)}
    />
  );
}

/** Nobody should take handing on for answering. */
function KeepsWaiting() {
  const { t } = useTranslation('composing');
  return <span>{t('forward.keepsWaiting')}</span>;
}

function Signature({ text }: { readonly text: string }) {
  const { t } = useTranslation('composing');
  return (
    <pre className={classes['signature']} role="note" aria-label={t('signature.name')} dir="auto">
      {text}
    </pre>
  );
}

function QuoteChoice({
  mode,
  choose,
}: {
  readonly mode: QuoteMode;
  readonly choose: (mode: QuoteMode) => void;
}) {
  const { t } = useTranslation('composing');
  const id = useId();
  return (
    <span className={classes['quote']}>
      <label htmlFor={id}>{t('quote.label')}</label>
      <NativeSelect
        id={id}
        size="xs"
        data={modes.map((value) => ({ value, label: t(`quote.${value}`) }))}
        value={mode}
        onChange={({ currentTarget }) => choose(modes[currentTarget.selectedIndex] ?? 'last')}
      />
    </span>
  );
}

interface ShowQuotedProps {
  readonly kind: Composer['kind'];
  readonly open: boolean;
  readonly toggle: () => void;
}

function ShowQuoted({ kind, open, toggle }: ShowQuotedProps) {
  const { t } = useTranslation('composing');
  const label =
    kind === 'forward'
      ? t(open ? 'quote.hideOriginal' : 'quote.showOriginal')
      : t(open ? 'quote.hide' : 'quote.show');
  return (
    <>
      {kind === 'forward' && <span>{t('quote.original')}</span>}
      <Button size="compact-xs" variant="subtle" aria-expanded={open} onClick={toggle}>
        {label}
      </Button>
    </>
  );
}

function Quoted({ composer, manner }: { readonly composer: Composer; readonly manner: Manner }) {
  const { t } = useTranslation('composing');
  const trpc = useTRPC();
  const { clientId, conversationId, kind } = composer;
  const { data } = useQuery(
    trpc.outbox.quotation.queryOptions({
      ...{ clientId, conversationId, kind },
      manner: { ...manner, forwarded: [...manner.forwarded] },
    }),
  );
  return (
    <textarea
      className={classes['quoted']}
      aria-label={t('quote.shown')}
      dir="auto"
      rows={7}
      readOnly
      value={data ?? ''}
    />
  );
}
