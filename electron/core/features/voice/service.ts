import { LiaisonError } from '../../../shared/errors.ts';
import type { OperatorId } from '../../../shared/ids.ts';
import { toInstant } from '../../../shared/time.ts';
import { compileGuide, type Guide } from '../../../shared/voice/guide.ts';
import type { InspectedRules, RuleFile, VoiceFinding, VoiceGuide } from '../../../shared/voice-guides.ts';
import type { Changes } from '../../changes.ts';
import type { Clock } from '../../ports.ts';
import type { ClientStore } from '../../store/client/client-store.ts';
import { createInspector } from './inspector.ts';
import { insertGuide, newestGuide, newestVersion, type GuideDraft } from './queries.ts';
import { readFolder } from './read-folder.ts';
import { readRules } from './rule-reader.ts';
import { timedCheck } from './timed-check.ts';

export interface Voice {
  /** The guide in force; an empty one (version 0) where the client has none. */
  guide(store: ClientStore): VoiceGuide;
  /** A new version. @throws LiaisonError `guide-invalid` naming the rule and what is wrong with it */
  save(store: ClientStore, operatorId: OperatorId, draft: GuideDraft): VoiceGuide;
  /** Checks a text against the guide in force, exactly as the composer does. */
  check(store: ClientStore, text: string): readonly VoiceFinding[];
  /** As `check`, for words that are about to leave: rules of level error run even where another text stopped them. */
  judge(store: ClientStore, text: string): VoiceJudgement;
  /** What saving these rules would say, without saving. */
  inspect(rules: readonly RuleFile[]): InspectedRules;
  /** Reads a Vale style package (`<Style>/<Rule>.yml`) from a folder. */
  readFolder(folder: string): readonly RuleFile[];
}

export interface VoiceJudgement {
  readonly findings: readonly VoiceFinding[];
  /** Rules of level error that had to be stopped on this very text, by name: nobody knows what they would have found. */
  readonly unchecked: readonly string[];
}

interface InForce {
  readonly view: VoiceGuide;
  readonly guide: Guide;
  /** Rules stopped while checking; they rest until the next version. */
  readonly quarantined: Set<string>;
}

const noGuide: VoiceGuide = {
  version: 0,
  updatedAt: toInstant(0),
  briefing: { tone: '', dos: [], donts: [] },
  rules: [],
  checklist: [],
  errorsBlockSending: false,
  definitions: [],
  unsupported: [],
};

export function createVoice({ clock, changes }: { clock: Clock; changes: Changes }): Voice {
  const cache = new WeakMap<ClientStore, InForce>();
  const inspect = createInspector();

  function inForce(store: ClientStore): InForce {
    const known = cache.get(store);
    if (known && known.view.version === newestVersion(store)) return known;
    const view = read(store);
    const loaded = { view, guide: compileGuide(view.definitions), quarantined: new Set<string>() };
    cache.set(store, loaded);
    return loaded;
  }

  function run(loaded: InForce, text: string, resting: ReadonlySet<string>) {
    const { findings, runaway } = timedCheck(loaded.guide, text, { quarantined: resting });
    for (const rule of runaway) loaded.quarantined.add(rule);
    return { findings: findings.map(({ action: _action, ...finding }) => finding), runaway };
  }

  return {
    guide: (store) => inForce(store).view,
    inspect,
    readFolder,
    check(store, text) {
      const loaded = inForce(store);
      return run(loaded, text, loaded.quarantined).findings;
    },
    judge(store, text) {
      const loaded = inForce(store);
      const errors = namesOfErrors(loaded.view);
      const { findings, runaway } = run(loaded, text, loaded.quarantined.difference(errors));
      return { findings, unchecked: [...runaway].filter((rule) => errors.has(rule)) };
    },
    save(store, operatorId, draft) {
      const [problem] = inspect(draft.rules).problems;
      if (problem) throw new LiaisonError('guide-invalid', { detail: { ...problem } });
      store.transaction(() =>
        insertGuide(store, { ...draft, operatorId, version: newestVersion(store) + 1, now: clock.now() }),
      );
      changes.announce('voice', { clientId: store.clientId });
      return inForce(store).view;
    },
  };
}

const namesOfErrors = ({ definitions }: VoiceGuide): ReadonlySet<string> =>
  new Set(definitions.filter(({ level }) => level === 'error').map(({ name }) => name));

function read(store: ClientStore): VoiceGuide {
  const stored = newestGuide(store);
  if (!stored) return noGuide;
  const { createdAt, ...guide } = stored;
  const { definitions, unsupported } = readRules(stored.rules);
  return { ...guide, updatedAt: toInstant(createdAt), definitions, unsupported };
}
