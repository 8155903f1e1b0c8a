import { Button, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RuleFile, UnsupportedRule } from '../../../electron/shared/voice-guides.ts';
import type { RuleProblem } from '../../../electron/shared/voice/rule-problem.ts';
import { useProblemText } from './problem-text.ts';
import classes from './voice.module.css';

interface RuleEditorProps {
  readonly rule: RuleFile;
  readonly problem: RuleProblem | null;
  readonly unsupported: UnsupportedRule | null;
  readonly onChange: (yaml: string) => void;
  readonly onRemove: () => void;
}

/** The YAML of one rule, with what is wrong with it. */
export function RuleEditor(props: RuleEditorProps) {
  const { rule, problem, unsupported, onChange, onRemove } = props;
  const { t } = useTranslation('voice');
  const say = useProblemText();
  const about = unsupported ? t('unsupported', { kind: unsupported.kind }) : t('yamlText');
  return (
    <div className={classes['ruleEditor']}>
      <Textarea
        label={<bdi>{rule.name}</bdi>}
        description={about}
        error={problem ? say(problem) : null}
        classNames={{ input: classes['yaml'] ?? '' }}
        dir="ltr"
        autosize
        minRows={10}
        maxRows={28}
        spellCheck={false}
        value={rule.yaml}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div>
        <Button variant="default" size="xs" onClick={onRemove}>
          {t('removeRule')}
        </Button>
      </div>
    </div>
  );
}
