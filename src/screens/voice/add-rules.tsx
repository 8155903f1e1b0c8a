import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RuleFile } from '../../../electron/shared/voice-guides.ts';
import classes from './voice.module.css';

interface AddRulesProps {
  /** Names that are taken. */
  readonly names: readonly string[];
  readonly onAdd: (rules: readonly RuleFile[]) => void;
}

const newRule = `extends: substitution
message: "Use '%s' instead of '%s'."
level: warning
ignorecase: true
action:
  name: replace
swap:
  utilize: use
`;

/** A rule of one's own. */
export function AddRules({ names, onAdd }: AddRulesProps) {
  const { t } = useTranslation('voice');
  const [name, setName] = useState('');
  const named = RuleFile.shape.name.safeParse(name.trim());
  const taken = names.includes(name.trim());
  const add = () => {
    if (!named.success || taken) return;
    onAdd([{ name: named.data, yaml: newRule }]);
    setName('');
  };
  return (
    <div className={classes['addRules']}>
      <TextInput
        label={t('newRule')}
        placeholder="Northwind.Words"
        dir="ltr"
        value={name}
        maxLength={80}
        error={taken ? t('ruleTaken') : null}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        }}
      />
      <Button variant="default" disabled={!named.success || taken} onClick={add}>
        {t('addRule')}
      </Button>
    </div>
  );
}
