import { Button, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RuleFile } from '../../../electron/shared/voice-guides.ts';
import { Icon } from '../../components/icon/icon.tsx';
import { readPackage } from './package-files.ts';
import classes from './voice.module.css';

interface AddRulesProps {
  /** Names that are taken. */
  readonly names: readonly string[];
  readonly onAdd: (rules: readonly RuleFile[]) => void;
}

/** Not in React's types; every browser knows it. */
const chooseFolder = { webkitdirectory: '' };

const newRule = `extends: substitution
message: "Use '%s' instead of '%s'."
level: warning
ignorecase: true
action:
  name: replace
swap:
  utilize: use
`;

/** A rule of one's own, or all those of a Vale package. */
export function AddRules({ names, onAdd }: AddRulesProps) {
  const { t } = useTranslation('voice');
  const [name, setName] = useState('');
  const [nothingFound, setNothingFound] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
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
      <Button
        variant="subtle"
        leftSection={<Icon name="plus" size={14} />}
        onClick={() => chooser.current?.click()}
      >
        {t('addPackage')}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        {...chooseFolder}
        aria-label={t('addPackage')}
        onChange={({ currentTarget }) => {
          void readPackage(currentTarget.files ?? []).then((rules) => {
            setNothingFound(rules.length === 0);
            if (rules.length > 0) onAdd(rules);
          });
        }}
      />
      {nothingFound && <p role="alert">{t('noPackage')}</p>}
    </div>
  );
}
