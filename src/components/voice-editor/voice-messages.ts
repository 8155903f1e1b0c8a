import type { RuleDefinition } from '../../../electron/shared/voice/rule-definition.ts';
import type { ByField } from '../../../electron/shared/voice/written.ts';
import type { GuideSettings } from '../../../electron/shared/voice/settings.ts';
import type { SpellingLanguage } from '../../../electron/shared/voice/spelling/languages.ts';
import type { SentFindings } from './section-wire.ts';

/** To the worker. The rules come first, once. */
export type ToVoiceWorker =
  | {
      readonly kind: 'rules';
      readonly definitions: readonly RuleDefinition[];
      readonly settings: GuideSettings;
      /** Of the dictionary that `spelling` looks words up in; null: none. */
      readonly language: SpellingLanguage | null;
    }
  | {
      readonly kind: 'check';
      readonly id: number;
      readonly texts: ByField<string>;
      /** Names each rule before it runs, so that one that never ends is known; else one now and then. */
      readonly traced: boolean;
    };

export type FromVoiceWorker =
  | { readonly kind: 'ready' }
  | { readonly kind: 'running'; readonly id: number; readonly rule: string }
  | { readonly kind: 'found'; readonly id: number; readonly found: ByField<SentFindings> }
  /** What may have been meant by a word, best first: it takes its time, and comes when nothing is to be checked. */
  | { readonly kind: 'suggested'; readonly word: string; readonly fixes: readonly string[] };
