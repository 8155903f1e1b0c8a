import { Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Language, languages, type Preferences, Theme } from '../../../electron/shared/workspace.ts';
import { useSession } from '../../app/session.tsx';
import { useTRPC } from '../../rpc/trpc.ts';
import { Choice } from './choice.tsx';
import classes from './settings.module.css';

const ownNames: Readonly<Record<Language, string>> = { en: 'English', es: 'Español', ar: 'العربية' };

/** Shown at once, kept by the core. */
export function PreferencesSection() {
  const { t } = useTranslation('settings');
  const { preferences } = useSession();
  const trpc = useTRPC();
  const prefer = useMutation(trpc.workspace.prefer.mutationOptions());
  const choose = (choice: Partial<Preferences>) => prefer.mutate({ ...preferences, ...choice });
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('preferences')}</Title>
      <Choice
        label={t('language')}
        value={preferences.language}
        options={languages.map((value) => ({ value, label: ownNames[value] }))}
        choose={(language) => choose({ language })}
      />
      <Choice
        label={t('theme')}
        value={preferences.theme}
        options={Theme.options.map((value) => ({ value, label: t(`themes.${value}`) }))}
        choose={(theme) => choose({ theme })}
      />
      <Choice
        label={t('density')}
        value={preferences.density}
        options={(['cosy', 'compact'] as const).map((value) => ({ value, label: t(`densities.${value}`) }))}
        choose={(density) => choose({ density })}
      />
      <Choice
        label={t('afterwards')}
        value={preferences.afterwards}
        options={(['next', 'list', 'stay'] as const).map((value) => ({
          value,
          label: t(`afterwardsTo.${value}`),
        }))}
        choose={(afterwards) => choose({ afterwards })}
      />
      <Choice
        label={t('contrast')}
        value={preferences.contrast}
        options={(['system', 'more'] as const).map((value) => ({ value, label: t(`contrasts.${value}`) }))}
        choose={(contrast) => choose({ contrast })}
      />
      <Choice
        label={t('motion')}
        value={preferences.motion}
        options={(['system', 'less'] as const).map((value) => ({ value, label: t(`motions.${value}`) }))}
        choose={(motion) => choose({ motion })}
      />
    </section>
  );
}
