import { ActionIcon, Button, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { macroActionKinds } from '../../../electron/shared/action-words.ts';
import type { Macro, MacroDraft } from '../../../electron/shared/actions.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { Dialog } from '../../components/dialog/dialog.tsx';
import { useActionWords } from '../../components/automation-words/use-action-words.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { Icon } from '../../components/icon/icon.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import { useClientNames } from '../../rpc/use-client-names.ts';
import { ActionList } from './action-list.tsx';
import classes from './automation.module.css';
import { lacksOf } from './lacks.ts';
import { moved } from './list-edits.ts';
import { OrderButtons } from './order-buttons.tsx';
import { useLacking } from './use-lacking.ts';

const emptyMacro: MacroDraft = { id: null, name: '', actions: [{ kind: 'status', status: 'resolved' }] };

/** A client's macros in the order in which they are offered. */
export function MacrosPane({ clientId }: { readonly clientId: ClientId }) {
  const { t } = useTranslation('automation');
  const trpc = useTRPC();
  const formats = useFormats();
  const does = useActionWords(useClientNames(clientId));
  const { data: macros } = useQuery(trpc.macros.list.queryOptions({ clientId }));
  const [open, setOpen] = useState<MacroDraft | null>(null);
  const arrange = useMutation(trpc.macros.arrange.mutationOptions());
  const remove = useMutation(trpc.macros.remove.mutationOptions());
  return (
    <>
      <p className={classes['quiet']}>{t('macros.advice')}</p>
      {macros?.length === 0 && <Text c="dimmed">{t('macros.none')}</Text>}
      {macros?.map((macro: Macro, index) => (
        <div key={macro.id} className={classes['entry']}>
          <div className={classes['top']}>
            <strong>
              <bdi>{macro.name}</bdi>
            </strong>
            <ActionIcon
              variant="subtle"
              aria-label={t('macros.edit', { name: macro.name })}
              onClick={() => setOpen({ ...macro, actions: [...macro.actions] })}
            >
              <Icon name="write" />
            </ActionIcon>
            <OrderButtons
              name={macro.name}
              index={index}
              count={macros.length}
              move={(by) =>
                arrange.mutate({ clientId, macroIds: moved(macros, index, by).map(({ id }) => id) })
              }
              remove={() => {
                if (window.confirm(t('macros.removeReally', { name: macro.name })))
                  remove.mutate({ clientId, macroId: macro.id });
              }}
              removeLabel={t('remove')}
            />
          </div>
          <p className={classes['small']}>{formats.list(macro.actions.map(does))}</p>
        </div>
      ))}
      <div className={classes['actions']}>
        <Button variant="default" leftSection={<Icon name="plus" />} onClick={() => setOpen(emptyMacro)}>
          {t('macros.add')}
        </Button>
      </div>
      {open && (
        <Dialog
          onClose={() => setOpen(null)}
          size="xl"
          title={open.id ? t('macros.edit', { name: open.name }) : t('macros.add')}
          closeButtonProps={{ 'aria-label': t('cancel') }}
        >
          <MacroForm clientId={clientId} initial={open} close={() => setOpen(null)} />
        </Dialog>
      )}
    </>
  );
}

interface MacroFormProps {
  readonly clientId: ClientId;
  readonly initial: MacroDraft;
  readonly close: () => void;
}

function MacroForm({ clientId, initial, close }: MacroFormProps) {
  const { t } = useTranslation('automation');
  const trpc = useTRPC();
  const [macro, setMacro] = useState(initial);
  const save = useMutation(trpc.macros.save.mutationOptions({ onSuccess: close }));
  const { failure, isWhole } = useLacking(save.error);
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        if (isWhole(lacksOf(macro))) save.mutate({ clientId, macro });
      }}
    >
      <TextInput
        label={t('macros.name')}
        required
        maxLength={60}
        data-autofocus
        value={macro.name}
        onChange={(event) => setMacro({ ...macro, name: event.currentTarget.value })}
      />
      <section className={classes['part']}>
        <h3>{t('macros.steps')}</h3>
        <ActionList
          clientId={clientId}
          kinds={macroActionKinds}
          actions={macro.actions}
          change={(actions) =>
            setMacro({ ...macro, actions: actions.filter((action) => action.kind !== 'notify') })
          }
        />
      </section>
      {failure && <FailureNotice failure={failure} />}
      <div className={classes['actions']}>
        <Button type="submit" loading={save.isPending} disabled={macro.actions.length === 0}>
          {t('save')}
        </Button>
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
