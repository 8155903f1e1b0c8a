import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GuideConfig } from '../../../electron/shared/voice/guide-config.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import packages from './packages.module.css';
import classes from './voice.module.css';

interface ListFieldsProps {
  readonly lists: GuideConfig['lists'];
  readonly onChange: (lists: GuideConfig['lists']) => void;
}

/** Lists of words and dictionaries, which come with packages. */
export function ListFields({ lists, onChange }: ListFieldsProps) {
  const { t } = useTranslation('guide');
  const { number } = useFormats();
  if (lists.length === 0) return null;
  return (
    <fieldset className={classes['checklist']}>
      <legend>{t('lists')}</legend>
      <ul className={packages['lists']}>
        {lists.map(({ path, text }) => (
          <li key={path}>
            <bdi>{path}</bdi>
            <span className={classes['quiet']}>{t('listSize', { size: number(text.length) })}</span>
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('removeList', { path })}
              onClick={() => onChange(lists.filter((each) => each.path !== path))}
            >
              {t('remove')}
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
