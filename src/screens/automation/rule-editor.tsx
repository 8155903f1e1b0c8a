import { Button, Switch, TextInput, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ruleActionKinds } from '../../../electron/shared/action-words.ts';
import type { RuleDraft } from '../../../electron/shared/automations.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { useRuleWords } from '../../components/automation-words/use-rule-words.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { useTRPC } from '../../rpc/trpc.ts';
import { useClientNames } from '../../rpc/use-client-names.ts';
import { ActionList } from './action-list.tsx';
import classes from './automation.module.css';
import { ConditionEditor } from './condition-editor.tsx';
import { DryRunPanel } from './dry-run-panel.tsx';
import { lacksOf } from './lacks.ts';
import { TriggerFields } from './trigger-fields.tsx';
import { useLacking } from './use-lacking.ts';

interface RuleEditorProps {
  readonly clientId: ClientId;
  readonly initial: RuleDraft;
  readonly close: () => void;
}

/** When, if, then; and what it would have done. */
export function RuleEditor({ clientId, initial, close }: RuleEditorProps) {
  const { t } = useTranslation('automation');
  const trpc = useTRPC();
  const words = useRuleWords(useClientNames(clientId));
  const [rule, setRule] = useState(initial);
  const change = (part: Partial<RuleDraft>) => setRule({ ...rule, ...part });
  const save = useMutation(trpc.automations.save.mutationOptions({ onSuccess: close }));
  const remove = useMutation(trpc.automations.remove.mutationOptions({ onSuccess: close }));
  const { failure, isWhole } = useLacking(save.error);
  const { id } = initial;
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole(lacksOf(rule))) save.mutate({ clientId, rule });
      }}
    >
      <Title order={2}>{id ? t('rules.edit', { name: initial.name }) : t('rules.add')}</Title>
      <div className={classes['line']}>
        <TextInput
          className={classes['grow'] ?? ''}
          label={t('rules.name')}
          required
          maxLength={80}
          value={rule.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <Switch
          label={t('rules.enabled')}
          checked={rule.enabled}
          onChange={(event) => change({ enabled: event.currentTarget.checked })}
        />
      </div>
      <section className={classes['part']}>
        <h3>{t('rules.when')}</h3>
        <TriggerFields clientId={clientId} trigger={rule.trigger} change={(trigger) => change({ trigger })} />
      </section>
      <section className={classes['part']}>
        <h3>{t('rules.if')}</h3>
        <ConditionEditor
          clientId={clientId}
          condition={rule.condition}
          change={(condition) => change({ condition })}
        />
      </section>
      <section className={classes['part']}>
        <h3>{t('rules.then')}</h3>
        <ActionList
          clientId={clientId}
          kinds={ruleActionKinds}
          actions={rule.actions}
          change={(actions) => change({ actions })}
        />
      </section>
      <p role="status">{words.rule(rule)}</p>
      <DryRunPanel clientId={clientId} rule={rule} />
      {failure && <FailureNotice failure={failure} />}
      <div className={classes['actions']}>
        <Button type="submit" loading={save.isPending} disabled={rule.actions.length === 0}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        {id && (
          <Button
            variant="subtle"
            color="red"
            onClick={() => {
              if (window.confirm(t('rules.removeReally', { name: initial.name })))
                remove.mutate({ clientId, ruleId: id });
            }}
          >
            {t('remove')}
          </Button>
        )}
      </div>
    </form>
  );
}
