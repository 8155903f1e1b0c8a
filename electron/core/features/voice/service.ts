import type { Logger } from 'pino';
import type { Client } from '../../../shared/clients.ts';
import { LiaisonError } from '../../../shared/errors.ts';
import type { ConversationId, OperatorId } from '../../../shared/ids.ts';
import { toInstant } from '../../../shared/time.ts';
import { noSettings } from '../../../shared/voice/no-settings.ts';
import { createWritten, onlyText, type OthersWords, type Written } from '../../../shared/voice/written.ts';
import { anySituation, type Situation } from '../../../shared/voice/situation.ts';
import type {
  GuideBody,
  GuideEffect,
  ReadPackage,
  RuleFile,
  RunningRules,
  VoiceFinding,
  VoiceGuide,
} from '../../../shared/voice-guides.ts';
import type { Changes } from '../../changes.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { effectOf } from './effect.ts';
import { packageOf, readGuidePackage } from './guide-package.ts';
import type { Operators } from '../operators/service.ts';
import { createInspector, type Inspect } from './inspector.ts';
import {
  countWritten,
  findIn,
  judgeWritten,
  namesOfErrors,
  type WordsToJudge,
  type WrittenFinding,
} from './judge.ts';
import { createGuideLife, type GuideLife } from './life.ts';
import type { PackageFile } from '../../../shared/voice/package-texts.ts';
import { bodyInForce, emptyBody, guideInForce, versionInForce, type StoredGuide } from './queries.ts';
import { readFolder } from './read-folder.ts';
import { readPackageZip } from './read-zip.ts';
import { listSent, listUnscored, placeOf, saidIn, timeZoneOf } from './reply-queries.ts';
import { readRules } from './rule-reader.ts';
import { runningRules } from './running.ts';
import { recordScore, repeatScore, type JudgedAgain, type JudgedReply } from './scores.ts';
import { situationKey } from './situation-key-rules.ts';
import { situationOf } from './situation-of.ts';
import { readSent, type CameOf } from './sent-words.ts';
import { makeCheckable, type Checkable } from './spelled-check.ts';
import { createSpellThread, type FindWrong } from './spell-thread.ts';
import { suggestGuide } from './suggest-rules.ts';
import type { SuggestedGuide } from '../../../shared/voice/suggested-guide.ts';
import { writeZip } from './write-zip.ts';

export interface Voice extends Pick<GuideLife, 'history' | 'pending' | 'submit' | 'decide' | 'restore'> {
  /** What was said in a conversation, and under which subjects: no words of whoever writes in it now. */
  said(store: ClientStore, conversationId: ConversationId): Pick<OthersWords, 'said' | 'subjects'>;
  /** The guide in force; an empty one (version 0) where the client has none. */
  guide(store: ClientStore): VoiceGuide;
  /** The rules as they run on the replies of a conversation, now. */
  running(store: ClientStore, conversationId: ConversationId): RunningRules;
  /** A version that is in force at once. @throws LiaisonError `guide-invalid` naming the rule and what is wrong with it,
   *   `forbidden` where another person has to approve it */
  save(store: ClientStore, operatorId: OperatorId, body: GuideBody): VoiceGuide;
  /** A version that waits. @throws LiaisonError `guide-invalid` */
  saveDraft(store: ClientStore, operatorId: OperatorId, body: GuideBody): void;
  /** Checks a text against the rules that hold everywhere, without a dictionary. */
  check(store: ClientStore, text: string): readonly VoiceFinding[];
  /** Checks words that are about to leave, exactly as the composer does; rules of level error run even where another text stopped them. */
  judge(store: ClientStore, words: WordsToJudge): Promise<VoiceJudgement>;
  /** @throws LiaisonError `forbidden` for who may not send what the guide holds back */
  allowOverride(store: ClientStore, operatorId: OperatorId): void;
  /** Keeps how a reply stood to the guide, inside the caller's transaction; without a guide there is nothing to keep. */
  record(store: ClientStore, reply: JudgedReply): void;
  /** The same for words that were judged before and leave once more as another message. */
  recordAgain(store: ClientStore, reply: JudgedAgain): void;
  /** Scores what was sent before there were scores, by the guide in force where and when it was sent, without a dictionary. */
  scoreSent(store: ClientStore): void;
  /** What saving this would say, without saving. */
  readonly inspect: Inspect;
  /** What this guide would have meant for the last 500 sent replies. @throws LiaisonError `guide-invalid` */
  effect(store: ClientStore, body: GuideBody): Promise<GuideEffect>;
  /** A first guide from good replies: what they have in common. */
  suggest(store: ClientStore, replies: readonly string[]): SuggestedGuide;
  /** Replies to begin with: the last that were sent, newest first. */
  samples(store: ClientStore): readonly string[];
  /** @throws LiaisonError `guide-invalid`, `file-unreadable`, `file-too-large` */
  readPackage(content: { files: readonly PackageFile[] } | { zip: Uint8Array }): ReadPackage;
  /** A guide as a Vale package, zipped. */
  exportPackage(body: GuideBody): Uint8Array;
  /** The guide in force as the files of such a package. */
  packageFiles(store: ClientStore): readonly PackageFile[];
  /** Reads a Vale style package (`<Style>/<Rule>.yml`) from a folder. */
  readFolder(folder: string): readonly RuleFile[];
  close(): Promise<void>;
}

