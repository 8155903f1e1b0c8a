import { Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../../electron/shared/clients.ts';
import type { RuleFile, UnsupportedRule } from '../../../electron/shared/voice-guides.ts';
import type { RuleDefinition } from '../../../electron/shared/voice/rule-definition.ts';
import type { RuleProblem } from '../../../electron/shared/voice/rule-problem.ts';
import { AddRules } from './add-rules.tsx';
import { withRules } from './guide-draft.ts';
import { RuleEditor } from './rule-editor.tsx';
import { RuleList } from './rule-list.tsx';
import { TryOut, type TriedBody } from './try-out.tsx';
import classes from './voice.module.css';

interface RulesSectionProps {
  readonly client: Client;
  readonly rules: readonly RuleFile[];
  /** What of the guide runs where a text is tried. */
  readonly body: TriedBody;
  readonly definitions: readonly RuleDefinition[];
  readonly unsupported: readonly UnsupportedRule[];
  readonly problems: readonly RuleProblem[];
  readonly onChange: (rules: RuleFile[]) => void;
}

/** The rules by style, the YAML of one of them, and a place to try them all. */
export function RulesSection(props: RulesSectionProps) {
  const { client, body, rules, definitions, unsupported, problems, onChange } = props;
  const { t } = useTranslation('voice');
  const [chosen, setChosen] = useState<string | null>(null);
  const rule = rules.find((each) => each.name === chosen) ?? null;
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('rules')}</Title>
      <p className={classes['quiet']}>{t('rulesText')}</p>
      <div className={classes['rules']}>
        <div className={classes['ruleSide']}>
          <RuleList {...{ rules, definitions, unsupported, problems, chosen }} onChoose={setChosen} />
          <AddRules
            names={rules.map((each) => each.name)}
            onAdd={(added) => {
              onChange(withRules(rules, added));
              setChosen(added[0]?.name ?? chosen);
            }}
          />
        </div>
        {rule ? (
          <RuleEditor
            key={rule.name}
            rule={rule}
            problem={problems.find((each) => each.rule === rule.name) ?? null}
            unsupported={unsupported.find((each) => each.rule === rule.name) ?? null}
            onChange={(yaml) => onChange(rules.map((each) => (each === rule ? { ...rule, yaml } : each)))}
            onRemove={() => {
              setChosen(null);
              onChange(rules.filter((each) => each !== rule));
            }}
          />
        ) : (
          <p className={classes['quiet']}>{rules.length === 0 ? t('noRules') : t('chooseRule')}</p>
        )}
      </div>
      <TryOut client={client} body={body} />
    </section>
  );
}
