import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template } from '../../../../electron/shared/templates.ts';
import type { VoiceFinding } from '../../../../electron/shared/voice-guides.ts';
import { useFailureText } from '../../../components/failure/failure-text.ts';
import { replaceText } from '../../../components/voice-editor/replace-text.ts';
import { VoiceEditor, type VoiceEditorHandle } from '../../../components/voice-editor/voice-editor.tsx';
import { failureOf } from '../../../rpc/failure.ts';
import { useTRPC } from '../../../rpc/trpc.ts';
import type { ConversationRef } from '../inbox-place.ts';
import classes from './composer.module.css';
import type { ReplyContent } from './reply-content.ts';
import { slashAt, type Slash } from './slash.ts';
import { TemplateMenu, useTemplates } from './template-menu.tsx';

interface ReplyTextProps {
  readonly at: ConversationRef;
  readonly text: string;
  readonly findings: readonly VoiceFinding[];
  readonly language: string | null;
  readonly change: (part: Partial<ReplyContent>) => void;
  readonly submit: () => void;
  readonly editor: Ref<VoiceEditorHandle>;
}

/** The reply's words, with voice marks; a slash finds a template. */
export function ReplyText({ at, text, findings, language, change, submit, editor }: ReplyTextProps) {
  const { t } = useTranslation('inbox');
  const menuId = useId();
  const box = useRef<HTMLDivElement>(null);
  const [slash, setSlash] = useState<Slash | null>(null);
  const [cursor, setCursor] = useState(0);
  const templates = useTemplates(at.clientId, slash?.query ?? null);
  const trpc = useTRPC();
  const say = useFailureText();
  const render = useMutation(
    trpc.templates.render.mutationOptions({
      onError: (error) => notifications.show({ color: 'red', message: say(failureOf(error)) }),
    }),
  );

  useEffect(() => {
    // A draft is taken up where it was left.
    const area = box.current?.querySelector('textarea');
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);

  function edit(value: string): void {
    const area = box.current?.querySelector('textarea');
    setSlash(slashAt(value, area?.selectionStart ?? value.length));
    setCursor(0);
    change({ text: value });
  }
  async function choose(template: Template): Promise<void> {
    const place = slash;
    setSlash(null);
    const rendered = await render.mutateAsync({ ...at, templateId: template.id }).catch(() => null);
    const area = box.current?.querySelector('textarea');
    if (!rendered || !place || !area) return;
    replaceText(area, { start: place.start, end: place.end, insert: rendered.text });
    setSlash(null);
    change({ templateId: template.id });
  }
  function press(event: KeyboardEvent): void {
    const chosen = templates[cursor];
    if (!slash || event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown') setCursor((cursor + 1) % Math.max(1, templates.length));
    else if (event.key === 'ArrowUp')
      setCursor((cursor + templates.length - 1) % Math.max(1, templates.length));
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen && !event.ctrlKey && !event.metaKey)
      void choose(chosen);
    else if (event.key === 'Escape') setSlash(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
  return (
    <div ref={box} className={classes['text']} onKeyDownCapture={press}>
      {slash && (
        <TemplateMenu
          id={menuId}
          templates={templates}
          cursor={cursor}
          choose={(each) => void choose(each)}
        />
      )}
      <VoiceEditor
        ref={editor}
        value={text}
        onChange={edit}
        findings={findings}
        label={t('composer.text')}
        placeholder={t('composer.placeholder')}
        {...(language ? { lang: language } : {})}
        minRows={5}
        autoFocus
        onSubmit={submit}
      />
    </div>
  );
}