export interface VoiceJudgement {
  readonly findings: readonly VoiceFinding[];
  /** Rules of level error that had to be stopped on this very text, by name: nobody knows what they would have found. */
  readonly unchecked: readonly string[];
  readonly version: number;
  /** How many are their writer's own. */
  readonly words: number;
}

interface InForce {
  readonly view: VoiceGuide;
  /** By situation; a client has few. */
  readonly ready: Map<string, Checkable>;
  /** Rules stopped while checking; they rest until the next version. */
  readonly quarantined: Set<string>;
}

const noGuide: VoiceGuide = {
  ...emptyBody,
  version: 0,
  updatedAt: toInstant(0),
  definitions: [],
  settings: noSettings,
  unsupported: [],
};
const mostSituations = 40;
const mostSamples = 30;

export function createVoice(options: {
  clock: Clock;
  changes: Changes;
  operators: Pick<Operators, 'authorise'>;
  clients: { list(): readonly Pick<Client, 'id' | 'languages'>[] };
  cameOf: CameOf;
  spellWorker: URL;
  log: Logger;
}): Voice {
  const { clock, changes, operators, clients, cameOf, log } = options;
  const cache = new WeakMap<ClientStore, InForce>();
  const inspect = createInspector();
  const life = createGuideLife(clock);
  const spelling = createSpellThread(options.spellWorker);
  /** A dictionary that can't be read holds no reply back. */
  const findWrong: FindWrong = (dictionary, words) =>
    spelling.findWrong(dictionary, words).catch((error: unknown) => {
      const language = typeof dictionary === 'string' ? dictionary : 'own';
      log.error({ error, language }, 'dictionary can not be read');
      return new Set<string>();
    });

  function inForce(store: ClientStore): InForce {
    const known = cache.get(store);
    if (known && known.view.version === versionInForce(store)) return known;
    const stored = guideInForce(store);
    const loaded = {
      view: stored ? viewOf(stored) : noGuide,
      ready: new Map(),
      quarantined: new Set<string>(),
    };
    cache.set(store, loaded);
    return loaded;
  }
  function readyFor({ view, ready }: InForce, situation: Situation): Checkable {
    const key = situationKey(view.lines, situation);
    const known = ready.get(key);
    if (known) return known;
    if (ready.size >= mostSituations) ready.clear();
    const running = runningRules({ body: view, definitions: readRules(view.rules).definitions }, situation);
    const made = makeCheckable(running);
    ready.set(key, made);
    return made;
  }
  /** The first of its languages is the one that a client writes in when nothing else is known. */
  const languageOfClient = (store: ClientStore): string | null =>
    clients.list().find(({ id }) => id === store.clientId)?.languages[0] ?? null;
  const situationIn = (
    store: ClientStore,
    { conversationId, at }: Pick<WordsToJudge, 'conversationId' | 'at'>,
  ): Situation =>
    situationOf(placeOf(store, conversationId), {
      at,
      timeZone: timeZoneOf(store),
      language: languageOfClient(store),
    });
  function mustBeGood(body: GuideBody): void {
    const [problem] = inspect(body).problems;
    if (problem) throw new LiaisonError('guide-invalid', { detail: { ...problem } });
  }
  /** Without a dictionary. */
  function check(store: ClientStore, written: Written, situation: Situation): readonly VoiceFinding[] {
    const loaded = inForce(store);
    const message = { written, rules: readyFor(loaded, situation), locale: situation.locale };
    return shown(findIn(message, { wrong: null, stopped: loaded.quarantined }));
  }
  const announce = (store: ClientStore) => changes.announce('voice', { clientId: store.clientId });

  return {
    guide: (store) => inForce(store).view,
    said: saidIn,
    history: life.history,
    pending: life.pending,
    inspect,
    readFolder,
    close: spelling.close,
    running(store, conversationId) {
      const loaded = inForce(store);
      const situation = situationIn(store, { conversationId, at: clock.now() });
      const { definitions, settings } = readyFor(loaded, situation);
      const { version, errorsBlockSending } = loaded.view;
      return { version, definitions, settings, locale: situation.locale, errorsBlockSending };
    },
    check: (store, text) => check(store, onlyText(text), anySituation),
    scoreSent(store) {
      const { version } = inForce(store).view;
      for (const { internet_message_id, operator_id, ...row } of version > 0 ? listUnscored(store) : []) {
        if (internet_message_id === null || operator_id === null) continue;
        const place = { conversationId: row.conversation_id, at: row.sent_at };
        const { written } = readSent(store, row, cameOf);
        const findings = check(store, written, situationIn(store, place));
        const judgement = { version, findings, words: countWritten(written) };
        const sent = { ...row, internet_message_id, operator_id, created_at: row.sent_at };
        recordScore(store, { row: sent, judgement, ignored: [], overridden: false });
      }
    },
    async judge(store, words) {
      const loaded = inForce(store);
      const situation = situationIn(store, words);
      const rules = readyFor(loaded, situation);
      const errors = namesOfErrors(rules);
      const { text, subject = '', original = null, signature = '', came = null } = words;
      const others = { ...saidIn(store, words.conversationId), signature, came };
      const written = createWritten(others)({ subject, text, original });
      const message = { written, rules, locale: situation.locale };
      const stopped = loaded.quarantined.difference(errors);
      const findings = await judgeWritten(message, { stopped, findWrong });
      for (const rule of stopped) loaded.quarantined.add(rule);
      return {
        findings: shown(findings),
        unchecked: [...stopped].filter((rule) => errors.has(rule)),
        version: loaded.view.version,
        words: countWritten(written),
      };
    },
    allowOverride: (store, operatorId) =>
      void operators.authorise(operatorId, 'voice.override', store.clientId),
    record(store, reply) {
      if (reply.judgement.version > 0) recordScore(store, reply);
    },
    recordAgain: repeatScore,
    save(store, operatorId, body) {
      mustBeGood(body);
      life.publish(store, operatorId, body);
      announce(store);
      return inForce(store).view;
    },
    saveDraft(store, operatorId, body) {
      mustBeGood(body);
      life.draft(store, operatorId, body);
      announce(store);
    },
    submit(store, operatorId, version) {
      life.submit(store, operatorId, version);
      announce(store);
    },
    decide(store, operatorId, decision) {
      const pending = life.pending(store);
      if (decision.publish && pending) mustBeGood(pending.body);
      life.decide(store, operatorId, decision);
      announce(store);
    },
    restore(store, operatorId, version) {
      life.restore(store, operatorId, version);
      announce(store);
    },
    effect(store, body) {
      mustBeGood(body);
      const read = (each: GuideBody) => ({ body: each, definitions: readRules(each.rules).definitions });
      const before = read(bodyInForce(store));
      const language = languageOfClient(store);
      return effectOf(store, { before, after: read(body), cameOf, findWrong, language });
    },
    suggest: (store, replies) => suggestGuide(replies, languageOfClient(store)),
    samples: (store) => listSent(store, mostSamples).map(({ body }) => body),
    readPackage: (content) =>
      readGuidePackage('zip' in content ? readPackageZip(content.zip) : content.files),
    exportPackage: (body) => writeZip(packageOf(body)),
    packageFiles: (store) => packageOf(bodyInForce(store)),
  };
}

function viewOf(stored: StoredGuide): VoiceGuide {
  const { createdAt, state: _state, operatorId: _operatorId, ...body } = stored;
  const { definitions, unsupported } = readRules(body.rules);
  const running = runningRules({ body, definitions }, anySituation);
  return { ...body, updatedAt: toInstant(createdAt), ...running, unsupported };
}

const shown = (findings: readonly WrittenFinding[]): VoiceFinding[] =>
  findings.map(({ action: _action, field: _field, ...finding }) => finding);
