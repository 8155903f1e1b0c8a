import { Textarea, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GuideDraft } from './guide-draft.ts';
import classes from './voice.module.css';

type Briefing = GuideDraft['briefing'];

interface BriefingFieldsProps {
  readonly briefing: Briefing;
  readonly onChange: (briefing: Briefing) => void;
}

/** What an operator reads for a moment when they come to this client. */
export function BriefingFields({ briefing, onChange }: BriefingFieldsProps) {
  const { t } = useTranslation('voice');
  const listField = (field: 'dos' | 'donts') => (
    <Textarea
      label={t(field)}
      description={t('onePerLine')}
      dir="auto"
      autosize
      minRows={3}
      maxRows={12}
      value={briefing[field].join('\n')}
      onChange={(event) =>
        onChange({ ...briefing, [field]: event.currentTarget.value.split('\n').slice(0, 20) })
      }
    />
  );
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('briefing')}</Title>
      <Textarea
        label={t('tone')}
        description={t('toneText')}
        dir="auto"
        autosize
        maxRows={6}
        maxLength={500}
        value={briefing.tone}
        onChange={(event) => onChange({ ...briefing, tone: event.currentTarget.value })}
      />
      <div className={classes['halves']}>
        {listField('dos')}
        {listField('donts')}
      </div>
    </section>
  );
}
