import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icon/icon.tsx';
import type { GuideDraft } from './guide-draft.ts';
import classes from './voice.module.css';

type Checklist = GuideDraft['checklist'];
type Item = Checklist[number];

interface ChecklistFieldsProps {
  readonly checklist: Checklist;
  readonly onChange: (checklist: Checklist) => void;
}

const mostItems = 50;

/** What an operator ticks before a reply leaves. */
export function ChecklistFields({ checklist, onChange }: ChecklistFieldsProps) {
  const { t } = useTranslation('voice');
  const replace = (id: string, part: Partial<Item>) =>
    onChange(checklist.map((item) => (item.id === id ? { ...item, ...part } : item)));
  return (
    <fieldset className={classes['checklist']}>
      <legend>{t('checklist')}</legend>
      {checklist.map((item, index) => (
        <div key={item.id} className={classes['item']}>
          <TextInput
            aria-label={t('checkItem', { number: index + 1 })}
            dir="auto"
            value={item.text}
            maxLength={200}
            onChange={(event) => replace(item.id, { text: event.currentTarget.value })}
          />
          <Checkbox
            label={t('required')}
            checked={item.required}
            onChange={(event) => replace(item.id, { required: event.currentTarget.checked })}
          />
          <ActionIcon
            variant="subtle"
            aria-label={t('removeItem', { number: index + 1 })}
            onClick={() => onChange(checklist.filter(({ id }) => id !== item.id))}
          >
            <Icon name="close" />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="default"
        size="xs"
        leftSection={<Icon name="plus" size={14} />}
        disabled={checklist.length >= mostItems}
        onClick={() => onChange([...checklist, { id: crypto.randomUUID(), text: '', required: true }])}
      >
        {t('addItem')}
      </Button>
    </fieldset>
  );
}
