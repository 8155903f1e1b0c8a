import { Button, Switch, Textarea, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuideConfig } from '../../../electron/shared/voice/guide-config.ts';
import type { RuleProblem } from '../../../electron/shared/voice/rule-problem.ts';
import { ListFields } from './list-fields.tsx';
import { useProblemText } from './problem-text.ts';
import classes from './voice.module.css';

interface ConfigFieldsProps {
  readonly config: GuideConfig;
  /** What is wrong with the `.vale.ini`. */
  readonly problem: RuleProblem | null;
  readonly onChange: (config: GuideConfig) => void;
}

/** Spelling, vocabularies, and the `.vale.ini` that chooses rules by channel and language. */
export function ConfigFields({ config, problem, onChange }: ConfigFieldsProps) {
  const { t } = useTranslation('guide');
  const say = useProblemText();
  const [name, setName] = useState('');
  const replace = (part: Partial<GuideConfig>) => onChange({ ...config, ...part });
  const taken = config.vocabularies.some((each) => each.name === name.trim());
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('words')}</Title>
      <Switch
        label={t('spelling')}
        description={t('spellingText')}
        checked={config.spelling}
        onChange={({ currentTarget }) => replace({ spelling: currentTarget.checked })}
      />
      {config.vocabularies.map((vocabulary, index) => {
        const change = (part: Partial<typeof vocabulary>) =>
          replace({
            vocabularies: config.vocabularies.map((each, at) => (at === index ? { ...each, ...part } : each)),
          });
        return (
          <fieldset key={vocabulary.name} className={classes['checklist']}>
            <legend>
              <bdi>{vocabulary.name}</bdi>
            </legend>
            <div className={classes['halves']}>
              <Textarea
                label={t('accept')}
                description={t('acceptText')}
                autosize
                minRows={3}
                maxRows={14}
                value={vocabulary.accept}
                onChange={({ currentTarget }) => change({ accept: currentTarget.value })}
              />
              <Textarea
                label={t('reject')}
                description={t('rejectText')}
                autosize
                minRows={3}
                maxRows={14}
                value={vocabulary.reject}
                onChange={({ currentTarget }) => change({ reject: currentTarget.value })}
              />
            </div>
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => replace({ vocabularies: config.vocabularies.filter((_, at) => at !== index) })}
            >
              {t('removeVocabulary')}
            </Button>
          </fieldset>
        );
      })}
      <div className={classes['addRules']}>
        <TextInput
          label={t('newVocabulary')}
          value={name}
          maxLength={60}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={!/^[\p{L}\p{N}_][\p{L}\p{N}_ .-]*$/u.test(name.trim()) || taken}
          onClick={() => {
            replace({
              vocabularies: [...config.vocabularies, { name: name.trim(), accept: '', reject: '' }],
            });
            setName('');
          }}
        >
          {t('addVocabulary')}
        </Button>
      </div>
      <ListFields lists={config.lists} onChange={(lists) => replace({ lists })} />
      <details>
        <summary>{t('ini')}</summary>
        <Textarea
          aria-label=".vale.ini"
          description={t('iniText')}
          error={problem && say(problem)}
          classNames={{ input: classes['yaml'] ?? '' }}
          dir="ltr"
          autosize
          minRows={6}
          maxRows={28}
          spellCheck={false}
          placeholder={'[*]\nBasedOnStyles = House\n\n[mail/de/*]\nHouse.Words = error'}
          value={config.ini}
          onChange={({ currentTarget }) => replace({ ini: currentTarget.value })}
        />
      </details>
    </section>
  );
}
