import { Button, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { type Language, languages } from '../../../electron/shared/workspace.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import { speak } from '../../i18n/language.ts';
import { failureOf } from '../../rpc/failure.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import classes from './first-run.module.css';

/** Each language in its own words, so that everybody finds theirs. */
const ownNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', ar: 'العربية' };

/** Language and name, then the demo or the first client. */
export function FirstRunScreen() {
  const { t, i18n } = useTranslation('first-run');
  const trpc = useTRPC();
  const [, navigate] = useLocation();
  const [name, setName] = useState('');
  const openDemo = useMutation(trpc.demo.open.mutationOptions());
  const begin = useMutation(trpc.workspace.begin.mutationOptions());
  const language = languages.find((each) => each === i18n.language) ?? 'en';
  const named = name.trim() !== '';
  const busy = begin.isPending || openDemo.isPending;
  const error = openDemo.error ?? begin.error;

  async function withDemo(): Promise<void> {
    await openDemo.mutateAsync();
    await begin.mutateAsync({ name, language });
    navigate('/inbox/all/unanswered');
  }
  async function withClient(): Promise<void> {
    await begin.mutateAsync({ name, language });
    navigate('/clients/new');
  }
  // A failure stands in the mutation, where the notice below finds it.
  const start = (work: () => Promise<void>) => void work().catch(() => undefined);

  return (
    <main className={classes['page']}>
      <form
        className={classes['card']}
        onSubmit={(event) => {
          event.preventDefault();
          if (named && !busy) start(withDemo);
        }}
      >
        <Stack gap="lg">
          <div>
            <Title order={1}>{t('welcome')}</Title>
            <Text c="dimmed">{t('promise')}</Text>
          </div>
          <SegmentedControl
            aria-label={t('language')}
            value={language}
            data={languages.map((each) => ({ value: each, label: ownNames[each] }))}
            onChange={(value) => void speak(value)}
          />
          <TextInput
            label={t('name')}
            description={t('nameHint')}
            value={name}
            maxLength={120}
            data-autofocus
            autoFocus
            required
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <div className={classes['choices']}>
            <Choice icon="spark" title={t('demo')} text={t('demoText')}>
              <Button type="submit" fullWidth disabled={!named || busy} loading={openDemo.isPending}>
                {t('openDemo')}
              </Button>
            </Choice>
            <Choice icon="clients" title={t('client')} text={t('clientText')}>
              <Button variant="default" fullWidth disabled={!named || busy} onClick={() => start(withClient)}>
                {t('addClient')}
              </Button>
            </Choice>
          </div>
          {openDemo.isPending && (
            <Text c="dimmed" role="status">
              {t('demoComing')}
            </Text>
          )}
          {error && <FailureNotice failure={failureOf(error)} />}
        </Stack>
      </form>
    </main>
  );
}

interface ChoiceProps {
  readonly icon: 'spark' | 'clients';
  readonly title: string;
  readonly text: string;
  readonly children: React.ReactNode;
}

function Choice({ icon, title, text, children }: ChoiceProps) {
  return (
    <section className={classes['choice']}>
      <Title order={2} className={classes['choiceTitle'] ?? ''}>
        <Icon name={icon} /> {title}
      </Title>
      <Text c="dimmed" className={classes['choiceText'] ?? ''}>
        {text}
      </Text>
      {children}
    </section>
  );
}
