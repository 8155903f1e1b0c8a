import { useTranslation } from 'react-i18next';
import voice from '../voice.module.css';
import { changesBetween, type ComparedGuide } from './guide-changes.ts';
import classes from './life.module.css';

interface ChangeListProps {
  readonly before: ComparedGuide;
  readonly after: ComparedGuide;
}

/** What differs between two versions, what was above what is. */
export function ChangeList({ before, after }: ChangeListProps) {
  const { t } = useTranslation('guide');
  const changes = changesBetween(before, after);
  const shown = (text: string) => {
    if (text === 'true') return t('change.yes');
    return text === 'false' ? t('change.no') : text;
  };
  if (changes.length === 0) return <p className={voice['quiet']}>{t('change.none')}</p>;
  return (
    <ul className={classes['changes']}>
      {changes.map((change) => (
        <li key={`${change.part} ${change.name}`}>
          <strong>{t(`change.${change.part}`)}</strong> <bdi>{change.name}</bdi>
          {change.before !== '' && (
            <del dir="auto">
              <span className={classes['sign']}>{t('change.before')}</span>
              {shown(change.before)}
            </del>
          )}
          {change.after !== '' && (
            <ins dir="auto">
              <span className={classes['sign']}>{t('change.after')}</span>
              {shown(change.after)}
            </ins>
          )}
        </li>
      ))}
    </ul>
  );
}
