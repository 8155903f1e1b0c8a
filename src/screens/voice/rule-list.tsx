import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RuleFile, UnsupportedRule } from '../../../electron/shared/voice-guides.ts';
import type { RuleDefinition } from '../../../electron/shared/voice/rule-definition.ts';
import type { RuleProblem } from '../../../electron/shared/voice/rule-problem.ts';
import { byStyle, shortName } from './guide-draft.ts';
import classes from './voice.module.css';

interface RuleListProps {
  readonly rules: readonly RuleFile[];
  readonly definitions: readonly RuleDefinition[];
  readonly unsupported: readonly UnsupportedRule[];
  readonly problems: readonly RuleProblem[];
  readonly chosen: string | null;
  readonly onChoose: (name: string) => void;
}

type RuleState = 'wrong' | 'unsupported' | RuleDefinition['level'] | 'off';

/** Every rule with its severity, or with what keeps it from running. */
export function RuleList({ rules, definitions, unsupported, problems, chosen, onChoose }: RuleListProps) {
  const { t } = useTranslation('voice');
  const stateOf = (name: string): RuleState => {
    if (problems.some((each) => each.rule === name)) return 'wrong';
    if (unsupported.some((each) => each.rule === name)) return 'unsupported';
    const definition = definitions.find((each) => each.name === name);
    return definition?.level ?? 'off';
  };
  return (
    <div className={classes['ruleList']}>
      {byStyle(rules).map(([style, group]) => (
        <section key={style}>
          <h3>
            <bdi>{style}</bdi>{' '}
            <span className={classes['quiet']}>{t('ruleCount', { count: group.length })}</span>
          </h3>
          <ul>
            {group.map(({ name }) => (
              <li key={name}>
                <UnstyledButton
                  className={classes['rule']}
                  aria-current={name === chosen || undefined}
                  data-state={stateOf(name)}
                  onClick={() => onChoose(name)}
                >
                  <bdi>{shortName(name)}</bdi>
                  <span className={classes['state']}>{t(`state.${stateOf(name)}`)}</span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
