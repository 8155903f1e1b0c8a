import { Button, Table } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { DryHit, DryRun, RuleDraft } from '../../../electron/shared/automations.ts';
import type { ClientId } from '../../../electron/shared/ids.ts';
import { useActionWords } from '../../components/automation-words/use-action-words.ts';
import { FailureNotice } from '../../components/failure/failure-notice.tsx';
import { useFailureText } from '../../components/failure/failure-text.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useTRPC } from '../../rpc/trpc.ts';
import { useClientNames } from '../../rpc/use-client-names.ts';
import classes from './automation.module.css';
import { lacksOf } from './lacks.ts';
import { useLacking } from './use-lacking.ts';

interface DryRunPanelProps {
  readonly clientId: ClientId;
  readonly rule: RuleDraft;
}

/** What the rule, as it is written now, would do with the last conversations. Nothing is changed. */
export function DryRunPanel({ clientId, rule }: DryRunPanelProps) {
  const { t } = useTranslation('automation');
  const trpc = useTRPC();
  const run = useMutation(trpc.automations.dryRun.mutationOptions());
  const { failure, isWhole } = useLacking(run.error);
  /** It needs no name for that. */
  function look(): void {
    const named = { ...rule, name: rule.name.trim() || t('rules.add') };
    if (isWhole(lacksOf(named))) run.mutate({ clientId, rule: named });
    else run.reset();
  }
  return (
    <section className={classes['dry']}>
      <Button size="xs" variant="default" loading={run.isPending} onClick={look}>
        {t('dry.run')}
      </Button>
      {failure && <FailureNotice failure={failure} />}
      {run.data && <Told clientId={clientId} dry={run.data} />}
    </section>
  );
}

function Told({ clientId, dry }: { readonly clientId: ClientId; readonly dry: DryRun }) {
  const { t } = useTranslation('automation');
  const formats = useFormats();
  const counted = (count: number) => ({ count, number: formats.number(count) });
  return (
    <>
      <p role="status">
        {t('dry.looked', counted(dry.looked))}{' '}
        {dry.hits.length === 0 ? t('dry.nothing') : t('dry.hits', counted(dry.hits.length))}
      </p>
      {dry.hits.length > 0 && (
        <Table.ScrollContainer minWidth={320} mah={360}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('dry.conversation')}</Table.Th>
                <Table.Th>{t('dry.effect')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {dry.hits.map((hit) => (
                <Hit key={hit.conversationId} clientId={clientId} hit={hit} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  );
}

function Hit({ clientId, hit }: { readonly clientId: ClientId; readonly hit: DryHit }) {
  const { t } = useTranslation('automation');
  const formats = useFormats();
  const say = useFailureText();
  const does = useActionWords(useClientNames(clientId));
  const changing = hit.effects.filter(({ changes }) => changes).map(({ action }) => does(action));
  return (
    <Table.Tr>
      <Table.Td>
        <Link href={`/inbox/${clientId}/all/${clientId}/${hit.conversationId}`}>
          <bdi>{hit.contactName}</bdi> · <bdi>{hit.subject}</bdi>
        </Link>
      </Table.Td>
      <Table.Td>
        {hit.refusal ? (
          <span className={classes['failed']}>{say(hit.refusal)}</span>
        ) : changing.length === 0 ? (
          t('dry.nothingNew')
        ) : (
          formats.list(changing)
        )}
      </Table.Td>
    </Table.Tr>
  );
}
