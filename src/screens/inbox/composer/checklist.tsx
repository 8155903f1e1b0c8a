import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ChecklistItem } from '../../../../electron/shared/outbox.ts';
import classes from './composer.module.css';

interface ChecklistProps {
  readonly items: readonly ChecklistItem[];
  readonly checked: readonly string[];
  readonly onChange: (checked: readonly string[]) => void;
}

/** What the client wants looked at before anything leaves. */
export function Checklist({ items, checked, onChange }: ChecklistProps) {
  const { t } = useTranslation('inbox');
  if (items.length === 0) return null;
  return (
    <div className={classes['checklist']} role="group" aria-label={t('checklist.name')}>
      <span aria-hidden="true">{t('checklist.name')}</span>
      {items.map((item) => (
        <Checkbox
          key={item.id}
          size="xs"
          label={item.required ? item.text : t('checklist.optional', { text: item.text })}
          checked={checked.includes(item.id)}
          onChange={({ currentTarget }) =>
            onChange(currentTarget.checked ? [...checked, item.id] : checked.filter((id) => id !== item.id))
          }
        />
      ))}
    </div>
  );
}
