import { ActionIcon, Button, SegmentedControl, Switch, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ruleModes } from '../../../electron/shared/automation-words.ts';
import type { Rule, RuleDraft } from '../../../electron/shared/automations.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { useRuleWords } from '../../components/automation-words/use-rule-words.ts';
import { useFailureText } from '../../components/failure/failure-text.ts';
import { Icon } from '../../components/icon/icon.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNow } from '../../i18n/use-now.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import { useClientNames } from '../../rpc/use-client-names.ts';
import classes from './automation.module.css';
import { moved } from './list-edits.ts';
import { OrderButtons } from './order-buttons.tsx';
import { RuleEditor } from './rule-editor.tsx';

const emptyRule: RuleDraft = {
  ...{ id: null, name: '', enabled: true, trigger: { kind: 'message-received' } },
  ...{ condition: { kind: 'all', of: [] }, actions: [{ kind: 'tag', tag: '' }] },
};

const draftOf = ({ id, name, enabled, trigger, condition, actions }: Rule): RuleDraft => ({
  ...{ id, name, enabled, trigger, condition },
  actions: [...actions],
});

/** A client's rules as sentences, in the order in which they are looked at. */
export function RulesPane({ clientId }: { readonly clientId: ClientId }) {
  const { t } = useTranslation('automation');
  const trpc = useTRPC();
  const { data: book } = useQuery(trpc.automations.book.queryOptions({ clientId }));
  const [open, setOpen] = useState<RuleDraft | null>(null);
  const arrange = useMutation(trpc.automations.arrange.mutationOptions());
  const setMode = useMutation(trpc.automations.setMode.mutationOptions());
  if (!book) return null;
  const { rules, mode } = book;
  if (open)
    return <RuleEditor key={open.id} clientId={clientId} initial={open} close={() => setOpen(null)} />;
  return (
    <>
      <p className={classes['quiet']}>{t('rules.advice')}</p>
      {rules.length === 0 && <Text c="dimmed">{t('rules.none')}</Text>}
      {rules.length > 1 && (
        <div className={classes['mode']}>
          <Text size="sm">{t('rules.modeLabel')}</Text>
          <SegmentedControl
            size="xs"
            aria-label={t('rules.modeLabel')}
            value={mode}
            data={ruleModes.map((value) => ({ value, label: t(`rules.mode.${value}`) }))}
            onChange={(value) => {
              const next = ruleModes.find((each) => each === value);
              if (next) setMode.mutate({ clientId, mode: next });
            }}
          />
        </div>
      )}
      {rules.map((rule, index) => (
        <RuleEntry
          key={rule.id}
          clientId={clientId}
          rule={rule}
          edit={() => setOpen(draftOf(rule))}
          order={
            <OrderButtons
              name={rule.name}
              index={index}
              count={rules.length}
              move={(by) =>
                arrange.mutate({ clientId, ruleIds: moved(rules, index, by).map(({ id }) => id) })
              }
            />
          }
        />
      ))}
      <div className={classes['actions']}>
        <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setOpen(emptyRule)}>
          {t('rules.add')}
        </Button>
      </div>
    </>
  );
}

interface RuleEntryProps {
  readonly clientId: ClientId;
  readonly rule: Rule;
  readonly edit: () => void;
  readonly order: React.ReactNode;
}

function RuleEntry({ clientId, rule, edit, order }: RuleEntryProps) {
  const { t } = useTranslation('automation');
  const trpc = useTRPC();
  const say = useFailureText();
  const formats = useFormats();
  const now = useNow();
  const words = useRuleWords(useClientNames(clientId));
  const save = useMutation(trpc.automations.save.mutationOptions());
  return (
    <div className={classes['entry']}>
      <div className={classes['top']}>
        <strong>
          <bdi>{rule.name}</bdi>
        </strong>
        <Switch
          size="xs"
          aria-label={`${t('rules.enabled')}: ${rule.name}`}
          checked={rule.enabled}
          onChange={(event) =>
            save.mutate({ clientId, rule: { ...draftOf(rule), enabled: event.currentTarget.checked } })
          }
        />
        <ActionIcon variant="subtle" aria-label={t('rules.edit', { name: rule.name })} onClick={edit}>
          <Icon name="write" />
        </ActionIcon>
        {order}
      </div>
      <p>{words.rule(rule)}</p>
      <p className={classes['small']}>
        {rule.enabled ? t('rules.ran', { count: rule.runs }) : t('rules.off')}
      </p>
      {rule.failure && (
        <p className={classes['failed']} role="status">
          {t('rules.failed', {
            time: formats.shortTime(rule.failure.at, now),
            reason: say(rule.failure.error),
          })}
        </p>
      )}
    </div>
  );
}
