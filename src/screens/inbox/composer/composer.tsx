import { Button, CloseButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../../electron/shared/clients.ts';
import type { SendingQuestion } from '../../../../electron/shared/composing.ts';
import type { StatusId } from '../../../../electron/shared/ids.ts';
import type { Composer as Binding } from '../../../../electron/shared/outbox.ts';
import { writtenFields, type WrittenField } from '../../../../electron/shared/voice/written.ts';
import type { VoiceFinding } from '../../../../electron/shared/voice-guides.ts';
import { useCommands } from '../../../app/commands/commands.ts';
import { useSession } from '../../../app/session.tsx';
import { ClientMark, clientLook } from '../../../components/client-mark/client-mark.tsx';
import { FailureNotice } from '../../../components/failure/failure-notice.tsx';
import { VoiceCount } from '../../../components/voice-editor/voice-count.tsx';
import type { VoiceEditorHandle } from '../../../components/voice-editor/voice-editor.tsx';
import { useTRPCClient } from '../../../rpc/trpc.ts';
import { ForeignNotice } from '../brand-safety/foreign-notice.tsx';
import { PasteDialog } from '../brand-safety/paste-dialog.tsx';
import { useForeign } from '../brand-safety/use-foreign.ts';
import { noteSent } from '../brand-safety/use-switch-times.ts';
import { useGuardedPaste } from '../brand-safety/use-guarded-paste.ts';
import { BelowText } from './below-text.tsx';
import { Checklist } from './checklist.tsx';
import { ComposerFields } from './composer-fields.tsx';
import classes from './composer.module.css';
import { obstacleOf, obstacleOfRefusal, sizeOf, type Obstacle } from './obstacle.ts';
import { ObstacleLine } from './obstacle-line.tsx';
import { OriginalsMenu } from './originals-menu.tsx';
import { OutgoingFiles } from './outgoing-files.tsx';
import { ReplyText } from './reply-text.tsx';
import { SendRow } from './send-row.tsx';
import { useAttach } from './use-attach.ts';
import { useComposerWords } from './use-composer-words.ts';
import { useDraft } from './use-draft.ts';
import { useFileDrop } from './use-file-drop.ts';
import { useSendDialog } from '../moment/use-moment-dialog.tsx';
import { useSend, type Departure, type ThenStatus } from './use-send.tsx';
import { useReplyVoice } from './use-reply-voice.ts';
import { useTakenBack } from './use-taken-back.ts';
import { isTyped, nothingTyped } from './typed-people.ts';
import { useTicks } from './use-ticks.ts';

/** Long enough to be read by whoever looks up from the keys. */
const keptMilliseconds = 12_000;

interface ComposerProps {
  /** What it is bound to: taken once, when it opens. */
  readonly composer: Binding;
  /** The same as the core has it by now; null: not known. */
  readonly newest: Binding | null;
  readonly takeUp: (newest: Binding) => void;
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

/** A reply as one client, in its colours: there is no way to change whose it is. */
export function Composer(props: ComposerProps) {
  const { composer: given, newest, takeUp, client, first, language, close, discarded, goOn } = props;
  const { t } = useTranslation('inbox');
  const { may } = useSession();
  const [composer] = useState(given);
  const { clientId, conversationId } = composer;
  const at = { clientId, conversationId };
  const rpc = useTRPCClient();
  const frame = useRef<HTMLElement>(null);
  const editors = {
    subject: useRef<VoiceEditorHandle>(null),
    text: useRef<VoiceEditorHandle>(null),
    original: useRef<VoiceEditorHandle>(null),
  };
  const draft = useDraft(composer);
  const { content, change } = draft;
  const [checked, setChecked] = useTicks(composer, content.text);
  const [tried, setTried] = useState<Departure | null>(null);
  const [answered, setAnswered] = useState<SendingQuestion[]>([]);
  const [typed, setTyped] = useState(nothingTyped);
  const { kind } = composer;
  const isForward = kind === 'forward';
  const words = useComposerWords(client, { kind, first });
  const voice = useReplyVoice(composer, { content, first });
  const foreign = useForeign(at, content);
  const findings = [...voice.inField.text, ...foreign.marks];
  const paste = useGuardedPaste(frame, at);
  const kept = useRef(content.attachments);
  kept.current = content.attachments;
  const files = useAttach(at, (file) => change({ attachments: [...kept.current, file] }));
  useTakenBack({ composer, newest, draft, isBegun: files.pending > 0 || isTyped(typed), takeUp });
  const onSent = (sent: { kept: boolean }) => {
    noteSent();
    close();
    if (sent.kept)
      notifications.show({ color: 'orange', autoClose: keptMilliseconds, message: t('composer.kept') });
    else goOn();
  };
  useFileDrop(frame, files.add);
  const sending = useSend({ composer, client, draft, checked, ignored: voice.ignored, onSent });
  const obstacleAfter = (questions: readonly SendingQuestion[]) =>
    obstacleOf({
      content,
      mayBeEmpty: isForward && content.manner.original?.trim() !== '',
      maximumSize: composer.maximumSize,
      answered: questions,
      canSend: composer.canSend,
      typed: Object.values(typed),
      pendingFiles: files.pending,
      checklist: composer.checklist,
      checked,
      findings: voice.findings,
      errorsBlock: voice.errorsBlock,
    });

  const obstacle = obstacleAfter(answered);
  const refused = obstacleOfRefusal(sending.failure);
  const inTheWay = tried === null ? null : (obstacle ?? refused);

  const { ask: askWhen, dialog: whenDialog } = useSendDialog(client, (sendAt) =>
    leave({ status: 'waiting', sendAt }),
  );

  function leave(departure: Departure): void {
    setTried(departure);
    if (obstacle === null && foreign.passages.length === 0) sending.send(departure, { answered });
  }
  /** Somebody has read what stands in the way and means it all the same. */
  function goAhead(departure: Departure, about: Obstacle): void {
    if (about.kind !== 'question') return sending.send(departure, { overrideVoice: true, answered });
    const all = [...answered, about.question];
    setAnswered(all);
    if (obstacleAfter(all) === null && foreign.passages.length === 0)
      sending.send(departure, { answered: all });
  }
  function send(status: ThenStatus, statusId?: StatusId): void {
    leave({ status, statusId, sendAt: null });
  }
  const fieldOf = (finding: VoiceFinding): WrittenField =>
    writtenFields.find((field) => voice.inField[field].includes(finding)) ?? 'text';
  const editorOf = (finding: VoiceFinding) => editors[fieldOf(finding)].current;
  function discard(): void {
    draft.saver.forget();
    void rpc.outbox.discardDraft.mutate({ ...at, kind, seen: draft.saver.saved.revision });
    discarded();
  }
  useCommands([
    {
      id: 'send',
      group: 'reply',
      label: words.send,
      keys: ['Mod+Enter'],
      whileTyping: true,
      run: () => send('waiting'),
    },
    {
      id: 'send-resolve',
      group: 'reply',
      label: words.sendAndResolve,
      keys: ['Mod+Shift+Enter'],
      whileTyping: true,
      run: () => send('resolved'),
    },
    { id: 'discard', group: 'reply', label: t('composer.discardDraft'), run: discard },
  ]);
  return (
    <section ref={frame} className={classes['composer']} aria-label={words.name} {...clientLook(client)}>
      <div className={classes['weave']} />
      <header className={classes['as']}>
        <ClientMark client={client} named />
        <strong>{words.as}</strong>
        <span className={classes['grow']} role="status">
          {draft.state === 'clean' ? null : t(`draft.${draft.state}`)}
        </span>
        <Button size="compact-xs" variant="subtle" onClick={discard}>
          {t('composer.discard')}
        </Button>
        <CloseButton size="sm" aria-label={t('composer.later')} title={t('composer.later')} onClick={close} />
      </header>
      <ComposerFields
        clientId={clientId}
        refused={composer.refusedSenders}
        identities={composer.identities}
        content={content}
        change={change}
        typed={typed}
        onTyped={(field, text) => setTyped((before) => ({ ...before, [field]: text }))}
        tried={tried !== null}
        findings={voice.inField.subject}
        onIgnore={voice.ignore}
        editor={editors.subject}
      />
      <ReplyText
        at={at}
        words={words}
        text={content.text}
        findings={findings}
        onIgnore={voice.ignore}
        language={language}
        change={change}
        addFiles={(added) => change({ attachments: [...kept.current, ...added] })}
        submit={() => send('waiting')}
        editor={editors.text}
      />
      <BelowText
        composer={composer}
        content={content}
        first={first}
        change={change}
        findings={voice.inField.original}
        onIgnore={voice.ignore}
        editor={editors.original}
      />
      <OutgoingFiles
        files={content.attachments}
        pending={files.pending}
        size={sizeOf(content)}
        maximumSize={composer.maximumSize}
        remove={(file) => change({ attachments: content.attachments.filter((each) => each.id !== file.id) })}
      />
      <OriginalsMenu
        at={at}
        attached={content.attachments}
        add={(file) => change({ attachments: [...kept.current, file] })}
      />
      <Checklist items={composer.checklist} checked={checked} onChange={setChecked} />
      <div className={classes['foot']}>
        {sending.failure && !refused && <FailureNotice failure={sending.failure} />}
        {tried !== null && inTheWay && (
          <ObstacleLine
            obstacle={inTheWay}
            clientName={client.name}
            mayOverride={may('voice.override', clientId)}
            sendAnyway={() => goAhead(tried, inTheWay)}
          />
        )}
        <ForeignNotice
          client={client}
          passages={foreign.passages}
          send={(overrideBrands) =>
            sending.send(tried ?? { status: 'waiting', sendAt: null }, { overrideBrands, answered })
          }
        />
        <SendRow
          client={client}
          words={words}
          kind={kind}
          busy={sending.busy}
          attach={files.add}
          openTemplates={() => {
            editors.text.current?.focus();
            editors.text.current?.insert(content.text === '' || /\s$/.test(content.text) ? '/' : ' /');
          }}
          send={send}
          sendLater={askWhen}
        >
          <VoiceCount
            findings={voice.findings}
            stopped={voice.stopped}
            whereOf={fieldOf}
            onShow={(finding) => editorOf(finding)?.show(finding)}
            onFix={(finding, fix) => editorOf(finding)?.fix(finding, fix)}
            onIgnore={voice.ignore}
            ignored={voice.ignored.length}
          />
        </SendRow>
      </div>
      {whenDialog}
      <PasteDialog client={client} paste={paste} />
    </section>
  );
}
