import { Button, CloseButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { Composer as Binding } from '../../../../electron/shared/outbox.ts';
import { useCommands } from '../../../app/commands/commands.ts';
import { ClientMark, clientLook } from '../../../components/client-mark/client-mark.tsx';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { useVoiceFindings } from '../../../components/voice-editor/use-voice-findings.ts';
import { VoiceCount } from '../../../components/voice-editor/voice-count.tsx';
import type { VoiceEditorHandle } from '../../../components/voice-editor/voice-editor.tsx';
import { useTRPC, useTRPCClient } from '../../../rpc/trpc.ts';
import { ForeignNotice } from '../brand-safety/foreign-notice.tsx';
import { PasteDialog } from '../brand-safety/paste-dialog.tsx';
import { useForeign } from '../brand-safety/use-foreign.ts';
import { noteSent } from '../brand-safety/use-switch-times.ts';
import { useGuardedPaste } from '../brand-safety/use-guarded-paste.ts';
import { Checklist } from './checklist.tsx';
import { ComposerFields } from './composer-fields.tsx';
import classes from './composer.module.css';
import { obstacleOf, obstacleOfRefusal } from './obstacle.ts';
import { ObstacleLine } from './obstacle-line.tsx';
import { OutgoingFiles } from './outgoing-files.tsx';
import { ReplyText } from './reply-text.tsx';
import { SendRow } from './send-row.tsx';
import { useAttach } from './use-attach.ts';
import { useDraft } from './use-draft.ts';
import { useFileDrop } from './use-file-drop.ts';
import { useSendDialog } from '../moment/use-moment-dialog.tsx';
import { useSend, type Departure, type ThenStatus } from './use-send.tsx';
import { useTicks } from './use-ticks.ts';

interface ComposerProps {
  /** What it is bound to: taken once, when it opens. */
  readonly composer: Binding;
  readonly client: Client;
  /** Nothing was said yet: it answers nobody. */
  readonly first: boolean;
  /** The customer's, where it is known. */
  readonly language: string | null;
  readonly close: () => void;
  /** The draft is gone, and the conversation with it where nothing else was in it. */
  readonly discarded: () => void;
  readonly goOn: () => void;
}

const noDefinitions = [] as const;

/** A reply as one client, in its colours: there is no way to change whose it is. */
export function Composer(props: ComposerProps) {
  const { composer: given, client, first, language, close, discarded, goOn } = props;
  const { t } = useTranslation('inbox');
  const [composer] = useState(given);
  const { clientId, conversationId } = composer;
  const at = { clientId, conversationId };
  const trpc = useTRPC();
  const rpc = useTRPCClient();
  const frame = useRef<HTMLElement>(null);
  const editor = useRef<VoiceEditorHandle>(null);
  const draft = useDraft(composer);
  const { content, change } = draft;
  const [checked, setChecked] = useTicks(composer, content.text);
  const [tried, setTried] = useState<Departure | null>(null);
  const { data: guide } = useQuery(trpc.voice.guide.queryOptions({ clientId }));
  const voice = useVoiceFindings(guide?.definitions ?? noDefinitions, content.text);
  const foreign = useForeign(at, content);
  const findings = [...voice.findings, ...foreign.marks];
  const paste = useGuardedPaste(frame, at);
  const kept = useRef(content.attachments);
  kept.current = content.attachments;
  const files = useAttach(at, (file) => change({ attachments: [...kept.current, file] }));
  const onSent = () => {
    noteSent();
    close();
    goOn();
  };
  useFileDrop(frame, files.add);
  const sending = useSend({ composer, client, draft, checked, onSent });
  const obstacle = obstacleOf({
    content,
    canSend: composer.canSend,
    checklist: composer.checklist,
    checked,
    findings: voice.findings,
    errorsBlock: guide?.errorsBlockSending ?? false,
  });

  const refused = obstacleOfRefusal(sending.failure);
  const inTheWay = tried === null ? null : (obstacle ?? refused);

  const { ask: askWhen, dialog: whenDialog } = useSendDialog(client, (sendAt) =>
    leave({ status: 'waiting', sendAt }),
  );

  function leave(departure: Departure): void {
    setTried(departure);
    if (obstacle === null && foreign.passages.length === 0) sending.send(departure);
  }
  function send(then: ThenStatus): void {
    leave({ status: then, sendAt: null });
  }
  function discard(): void {
    draft.saver.forget();
    void rpc.outbox.discardDraft.mutate(at);
    discarded();
  }
  useCommands([
    {
      id: 'send',
      group: 'reply',
      label: t('composer.send', { name: client.name }),
      keys: ['Mod+Enter'],
      whileTyping: true,
      run: () => send('waiting'),
    },
    {
      id: 'send-resolve',
      group: 'reply',
      label: t('composer.then.resolved', { name: client.name }),
      keys: ['Mod+Shift+Enter'],
      whileTyping: true,
      run: () => send('resolved'),
    },
  ]);
  return (
    <section
      ref={frame}
      className={classes['composer']}
      aria-label={t(first ? 'composer.firstName' : 'composer.name', { name: client.name })}
      {...clientLook(client)}
    >
      <div className={classes['weave']} />
      <header className={classes['as']}>
        <ClientMark client={client} named />
        <strong>{t('composer.as', { name: client.name })}</strong>
        <span className={classes['grow']} role="status">
          {draft.state === 'clean' ? null : t(`draft.${draft.state}`)}
        </span>
        <Button size="compact-xs" variant="subtle" onClick={discard}>
          {t('composer.discard')}
        </Button>
        <CloseButton size="sm" aria-label={t('composer.later')} title={t('composer.later')} onClick={close} />
      </header>
      <ComposerFields identities={composer.identities} content={content} change={change} />
      <ReplyText
        at={at}
        first={first}
        text={content.text}
        findings={findings}
        language={language}
        change={change}
        addFiles={(added) => change({ attachments: [...kept.current, ...added] })}
        submit={() => send('waiting')}
        editor={editor}
      />
      <OutgoingFiles
        files={content.attachments}
        pending={files.pending}
        remove={(file) => change({ attachments: content.attachments.filter((each) => each.id !== file.id) })}
      />
      <Checklist items={composer.checklist} checked={checked} onChange={setChecked} />
      {sending.failure && !refused && <FailureNotice failure={sending.failure} />}
      {tried !== null && inTheWay && (
        <ObstacleLine
          obstacle={inTheWay}
          clientName={client.name}
          sendAnyway={() => sending.send(tried, { overrideVoice: true })}
        />
      )}
      <ForeignNotice
        client={client}
        passages={foreign.passages}
        send={(overrideBrands) =>
          sending.send(tried ?? { status: 'waiting', sendAt: null }, { overrideBrands })
        }
      />
      <SendRow
        client={client}
        busy={sending.busy}
        attach={files.add}
        openTemplates={() => {
          editor.current?.focus();
          editor.current?.insert(content.text === '' || /\s$/.test(content.text) ? '/' : ' /');
        }}
        send={send}
        sendLater={askWhen}
      >
        <VoiceCount
          findings={voice.findings}
          stopped={voice.stopped}
          onShow={(finding) => editor.current?.show(finding)}
          onFix={(finding, fix) => editor.current?.fix(finding, fix)}
        />
      </SendRow>
      {whenDialog}
      <PasteDialog client={client} paste={paste} />
    </section>
  );
}
