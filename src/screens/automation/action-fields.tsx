import { Checkbox, NumberInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Field } from '../../../electron/shared/fields.ts';
import type { ClientId, TemplateId } from '../../../electron/shared/ids.ts';
import { FieldInput } from '../../components/field-input/field-input.tsx';
import classes from './automation.module.css';
import type { WrittenAction } from './new-action.ts';
import { PersonSelect } from './person-select.tsx';
import { StatusAction } from './status-action.tsx';

interface ActionFieldsProps {
  readonly clientId: ClientId;
  readonly action: WrittenAction;
  /** A rule is nobody. */
  readonly mayBeMe: boolean;
  readonly fields: readonly Field[];
  readonly templates: readonly { readonly id: TemplateId; readonly name: string }[];
  readonly change: (action: WrittenAction) => void;
}

const grow = { className: classes['grow'] ?? '', size: 'xs' } as const;

/** What an action needs to be told. */
export function ActionFields({ action, change, ...of }: ActionFieldsProps) {
  const { t } = useTranslation(['automation', 'inbox']);
  switch (action.kind) {
    case 'template':
      return (
        <Select
          {...grow}
          aria-label={t('action.template')}
          searchable
          allowDeselect={false}
          value={action.templateId}
          data={of.templates.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(value) => {
            const chosen = of.templates.find(({ id }) => id === value);
            if (chosen) change({ ...action, templateId: chosen.id });
          }}
        />
      );
    case 'status':
      return <StatusAction clientId={of.clientId} action={action} change={change} />;
    case 'snooze':
      return (
        <>
          <NumberInput
            size="xs"
            w={110}
            aria-label={t('action.hours')}
            suffix={` ${t('action.hours')}`}
            min={1}
            max={8_760}
            allowDecimal={false}
            disabled={action.hours === null}
            value={action.hours ?? ''}
            onChange={(value) => change({ ...action, hours: Number(value) || 1 })}
          />
          <Checkbox
            size="xs"
            label={t('action.untilReply')}
            checked={action.hours === null}
            onChange={(event) => change({ ...action, hours: event.currentTarget.checked ? null : 24 })}
          />
        </>
      );
    case 'tag':
    case 'untag':
      return (
        <TextInput
          {...grow}
          aria-label={t('action.tag')}
          placeholder={t('action.tag')}
          required
          maxLength={40}
          value={action.tag}
          onChange={(event) => change({ ...action, tag: event.currentTarget.value.toLowerCase() })}
        />
      );
    case 'assign':
      return (
        <PersonSelect
          clientId={of.clientId}
          label={t('action.to')}
          standIns={(['me', 'nobody'] as const)
            .filter((value) => value !== 'me' || of.mayBeMe)
            .map((value) => ({ value, label: t(`action.${value}`) }))}
          value={action.to}
          change={(to) => change({ ...action, to })}
        />
      );
    case 'field':
      return <FieldAction fields={of.fields} action={action} change={change} />;
    case 'note':
      return (
        <TextInput
          {...grow}
          aria-label={t('action.note')}
          placeholder={t('action.note')}
          required
          maxLength={10_000}
          value={action.text}
          onChange={(event) => change({ ...action, text: event.currentTarget.value })}
        />
      );
    case 'notify':
      return (
        <>
          <PersonSelect
            clientId={of.clientId}
            label={t('action.to')}
            standIns={(['assignee', 'everybody'] as const).map((value) => ({
              value,
              label: t(`action.${value}`),
            }))}
            value={action.to}
            change={(to) => change({ ...action, to })}
          />
          <TextInput
            {...grow}
            aria-label={t('action.notice')}
            placeholder={t('action.notice')}
            required
            maxLength={200}
            value={action.text}
            onChange={(event) => change({ ...action, text: event.currentTarget.value })}
          />
        </>
      );
  }
}

interface FieldActionProps {
  readonly fields: readonly Field[];
  readonly action: Extract<WrittenAction, { kind: 'field' }>;
  readonly change: (action: WrittenAction) => void;
}

function FieldAction({ fields, action, change }: FieldActionProps) {
  const { t } = useTranslation('automation');
  const field = fields.find(({ id }) => id === action.fieldId);
  return (
    <>
      <Select
        size="xs"
        w={150}
        aria-label={t('question.field')}
        allowDeselect={false}
        value={action.fieldId}
        data={fields.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(value) => {
          const chosen = fields.find(({ id }) => id === value);
          if (chosen) change({ ...action, fieldId: chosen.id, value: null });
        }}
      />
      {field && (
        <FieldInput
          field={field}
          label={t('question.value')}
          hideLabel
          value={action.value}
          change={(value) => change({ ...action, value })}
        />
      )}
    </>
  );
}
