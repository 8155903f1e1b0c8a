import { ActionIcon, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { channelKinds } from '../../../../electron/shared/channels.ts';
import { severities } from '../../../../electron/shared/voice/rule-definition.ts';
import { Icon } from '../../../components/icon/icon.tsx';
import { isWhole, lineFields, type LineDraft } from './line-draft.ts';
import { LineField } from './line-field.tsx';
import classes from './lines.module.css';

interface LineRowProps {
  readonly line: LineDraft;
  /** Names a rule of the guide that goes against this example. */
  readonly against: string | null;
  readonly onChange: (line: LineDraft) => void;
  readonly onRemove: () => void;
}

const everywhere = '';

/** A line: what a person reads, what runs, and where it holds. */
export function LineRow({ line, against, onChange, onRemove }: LineRowProps) {
  const { t } = useTranslation('guide');
  const { t: say } = useTranslation('voice');
  const replace = (part: Readonly<Record<string, unknown>>) => onChange({ ...line, ...part });
  return (
    <li className={classes['line']} data-whole={isWhole(line)}>
      <div className={classes['lineHead']}>
        <strong>{t(`kind.${line.kind}`)}</strong>
        <NativeSelect
          size="xs"
          aria-label={t('level')}
          value={line.level}
          data={severities.map((level) => ({ value: level, label: say(`state.${level}`) }))}
          onChange={({ currentTarget }) => replace({ level: currentTarget.value })}
        />
        <ActionIcon variant="subtle" aria-label={t('removeLine')} onClick={onRemove}>
          <Icon name="close" />
        </ActionIcon>
      </div>
      <Textarea
        label={t('prose')}
        placeholder={t(`hint.${line.kind}`)}
        dir="auto"
        autosize
        maxRows={6}
        maxLength={500}
        value={line.prose}
        onChange={({ currentTarget }) => replace({ prose: currentTarget.value })}
      />
      <div className={classes['fields']}>
        {lineFields[line.kind].map((field) => (
          <LineField
            key={field.name}
            line={line}
            field={field}
            onChange={(value) => replace({ [field.name]: value })}
          />
        ))}
        <TextInput
          label={t('locales')}
          placeholder={t('everywhere')}
          dir="ltr"
          value={line.locales.join(', ')}
          onChange={({ currentTarget }) => replace({ locales: localesOf(currentTarget.value) })}
        />
        <NativeSelect
          label={t('channel')}
          value={line.channels[0] ?? everywhere}
          data={[
            { value: everywhere, label: t('everywhere') },
            ...channelKinds.map((kind) => ({ value: kind, label: t(`channelKind.${kind}`) })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            replace({ channels: value === everywhere ? [] : [value] })
          }
        />
      </div>
      {against !== null && (
        <p role="status" className={classes['against']}>
          {t('against', { rule: against })}
        </p>
      )}
    </li>
  );
}

/** As it is typed: a comma at the end waits for what follows. */
const localesOf = (text: string): string[] => (text.trim() === '' ? [] : text.split(/,\s*/));
