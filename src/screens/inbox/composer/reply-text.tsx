import { lazy, Suspense, useEffect, useId, useRef, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutgoingAttachment } from '../../../../electron/shared/outbox.ts';
import type { VoiceFinding } from '../../../../electron/shared/voice-guides.ts';
import { VoiceEditor, type VoiceEditorHandle } from '../../../components/voice-editor/voice-editor.tsx';
import type { ConversationRef } from '../inbox-place.ts';
import classes from './composer.module.css';
import type { ReplyContent } from './reply-content.ts';
import type { ComposerWords } from './use-composer-words.ts';
import { useSpelling } from './use-spelling.ts';
import { useTemplatePicker } from './use-template-picker.ts';

const TemplatePicker = lazy(async () => {
  const { TemplatePicker: picker } = await import('./template-picker.tsx');
  return { default: picker };
});

interface ReplyTextProps {
  readonly at: ConversationRef;
  readonly words: Pick<ComposerWords, 'text' | 'placeholder'>;
  readonly text: string;
  readonly findings: readonly VoiceFinding[];
  readonly onIgnore: (finding: VoiceFinding, reason: string) => void;
  readonly language: string | null;
  readonly change: (part: Partial<ReplyContent>) => void;
  /** Files that came with a template; they are in the draft already. */
  readonly addFiles: (files: readonly OutgoingAttachment[]) => void;
  readonly submit: () => void;
  readonly editor: Ref<VoiceEditorHandle>;
}

/** The reply's words, with voice marks; a slash finds a template. */
export function ReplyText(props: ReplyTextProps) {
  const { at, words, text, findings, onIgnore, language, change, addFiles, submit, editor } = props;
  const { t } = useTranslation('inbox');
  const pickerId = useId();
  const box = useRef<HTMLDivElement>(null);
  useSpelling(language);
  const picking = useTemplatePicker({ at, box, change, addFiles });

  useEffect(() => {
    // A draft is taken up where it was left.
    const area = box.current?.querySelector('textarea');
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);

  return (
    <div ref={box} className={classes['text']} onKeyDownCapture={picking.press}>
      {picking.open && (
        <Suspense>
          <TemplatePicker
            id={pickerId}
            box={box}
            {...picking.open}
            cursor={picking.cursor}
            language={language}
            choose={picking.choose}
          />
        </Suspense>
      )}
      <VoiceEditor
        ref={editor}
        value={text}
        onChange={picking.edited}
        findings={findings}
        onIgnore={onIgnore}
        label={words.text}
        placeholder={words.placeholder}
        {...(language ? { lang: language } : {})}
        minRows={5}
        autoFocus
        onSubmit={submit}
      />
      {picking.left > 0 && (
        <p className={classes['filling']} role="status">
          {t('template.filling', { count: picking.left })}
        </p>
      )}
    </div>
  );
}
